using System.Globalization;
using System.Numerics;

namespace MechanismDsl.Kernels;

/// <summary>As <see cref="OrSale"/>, in exact money and for as many goods as a solver takes: what is not proved is not decided.</summary>
public static class ExactOrSale
{
    /// <summary>Runs the auction.</summary>
    /// <typeparam name="TMoney">An exact number type, <see cref="decimal"/> or an integer.</typeparam>
    /// <param name="bids">The bids, in any order; values are multiples of the unit in [0, 1e15].</param>
    /// <param name="goods">The number of goods.</param>
    /// <param name="unit">The unit of the grid; positive.</param>
    /// <param name="solver">What finds the accepted bids; its limit holds for each of the searches.</param>
    /// <param name="awards">Receives for every bidder its goods and its payment; its length is the number of bidders.</param>
    /// <exception cref="ArgumentOutOfRangeException">A bid names an unknown bidder or good, no good, or a value outside the domain; the message names the bid.</exception>
    /// <exception cref="OverflowException">The values add up to more units than the solver carries.</exception>
    /// <exception cref="AllocationNotProvedException">The best allocation, or a best total without a winner, is not proved within the solver's limit; nothing is decided.</exception>
    public static void Run<TMoney>(ReadOnlySpan<PackageBid<TMoney>> bids, int goods, TMoney unit, WinnerSolver solver, Span<GoodsAward<TMoney>> awards)
        where TMoney : struct, INumber<TMoney>
    {
        if (!TryRun(bids, goods, unit, solver, awards))
        {
            throw new AllocationNotProvedException(
                $"The best allocation of {bids.Length.ToString(CultureInfo.InvariantCulture)} bids and the totals on which payments depend were not proved within {solver.Limit}; nothing is decided. Allow more work, or sell fewer goods together.");
        }
    }

    /// <summary>Runs the auction, if allocation and payments can be proved within the solver's limit.</summary>
    /// <typeparam name="TMoney">An exact number type, <see cref="decimal"/> or an integer.</typeparam>
    /// <param name="bids">The bids, in any order; values are multiples of the unit in [0, 1e15].</param>
    /// <param name="goods">The number of goods.</param>
    /// <param name="unit">The unit of the grid; positive.</param>
    /// <param name="solver">What finds the accepted bids; its limit holds for each of the searches.</param>
    /// <param name="awards">Receives for every bidder its goods and its payment; its length is the number of bidders.</param>
    /// <returns>False if something is not proved: then nobody gets anything and nothing is paid.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A bid names an unknown bidder or good, no good, or a value outside the domain; the message names the bid.</exception>
    /// <exception cref="OverflowException">The values add up to more units than the solver carries.</exception>
    public static bool TryRun<TMoney>(ReadOnlySpan<PackageBid<TMoney>> bids, int goods, TMoney unit, WinnerSolver solver, Span<GoodsAward<TMoney>> awards)
        where TMoney : struct, INumber<TMoney>
    {
        ArgumentNullException.ThrowIfNull(solver);
        using var memory = new RunMemory<ExactPackageBid>(bids.Length);
        var single = memory.Span;
        PackageUnits.Fill(bids, goods, unit, awards.Length, solver.MostMoney, single);
        CheckSum(single, unit, solver.MostMoney);
        awards.Clear();
        if (!TryDecide(bids, goods, unit, solver, single, awards))
        {
            awards.Clear();
            return false;
        }

        return true;
    }

    private static bool TryDecide<TMoney>(ReadOnlySpan<PackageBid<TMoney>> bids, int goods, TMoney unit, WinnerSolver solver, Span<ExactPackageBid> single, Span<GoodsAward<TMoney>> awards)
        where TMoney : struct, INumber<TMoney>
    {
        using var values = new RunMemory<long>(bids.Length);
        using var found = new RunMemory<int>(bids.Length);
        using var worths = new RunMemory<long>(awards.Length);
        var accepted = found.Span;
        var own = worths.Span;
        own.Clear();
        for (var index = 0; index < bids.Length; index++)
        {
            values.Span[index] = single[index].Value;
            single[index] = single[index] with { Bidder = index };
        }

        if (!solver.TryAllocate(single, goods, accepted, out var total))
        {
            return false;
        }

        for (var index = 0; index < bids.Length; index++)
        {
            if (accepted[index] >= 0)
            {
                var bidder = bids[index].Bidder;
                awards[bidder] = new(awards[bidder].Goods | bids[index].Goods, TMoney.Zero);
                own[bidder] += values.Span[index];
            }
        }

        for (var bidder = 0; bidder < awards.Length; bidder++)
        {
            if (!awards[bidder].IsServed)
            {
                continue;
            }

            for (var index = 0; index < bids.Length; index++)
            {
                single[index] = single[index] with { Value = bids[index].Bidder == bidder ? 0 : values.Span[index] };
            }

            if (!solver.TryAllocate(single, goods, accepted, out var without))
            {
                return false;
            }

            awards[bidder] = awards[bidder] with { Payment = TMoney.CreateChecked(without - (total - own[bidder])) * unit };
        }

        return true;
    }

    /// <summary>All bids of a bidder may be accepted, so all of them count.</summary>
    private static void CheckSum<TMoney>(ReadOnlySpan<ExactPackageBid> bids, TMoney unit, long most)
        where TMoney : struct, INumber<TMoney>
    {
        var sum = 0L;
        for (var index = 0; index < bids.Length; index++)
        {
            if (bids[index].Value > most - sum)
            {
                throw new OverflowException(string.Create(
                    CultureInfo.InvariantCulture, $"With bid {index} the values of all bids add up to more than {TMoney.CreateChecked(most) * unit}, beyond which their sums are not exact; use a coarser unit of money."));
            }

            sum += bids[index].Value;
        }
    }
}
