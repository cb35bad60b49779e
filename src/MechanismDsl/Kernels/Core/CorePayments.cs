using System.Globalization;
using System.Numerics;

namespace MechanismDsl.Kernels;

/// <summary>
/// Core-selecting payments for packages in whole units of money: the lowest sum in the core, nearest to Clarke's payments (Day and Cramton 2012).
/// </summary>
/// <remarks>
/// Constraints are generated (Day and Raghavan 2007): at given payments every winner keeps its surplus, so a group of bidders would offer the seller at most
/// the best total of bids reduced by these surpluses. If that is more than the payments, the winners outside the group pay too little, and their payments
/// together are bounded from below. All numbers are fractions or whole: nothing is rounded before the end, where payments are rounded up to the unit, which
/// keeps them in the core and below the own bid.
/// </remarks>
public static class CorePayments
{
    /// <summary>Finds the accepted bids and the payments.</summary>
    /// <param name="bids">The bids, in any order; several bids of one bidder exclude each other.</param>
    /// <param name="goods">The number of goods, 0 to 64.</param>
    /// <param name="solver">What finds accepted bids; its limit holds for each of the searches.</param>
    /// <param name="accepted">Receives the index of every bidder's accepted bid, −1 for none; its length is the number of bidders.</param>
    /// <param name="payments">Receives what every bidder pays, in units; as long as <paramref name="accepted"/>.</param>
    /// <returns>False if an allocation is not proved to be the best within the solver's limit: then nothing is accepted and nothing is paid.</returns>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A bid is not valid; the message names it.</exception>
    /// <exception cref="OverflowException">Payments are fractions so fine that the bids in such fractions are beyond what the solver carries.</exception>
    public static bool TryRun(ReadOnlySpan<ExactPackageBid> bids, int goods, WinnerSolver solver, Span<int> accepted, Span<long> payments)
    {
        ArgumentNullException.ThrowIfNull(solver);
        if (!solver.TryRun(bids, goods, accepted, payments))
        {
            return Nothing(accepted, payments);
        }

        var winners = new List<int>();
        for (var bidder = 0; bidder < accepted.Length; bidder++)
        {
            if (accepted[bidder] >= 0)
            {
                winners.Add(bidder);
            }
        }

        long[] own = [.. Select(winners, accepted, bids)];
        var point = new CorePoint([.. Select(winners, payments)]);
        for (var winner = 0; winner < winners.Count; winner++)
        {
            point.Require(Unit(winners.Count, winner, 1), payments[winners[winner]]);
            point.Require(Unit(winners.Count, winner, -1), -own[winner]);
        }

        var found = new int[accepted.Length];
        var reduced = new ExactPackageBid[bids.Length];
        while (true)
        {
            var paid = point.Find();
            var scale = paid.Aggregate(BigInteger.One, (common, ratio) => common / BigInteger.GreatestCommonDivisor(common, ratio.Denominator) * ratio.Denominator);
            Reduce(bids, winners, own, paid, scale, solver.MostMoney, accepted.Length, reduced);
            if (!solver.TryAllocate(reduced, goods, found, out var offer))
            {
                return Nothing(accepted, payments);
            }

            if (offer <= Whole(paid.Aggregate((Ratio)0, (sum, ratio) => sum + ratio), scale))
            {
                for (var winner = 0; winner < winners.Count; winner++)
                {
                    payments[winners[winner]] = (long)paid[winner].Ceiling;
                }

                return true;
            }

            // Who is outside the group that would offer more pays at least what the group misses.
            var bound = 0L;
            var outside = new int[winners.Count];
            for (var bidder = 0; bidder < found.Length; bidder++)
            {
                bound += found[bidder] < 0 ? 0 : bids[found[bidder]].Value;
            }

            for (var winner = 0; winner < winners.Count; winner++)
            {
                var isInside = found[winners[winner]] >= 0;
                outside[winner] = isInside ? 0 : 1;
                bound -= isInside ? own[winner] : 0;
            }

            point.Require(outside, bound);
        }
    }

    /// <summary>Every bid of a winner less the surplus that it keeps, in fractions of a unit as fine as the payments.</summary>
    private static void Reduce(
        ReadOnlySpan<ExactPackageBid> bids, List<int> winners, long[] own, Ratio[] paid, BigInteger scale, long most, int bidders, Span<ExactPackageBid> reduced)
    {
        var surplus = new BigInteger[bidders];
        var highest = new BigInteger[bidders];
        for (var winner = 0; winner < winners.Count; winner++)
        {
            surplus[winners[winner]] = Whole(own[winner] - paid[winner], scale);
        }

        foreach (var bid in bids)
        {
            highest[bid.Bidder] = BigInteger.Max(highest[bid.Bidder], (bid.Value * scale) - surplus[bid.Bidder]);
        }

        if (highest.Aggregate(BigInteger.Zero, (sum, value) => sum + value) > most)
        {
            throw new OverflowException(string.Create(
                CultureInfo.InvariantCulture, $"Core payments are multiples of 1/{scale} here; the bids in such fractions add up to more than {most}, beyond which sums are not exact. Use a coarser unit of money."));
        }

        for (var index = 0; index < bids.Length; index++)
        {
            var bid = bids[index];
            reduced[index] = bid with { Value = (long)BigInteger.Max(0, (bid.Value * scale) - surplus[bid.Bidder]) };
        }
    }

    private static BigInteger Whole(Ratio ratio, BigInteger scale) => ratio.Numerator * scale / ratio.Denominator;

    private static int[] Unit(int size, int index, int entry)
    {
        var normal = new int[size];
        normal[index] = entry;
        return normal;
    }

    private static List<long> Select(List<int> winners, ReadOnlySpan<int> accepted, ReadOnlySpan<ExactPackageBid> bids)
    {
        var values = new List<long>(winners.Count);
        foreach (var winner in winners)
        {
            values.Add(bids[accepted[winner]].Value);
        }

        return values;
    }

    private static List<long> Select(List<int> winners, ReadOnlySpan<long> payments)
    {
        var values = new List<long>(winners.Count);
        foreach (var winner in winners)
        {
            values.Add(payments[winner]);
        }

        return values;
    }

    private static bool Nothing(Span<int> accepted, Span<long> payments)
    {
        accepted.Fill(-1);
        payments.Clear();
        return false;
    }
}
