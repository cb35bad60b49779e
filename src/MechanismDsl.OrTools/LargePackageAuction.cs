using System.Globalization;
using MechanismDsl.Kernels;

namespace MechanismDsl.OrTools;

/// <summary>
/// The Vickrey–Clarke–Groves mechanism for packages of many goods: accepts bids on disjoint packages with the highest total value, and every winner pays
/// what its presence costs the others.
/// </summary>
/// <remarks>
/// Winner determination is NP-hard (Rothkopf, Pekeč and Harstad 1998), so the work is limited (<see cref="SearchLimit"/>). Up to 64 goods the library's own
/// exact search runs first (<see cref="PackageSearch"/>); where its nodes do not suffice, and beyond 64 goods, the integer program is solved by CP-SAT.
/// <para>
/// Clarke payments make truth a dominant strategy only if the allocation is a true maximum (Nisan and Ronen 2007). Hence there are payments if, and only
/// if, the allocation and the best total without each winner are all proved optimal; otherwise the outcome has none and says why.
/// </para>
/// <para>
/// The outcome depends on the bids, their order and the limits alone: one worker, a fixed seed, no clock. Of equal totals the first that the search meets
/// is chosen; with another version of this library or of OR-Tools it may be another. What a bidder gains, value minus payment, is the same in all of them.
/// </para>
/// </remarks>
public static class LargePackageAuction
{
    /// <summary>The values of all bids may add up to 2⁵³ units, about 9e15.</summary>
    public const long MostMoney = 1L << 53;

    /// <summary>Runs the mechanism.</summary>
    /// <param name="bids">The bids, in any order; several bids of one bidder exclude each other. Bids of value 0 are never accepted.</param>
    /// <param name="goods">The number of goods, at least 0.</param>
    /// <param name="bidders">The number of bidders, at least 0.</param>
    /// <param name="limit">How much work is allowed; <see cref="SearchLimit.Default"/> if null.</param>
    /// <exception cref="ArgumentException">A bid is null, or the values add up to more than <see cref="MostMoney"/>; the message names the bid.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A bid names an unknown bidder or good, no good, a good twice, or a negative value; the message names the bid. Or a count or limit is negative.</exception>
    public static LargePackageOutcome Run(ReadOnlySpan<LargePackageBid> bids, int goods, int bidders, SearchLimit? limit = null)
    {
        limit ??= SearchLimit.Default;
        limit.Check();
        var market = new LargeMarket(bids, goods, bidders);
        if (limit.Nodes > 0 && market.TryPack(out var packed, out var named))
        {
            var accepted = new int[bidders];
            var payments = new long[bidders];
            if (PackageSearch.TryRun(packed, named, limit.Nodes, accepted, payments, out var total))
            {
                return new LargePackageOutcome
                {
                    Accepted = [.. accepted],
                    Total = total,
                    Bound = total,
                    Payments = [.. payments],
                    WhyNoPayments = null,
                    Solver = PackageSolver.Search,
                };
            }
        }

        return RunProgram(market, limit.DeterministicTime);
    }

    private static LargePackageOutcome RunProgram(LargeMarket market, double deterministicTime)
    {
        var program = new WinnerProgram(market, deterministicTime);
        var best = program.Solve(-1, Allocation.Greedy(market, -1));
        var payments = new long[market.Bidders];
        var why = best.IsOptimal
            ? null
            : Invariant($"The allocation is worth {best.Total} and the best at most {best.Bound}; Clarke payments need an allocation proved optimal. Allow more deterministic time.");
        for (var bidder = 0; bidder < market.Bidders && why is null; bidder++)
        {
            if (best.Accepted[bidder] >= 0)
            {
                var own = market.Bids[best.Accepted[bidder]].Value;
                var without = program.Solve(bidder, Remaining(market, best, bidder));
                payments[bidder] = without.Total - (best.Total - own);
                why = without.IsOptimal
                    ? null
                    : Invariant($"Without bidder {bidder} the best total lies between {without.Total} and {without.Bound}; Clarke payments need it proved. Allow more deterministic time.");
            }
        }

        return new LargePackageOutcome
        {
            Accepted = [.. best.Accepted],
            Total = best.Total,
            Bound = best.Bound,
            Payments = why is null ? [.. payments] : null,
            WhyNoPayments = why,
            Solver = PackageSolver.IntegerProgram,
        };
    }

    /// <summary>What is known of the market without a winner: the others can keep what they have, and get no more than all together with the winner.</summary>
    private static Allocation Remaining(LargeMarket market, Allocation best, int winner)
    {
        var accepted = (int[])best.Accepted.Clone();
        accepted[winner] = -1;
        return new Allocation(accepted, best.Total - market.Bids[best.Accepted[winner]].Value, Math.Min(best.Total, market.HighestTotal(winner)));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
