using System.Runtime.CompilerServices;

namespace MechanismDsl.Benchmarks;

/// <summary>What one writes without this library.</summary>
internal static class Peers
{
    /// <summary>The loop with branches, unvalidated: the fastest scalar form.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Sale<double> Loop(ReadOnlySpan<double> bids, double reserve)
    {
        var winner = -1;
        var best = double.NegativeInfinity;
        var second = double.NegativeInfinity;
        for (var agent = 0; agent < bids.Length; agent++)
        {
            var bid = bids[agent];
            if (bid > second)
            {
                if (bid > best)
                {
                    second = best;
                    best = bid;
                    winner = agent;
                }
                else
                {
                    second = bid;
                }
            }
        }

        return best >= reserve ? new(winner, Math.Max(reserve, second)) : Sale<double>.Unsold;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Sale<double> Linq(double[] bids, double reserve)
    {
        var two = bids.Select((bid, agent) => (bid, agent)).OrderByDescending(pair => pair.bid).Take(2).ToArray();
        return two[0].bid >= reserve ? new(two[0].agent, Math.Max(reserve, two[1].bid)) : Sale<double>.Unsold;
    }
}
