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

    private const string NotAsked = "Only the allocation was asked for.";

    /// <summary>Runs the mechanism.</summary>
    /// <param name="bids">The bids, in any order; several bids of one bidder exclude each other. Bids of value 0 are never accepted.</param>
    /// <param name="goods">The number of goods, at least 0.</param>
    /// <param name="bidders">The number of bidders, at least 0.</param>
    /// <param name="limit">How much work is allowed; <see cref="SearchLimit.Default"/> if null.</param>
    /// <exception cref="ArgumentException">A bid is null, or the values add up to more than <see cref="MostMoney"/>; the message names the bid.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A bid names an unknown bidder or good, no good, a good twice, or a negative value; the message names the bid. Or a count or limit is negative.</exception>
    public static LargePackageOutcome Run(ReadOnlySpan<LargePackageBid> bids, int goods, int bidders, SearchLimit? limit = null) =>
        Solve(bids, goods, bidders, limit ?? SearchLimit.Default, withPayments: true);

    /// <summary>Finds the accepted bids alone, for payments that are not Clarke's (say pay-as-bid): many times faster than <see cref="Run"/>.</summary>
    /// <param name="bids">The bids, as for <see cref="Run"/>.</param>
    /// <param name="goods">The number of goods, at least 0.</param>
    /// <param name="bidders">The number of bidders, at least 0.</param>
    /// <param name="limit">How much work is allowed; <see cref="SearchLimit.Default"/> if null.</param>
    /// <returns>An outcome without payments.</returns>
    /// <exception cref="ArgumentException">A bid is null, or the values add up to more than <see cref="MostMoney"/>; the message names the bid.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A bid is not valid, the message names it; or a count or limit is negative.</exception>
    public static LargePackageOutcome Allocate(ReadOnlySpan<LargePackageBid> bids, int goods, int bidders, SearchLimit? limit = null) =>
        Solve(bids, goods, bidders, limit ?? SearchLimit.Default, withPayments: false);

    /// <summary>
    /// Runs the mechanism on sets of at most 64 goods, in the shape of <see cref="PackageSearch.TryRun"/>, with the integer program behind it: what is not
    /// proved within both limits is not decided.
    /// </summary>
    /// <param name="bids">The bids, in any order; several bids of one bidder exclude each other.</param>
    /// <param name="goods">The number of goods, 0 to 64.</param>
    /// <param name="limit">How much work is allowed; <see cref="SearchLimit.Default"/> if null.</param>
    /// <param name="accepted">Receives the index of every bidder's accepted bid, −1 for none; its length is the number of bidders.</param>
    /// <param name="payments">Receives what every bidder pays, in units; as long as <paramref name="accepted"/>.</param>
    /// <param name="total">The total value of the accepted bids.</param>
    /// <returns>False if the allocation or a total without a winner is not proved optimal: then nothing is accepted and nothing is paid.</returns>
    /// <exception cref="ArgumentException">The lengths do not fit, or the values add up to more than <see cref="MostMoney"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are too many goods, or a bid is not valid, the message names it; or a limit is negative.</exception>
    public static bool TryRun(ReadOnlySpan<ExactPackageBid> bids, int goods, SearchLimit? limit, Span<int> accepted, Span<long> payments, out long total)
    {
        limit ??= SearchLimit.Default;
        limit.Check();
        if (PackageSearch.TryRun(bids, goods, limit.Nodes, accepted, payments, out total))
        {
            return true;
        }

        var outcome = Run(Named(bids, goods), goods, accepted.Length, limit with { Nodes = 0 });
        if (outcome.Payments is not { } paid)
        {
            return false;
        }

        outcome.Accepted.CopyTo(accepted);
        paid.CopyTo(payments);
        total = outcome.Total;
        return true;
    }

    /// <summary>The bids with their goods as lists.</summary>
    internal static LargePackageBid[] Named(ReadOnlySpan<ExactPackageBid> bids, int goods)
    {
        var named = new LargePackageBid[bids.Length];
        for (var index = 0; index < named.Length; index++)
        {
            named[index] = new LargePackageBid(bids[index].Bidder, [.. Enumerable.Range(0, goods).Where(InSet(bids[index].Goods))], bids[index].Value);
        }

        return named;
    }

    private static Func<int, bool> InSet(ulong set) => good => (set >> good & 1) != 0;

    private static LargePackageOutcome Solve(ReadOnlySpan<LargePackageBid> bids, int goods, int bidders, SearchLimit limit, bool withPayments)
    {
        limit.Check();
        var market = new LargeMarket(bids, goods, bidders);
        if (limit.Nodes > 0 && market.TryPack(out var packed, out var named))
        {
            var accepted = new int[bidders];
            var payments = new long[bidders];
            if (withPayments
                ? PackageSearch.TryRun(packed, named, limit.Nodes, accepted, payments, out var total)
                : PackageSearch.TryAllocate(packed, named, limit.Nodes, accepted, out total))
            {
                return Outcome(PackageSolver.Search, new Allocation(accepted, total, total), payments, withPayments ? null : NotAsked);
            }
        }

        var program = new WinnerProgram(market, limit.DeterministicTime);
        var best = program.Solve(-1, Allocation.Greedy(market, -1));
        return withPayments ? WithPayments(market, program, best) : Outcome(PackageSolver.IntegerProgram, best, [], NotAsked);
    }

    private static LargePackageOutcome WithPayments(LargeMarket market, WinnerProgram program, Allocation best)
    {
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

        return Outcome(PackageSolver.IntegerProgram, best, payments, why);
    }

    private static LargePackageOutcome Outcome(PackageSolver solver, Allocation allocation, long[] payments, string? whyNoPayments) => new()
    {
        Accepted = [.. allocation.Accepted],
        Total = allocation.Total,
        Bound = allocation.Bound,
        Payments = whyNoPayments is null ? [.. payments] : null,
        WhyNoPayments = whyNoPayments,
        Solver = solver,
    };

    /// <summary>What is known of the market without a winner: the others can keep what they have, and get no more than all together with the winner.</summary>
    private static Allocation Remaining(LargeMarket market, Allocation best, int winner)
    {
        var accepted = (int[])best.Accepted.Clone();
        accepted[winner] = -1;
        return new Allocation(accepted, best.Total - market.Bids[best.Accepted[winner]].Value, Math.Min(best.Total, market.HighestTotal(winner)));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
