namespace MechanismDsl.Theory.Data;

/// <summary>The hypotheses that all computations on a sample share.</summary>
internal static class SampleCheck
{
    public static void Require(BidSample sample, DataOptions options)
    {
        if (sample.Values.Count == 0)
        {
            throw new ArgumentException("A sample needs at least one value.", nameof(sample));
        }

        if (sample.Auctions.Count != 0 && sample.Auctions.Count != sample.Values.Count)
        {
            throw new ArgumentException("A sample names the auction of every value or of none.", nameof(sample));
        }

        if (double.IsNaN(options.Own) || double.IsInfinity(options.Own))
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.Own, "The platform's own value must be finite.");
        }

        if (options.Agents < 1 || options.Bins < 1 || (options.Rule == DataRule.Bins && options.Bins is null))
        {
            throw new ArgumentOutOfRangeException(nameof(options), options, "The numbers of agents and of bins are at least 1, and the rule with bins needs their number.");
        }
    }
}
