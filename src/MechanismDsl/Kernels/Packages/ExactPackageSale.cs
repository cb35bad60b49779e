using System.Globalization;
using System.Numerics;

namespace MechanismDsl.Kernels;

/// <summary>Package auctions of a mechanism in exact money: values are checked against the grid of the money and decided in whole units of it.</summary>
public static class ExactPackageSale
{
    /// <summary>Runs the auction.</summary>
    /// <typeparam name="TMoney">An exact number type, <see cref="decimal"/> or an integer.</typeparam>
    /// <param name="bids">The bids, in any order; values are multiples of the unit in [0, 1e15].</param>
    /// <param name="goods">The number of goods.</param>
    /// <param name="unit">The unit of the grid; positive.</param>
    /// <param name="solver">What finds the accepted bids.</param>
    /// <param name="awards">Receives for every bidder its accepted bid and its payment; its length is the number of bidders.</param>
    /// <exception cref="ArgumentOutOfRangeException">A bid names an unknown bidder or good, no good, or a value outside the domain; the message names the bid.</exception>
    /// <exception cref="OverflowException">The bidders' highest values add up to more units than the solver carries; the message names the bidder.</exception>
    /// <exception cref="AllocationNotProvedException">The best allocation, or a best total without a winner, is not proved within the solver's limit; nothing is decided.</exception>
    public static void Run<TMoney>(ReadOnlySpan<PackageBid<TMoney>> bids, int goods, TMoney unit, WinnerSolver solver, Span<PackageAward<TMoney>> awards)
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
    /// <param name="solver">What finds the accepted bids.</param>
    /// <param name="awards">Receives for every bidder its accepted bid and its payment; its length is the number of bidders.</param>
    /// <returns>False if something is not proved: then nothing is accepted and nothing is paid.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A bid names an unknown bidder or good, no good, or a value outside the domain; the message names the bid.</exception>
    /// <exception cref="OverflowException">The bidders' highest values add up to more units than the solver carries; the message names the bidder.</exception>
    public static bool TryRun<TMoney>(ReadOnlySpan<PackageBid<TMoney>> bids, int goods, TMoney unit, WinnerSolver solver, Span<PackageAward<TMoney>> awards)
        where TMoney : struct, INumber<TMoney>
    {
        ArgumentNullException.ThrowIfNull(solver);
        using var units = new RunMemory<ExactPackageBid>(bids.Length);
        PackageUnits.Fill(bids, goods, unit, awards.Length, solver.MostMoney, units.Span);
        using var accepted = new RunMemory<int>(awards.Length);
        using var payments = new RunMemory<long>(awards.Length);
        accepted.Span.Fill(-1);
        payments.Span.Clear();
        var isProved = solver.TryRun(units.Span, goods, accepted.Span, payments.Span);
        for (var bidder = 0; bidder < awards.Length; bidder++)
        {
            awards[bidder] = isProved ? new(accepted.Span[bidder], TMoney.CreateChecked(payments.Span[bidder]) * unit) : new(-1, TMoney.Zero);
        }

        return isProved;
    }
}
