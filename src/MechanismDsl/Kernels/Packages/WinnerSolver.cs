namespace MechanismDsl.Kernels;

/// <summary>
/// Finds the accepted bids of a package auction in whole units of money, with payments or without; or says that it could not prove its answer within
/// its limit, and then decides nothing.
/// </summary>
public abstract class WinnerSolver
{
    /// <summary>The dynamic program over all sets of goods (<see cref="PackageAuction"/>): up to 20 goods; it needs no limit.</summary>
    public static WinnerSolver Table { get; } = new TableSolver();

    /// <summary>The exact search for up to 64 goods (<see cref="PackageSearch"/>).</summary>
    /// <param name="nodes">The most nodes of the search, at least 0, for the allocation and all payments together.</param>
    public static WinnerSolver Search(long nodes) => new SearchSolver(nodes);

    /// <summary>Payments in the core instead of Clarke's (<see cref="CorePayments"/>).</summary>
    /// <param name="solver">What finds accepted bids; its limit holds for each of the searches that payments need.</param>
    public static WinnerSolver CoreSelecting(WinnerSolver solver) => new CoreSolver(solver);

    /// <summary>The bidders' highest values may add up to so many units.</summary>
    public abstract long MostMoney { get; }

    /// <summary>What the work is limited to, in words: <c>5000000 nodes</c>.</summary>
    public abstract string Limit { get; }

    /// <summary>Finds the accepted bids and the payments, Clarke's unless the solver is one of <see cref="CoreSelecting"/> payments.</summary>
    /// <param name="bids">The bids, in any order; several bids of one bidder exclude each other.</param>
    /// <param name="goods">The number of goods.</param>
    /// <param name="accepted">Receives the index of every bidder's accepted bid, −1 for none; its length is the number of bidders.</param>
    /// <param name="payments">Receives what every bidder pays, in units; as long as <paramref name="accepted"/>.</param>
    /// <returns>False if the allocation or a total without a winner is not proved to be the best: then nothing is accepted and nothing is paid.</returns>
    /// <exception cref="ArgumentException">The lengths do not fit, or the values add up to more than the solver can carry.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are too many goods, or a bid is not valid; the message names it.</exception>
    public abstract bool TryRun(ReadOnlySpan<ExactPackageBid> bids, int goods, Span<int> accepted, Span<long> payments);

    /// <summary>Finds the accepted bids alone, for payments that are not Clarke's.</summary>
    /// <param name="bids">The bids, in any order; several bids of one bidder exclude each other.</param>
    /// <param name="goods">The number of goods.</param>
    /// <param name="accepted">Receives the index of every bidder's accepted bid, −1 for none; its length is the number of bidders.</param>
    /// <param name="total">The total value of the accepted bids, in units.</param>
    /// <returns>False if the allocation is not proved to be the best: then nothing is accepted.</returns>
    /// <exception cref="ArgumentException">The values add up to more than the solver can carry.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are too many goods, or a bid is not valid; the message names it.</exception>
    public abstract bool TryAllocate(ReadOnlySpan<ExactPackageBid> bids, int goods, Span<int> accepted, out long total);

    private sealed class TableSolver : WinnerSolver
    {
        /// <summary>Sums of doubles that are whole numbers are exact up to here.</summary>
        public override long MostMoney => 1L << 53;

        public override string Limit => "no limit";

        public override bool TryRun(ReadOnlySpan<ExactPackageBid> bids, int goods, Span<int> accepted, Span<long> payments)
        {
            using var packed = Pack(bids);
            using var paid = new RunMemory<double>(payments.Length);
            PackageAuction.Run(packed.Span, goods, accepted, paid.Span);
            for (var bidder = 0; bidder < payments.Length; bidder++)
            {
                payments[bidder] = (long)paid.Span[bidder];
            }

            return true;
        }

        public override bool TryAllocate(ReadOnlySpan<ExactPackageBid> bids, int goods, Span<int> accepted, out long total)
        {
            using var packed = Pack(bids);
            total = (long)PackageAuction.Allocate(packed.Span, goods, accepted);
            return true;
        }

        private static RunMemory<PackageBid> Pack(ReadOnlySpan<ExactPackageBid> bids)
        {
            var packed = new RunMemory<PackageBid>(bids.Length);
            for (var index = 0; index < bids.Length; index++)
            {
                packed.Span[index] = new(bids[index].Bidder, checked((uint)bids[index].Goods), bids[index].Value);
            }

            return packed;
        }
    }

    private sealed class CoreSolver(WinnerSolver inner) : WinnerSolver
    {
        public override long MostMoney => inner.MostMoney;

        public override string Limit => inner.Limit;

        public override bool TryRun(ReadOnlySpan<ExactPackageBid> bids, int goods, Span<int> accepted, Span<long> payments) =>
            CorePayments.TryRun(bids, goods, inner, accepted, payments);

        public override bool TryAllocate(ReadOnlySpan<ExactPackageBid> bids, int goods, Span<int> accepted, out long total) =>
            inner.TryAllocate(bids, goods, accepted, out total);
    }

    private sealed class SearchSolver(long nodes) : WinnerSolver
    {
        public override long MostMoney => PackageSearch.MostMoney;

        public override string Limit => nodes.ToString(System.Globalization.CultureInfo.InvariantCulture) + " nodes";

        public override bool TryRun(ReadOnlySpan<ExactPackageBid> bids, int goods, Span<int> accepted, Span<long> payments) =>
            PackageSearch.TryRun(bids, goods, nodes, accepted, payments, out _);

        public override bool TryAllocate(ReadOnlySpan<ExactPackageBid> bids, int goods, Span<int> accepted, out long total) =>
            PackageSearch.TryAllocate(bids, goods, nodes, accepted, out total);
    }
}
