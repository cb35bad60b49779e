using System.Globalization;

namespace MechanismDsl.Kernels;

/// <summary><see cref="PackageAuction"/> for the bids of a mechanism: values are checked against the report domain, and awards are written bidder by bidder.</summary>
public static class PackageSale
{
    /// <summary>Runs the auction.</summary>
    /// <param name="bids">The bids, in any order; values are finite numbers in [0, 1e15].</param>
    /// <param name="goods">The number of goods, 0 to 20.</param>
    /// <param name="awards">Receives for every bidder its accepted bid and its payment; its length is the number of bidders.</param>
    /// <exception cref="ArgumentOutOfRangeException">A bid names an unknown bidder or good, no good, or a value outside the domain; the message names the bid.</exception>
    public static void Run(ReadOnlySpan<PackageBid> bids, int goods, Span<PackageAward<double>> awards)
    {
        for (var index = 0; index < bids.Length; index++)
        {
            if (!ReportDomain.Contains(bids[index].Value))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(bids),
                    bids[index].Value,
                    string.Create(CultureInfo.InvariantCulture, $"Bid {index} of bidder {bids[index].Bidder} is worth {bids[index].Value}; a value must be a finite number in [0, 1e15]."));
            }
        }

        using var accepted = new RunMemory<int>(awards.Length);
        using var payments = new RunMemory<double>(awards.Length);
        PackageAuction.Run(bids, goods, accepted.Span, payments.Span);
        for (var bidder = 0; bidder < awards.Length; bidder++)
        {
            awards[bidder] = new(accepted.Span[bidder], payments.Span[bidder] + 0.0);
        }
    }
}
