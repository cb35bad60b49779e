using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;

namespace MechanismDsl.Theory.Data;

/// <summary>Learns each rule, as a score of the type, from a part of a sample.</summary>
internal sealed class RuleTrainer(TypeGrid grid, int[] counts, DataOptions options, CancellationToken cancellation)
{
    /// <summary>The empirical reserve of this part.</summary>
    public PostedPrice Reserve { get; } = EmpiricalReserve.Of(grid, counts, options.Side);

    /// <summary>The rules that are compared, simplest first: bins only where the declaration names their number.</summary>
    public static IEnumerable<DataRule> Rules(DataOptions options) =>
        [DataRule.NoReserve, DataRule.Reserve, .. options.Bins is null ? Array.Empty<DataRule>() : [DataRule.Bins], DataRule.Ironing];

    /// <summary>The trained rule.</summary>
    public ScoreCurve Train(DataRule rule) => rule switch
    {
        DataRule.NoReserve => ScoreCurve.Proportional(grid.Cutoff),
        DataRule.Reserve => ScoreCurve.Proportional(EmpiricalReserve.TypeOf(grid, counts)),
        DataRule.Bins => Binned() ?? EmpiricalIroning.Of(grid, counts),
        DataRule.Ironing => EmpiricalIroning.Of(grid, counts),
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    /// <summary>The ironed virtual types of the histogram; null where this part has too few different values for bins, so that it is its own histogram.</summary>
    private ScoreCurve? Binned()
    {
        var isBuyer = options.Side == Side.Buyer;
        double[] values = [.. grid.Types.SelectMany((type, index) => Enumerable.Repeat(isBuyer ? type : -type + 0.0, counts[index]))];
        return SampleHistogram.Of(values, options.Bins!.Value) is { } histogram
            ? VirtualTypes.Of(isBuyer ? histogram : histogram.Mirrored(), cancellation).Score
            : null;
    }
}
