using System.Globalization;
using MechanismDsl.Kernels;

namespace MechanismDsl.OrTools;

/// <summary>Package auctions of a mechanism that declares <see cref="IntegerProgramAttribute"/>.</summary>
public static class LargePackageSale
{
    /// <summary>The exact search, and behind it the integer program, for up to 64 goods.</summary>
    /// <param name="limit">How much work is allowed.</param>
    /// <exception cref="ArgumentOutOfRangeException">A limit is negative or not finite.</exception>
    public static WinnerSolver Solver(SearchLimit limit)
    {
        ArgumentNullException.ThrowIfNull(limit);
        limit.Check();
        return new HandOver(limit);
    }

    /// <summary>Runs an auction of any number of goods in whole units of money.</summary>
    /// <param name="bids">The bids, in any order; values are whole units in [0, 1e15].</param>
    /// <param name="goods">The number of goods, at least 0.</param>
    /// <param name="limit">How much work is allowed.</param>
    /// <param name="awards">Receives for every bidder its accepted bid and its payment; its length is the number of bidders.</param>
    /// <exception cref="ArgumentException">A bid is null, or the values add up to more than <see cref="LargePackageAuction.MostMoney"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A bid is not valid; the message names it.</exception>
    /// <exception cref="AllocationNotProvedException">The best allocation, or a best total without a winner, is not proved within the limit; nothing is decided.</exception>
    public static void Run(ReadOnlySpan<LargePackageBid> bids, int goods, SearchLimit limit, Span<PackageAward<long>> awards)
    {
        if (Decide(bids, goods, limit, awards) is { } why)
        {
            throw new AllocationNotProvedException(why);
        }
    }

    /// <summary>Runs an auction of any number of goods, if allocation and payments can be proved within the limit.</summary>
    /// <param name="bids">The bids, in any order; values are whole units in [0, 1e15].</param>
    /// <param name="goods">The number of goods, at least 0.</param>
    /// <param name="limit">How much work is allowed.</param>
    /// <param name="awards">Receives for every bidder its accepted bid and its payment; its length is the number of bidders.</param>
    /// <returns>False if something is not proved: then nothing is accepted and nothing is paid.</returns>
    /// <exception cref="ArgumentException">A bid is null, or the values add up to more than <see cref="LargePackageAuction.MostMoney"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A bid is not valid; the message names it.</exception>
    public static bool TryRun(ReadOnlySpan<LargePackageBid> bids, int goods, SearchLimit limit, Span<PackageAward<long>> awards) =>
        Decide(bids, goods, limit, awards) is null;

    /// <summary>Decides, or says why nothing is decided.</summary>
    private static string? Decide(ReadOnlySpan<LargePackageBid> bids, int goods, SearchLimit limit, Span<PackageAward<long>> awards)
    {
        const long highest = 1_000_000_000_000_000;
        for (var index = 0; index < bids.Length; index++)
        {
            if (bids[index]?.Value > highest)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(bids),
                    bids[index].Value,
                    string.Create(CultureInfo.InvariantCulture, $"Bid {index} of bidder {bids[index].Bidder} is worth {bids[index].Value}; a value must be a multiple of 1 in [0, {highest}]."));
            }
        }

        var outcome = LargePackageAuction.Run(bids, goods, awards.Length, limit);
        for (var bidder = 0; bidder < awards.Length; bidder++)
        {
            awards[bidder] = outcome.Payments is { } payments ? new(outcome.Accepted[bidder], payments[bidder]) : new(-1, 0);
        }

        return outcome.WhyNoPayments;
    }

    private sealed class HandOver(SearchLimit limit) : WinnerSolver
    {
        public override long MostMoney => LargePackageAuction.MostMoney;

        public override string Limit => string.Create(CultureInfo.InvariantCulture, $"{limit.Nodes} nodes and a deterministic time of {limit.DeterministicTime}");

        public override bool TryRun(ReadOnlySpan<ExactPackageBid> bids, int goods, Span<int> accepted, Span<long> payments) =>
            LargePackageAuction.TryRun(bids, goods, limit, accepted, payments, out _);

        public override bool TryAllocate(ReadOnlySpan<ExactPackageBid> bids, int goods, Span<int> accepted, out long total)
        {
            if (PackageSearch.TryAllocate(bids, goods, limit.Nodes, accepted, out total))
            {
                return true;
            }

            var outcome = LargePackageAuction.Allocate(LargePackageAuction.Named(bids, goods), goods, accepted.Length, limit with { Nodes = 0 });
            if (!outcome.IsOptimal)
            {
                return false;
            }

            outcome.Accepted.CopyTo(accepted);
            total = outcome.Total;
            return true;
        }
    }
}
