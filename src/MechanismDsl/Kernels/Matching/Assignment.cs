using System.Globalization;

namespace MechanismDsl.Kernels;

/// <summary>
/// The Vickrey–Clarke–Groves mechanism for unit demand: items are assigned to bidders who want at most one each, so that the sum of the values is as
/// high as possible, and every bidder pays the lowest competitive price of its item.
/// </summary>
/// <remarks>
/// For unit demand the Clarke payments are the lowest prices at which every bidder gets an item it likes best (Leonard 1983). They come for nothing:
/// bidders are inserted one after the other, each by a shortest augmenting path from zero prices; an insertion raises exactly the items that are
/// demanded too much, so the final dual prices are the lowest ones (the exact ascending auction of Demange, Gale and Sotomayor 1986; paths as in
/// Jonker and Volgenant 1987). O(bidders² · items) at most; no allocation beyond pooled memory.
/// <para>
/// Where there are many items, searches look at the few that matter to each bidder (after Volgenant 1996). Where everybody wants the same items, a war of bids
/// finds prices first, a little too low, from which the same searches take fewer steps. Results are the same in all three ways.
/// </para>
/// <para>
/// With integer values below 2⁵³ / (bidders + 1) assignment and prices are exact. Among assignments of equal total the one that the insertion order
/// leads to is chosen: a later bidder displaces an earlier one only by a strictly higher total.
/// </para>
/// </remarks>
public static class Assignment
{
    /// <summary>From so many items on, searches that look at few of them are faster (section assignment of the benchmarks).</summary>
    private const int FewItems = 64;

    /// <summary>The bidders that a search may come by on average, before a market counts as contested: half as many again as among independent values.</summary>
    private static double Patience(int items) => 16 + (1.2 * Math.Sqrt(items));

    /// <summary>Runs the mechanism.</summary>
    /// <param name="values">What every item is worth to every bidder, bidder by bidder: the value of item j to bidder i at index i · items + j. Finite; an item is never assigned at a negative value.</param>
    /// <param name="items">The number of items.</param>
    /// <param name="assigned">Receives the 0-based item of every bidder, −1 for none; its length is the number of bidders.</param>
    /// <param name="payments">Receives what every bidder pays, 0 for those without an item; as long as <paramref name="assigned"/>.</param>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is NaN or infinite; the message names bidder and item.</exception>
    public static void Run(ReadOnlySpan<double> values, int items, Span<int> assigned, Span<double> payments)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(items);
        if ((long)assigned.Length * items != values.Length)
        {
            throw new ArgumentException(Invariant($"{assigned.Length} bidders and {items} items need {(long)assigned.Length * items} values, not {values.Length}."), nameof(values));
        }

        if (assigned.Length != payments.Length)
        {
            throw new ArgumentException(Invariant($"There is room for {assigned.Length} items assigned and for {payments.Length} payments; both need one entry a bidder."), nameof(payments));
        }

        CheckFinite(values, items);
        if (items < FewItems)
        {
            SeeAll(values, items, assigned, payments, []);
        }
        else if (!TrySeeFew(values, items, assigned, payments) && !TryFight(values, items, assigned, payments))
        {
            SeeAll(values, items, assigned, payments, []);
        }
    }

    /// <summary>Searches look at all values of the bidders on their way. They start from the given prices; if there are none, from zero.</summary>
    private static bool SeeAll(ReadOnlySpan<double> values, int items, Span<int> assigned, Span<double> payments, ReadOnlySpan<double> start)
    {
        using var numbers = new RunMemory<double>((4 * items) + assigned.Length);
        using var indices = new RunMemory<int>(3 * items);
        var search = new AugmentingPaths(values, items, assigned, numbers.Span, indices.Span);
        if (!start.IsEmpty)
        {
            search.StartAt(start);
        }

        for (var bidder = 0; bidder < assigned.Length; bidder++)
        {
            search.Insert(bidder);
        }

        if (!start.IsEmpty && !search.TryLower())
        {
            return false;
        }

        for (var bidder = 0; bidder < assigned.Length; bidder++)
        {
            payments[bidder] = assigned[bidder] < 0 ? 0 : search.PriceOf(assigned[bidder]);
        }

        return true;
    }

    /// <summary>Searches look at the values that matter; they give up where everybody wants the same items, which makes them long.</summary>
    private static bool TrySeeFew(ReadOnlySpan<double> values, int items, Span<int> assigned, Span<double> payments)
    {
        var bidders = assigned.Length;
        using var numbers = new RunMemory<double>((2 * items) + (3 * bidders));
        using var indices = new RunMemory<int>((3 * bidders) + items);
        using var offers = new RunMemory<DemandRows.Offer>(bidders * DemandRows.Most);
        using var states = new RunMemory<CorePaths.Item>(items);
        using var settled = new RunMemory<CorePaths.Settled>(items);
        using var entries = new RunMemory<SearchHeap.Entry>(items + bidders);
        var rows = new DemandRows(values, items, offers.Span, indices.Span[..bidders], numbers.Span[..bidders], numbers.Span.Slice(bidders, items));
        var search = new CorePaths(
            rows,
            assigned,
            numbers.Span.Slice(bidders + items, items),
            numbers.Span[(bidders + (2 * items))..],
            indices.Span.Slice(bidders, bidders),
            states.Span,
            settled.Span,
            new(entries.Span, indices.Span[(2 * bidders)..]));
        indices.Span.Slice(bidders, bidders).Clear();
        for (var bidder = 0; bidder < bidders; bidder++)
        {
            search.Insert(bidder);
            if (search.Visits > Patience(items) * bidders)
            {
                return false;
            }
        }

        for (var bidder = 0; bidder < bidders; bidder++)
        {
            payments[bidder] = assigned[bidder] < 0 ? 0 : search.PriceOf(assigned[bidder]);
        }

        return true;
    }

    /// <summary>A war of bids finds prices that searches start from. It may leave items dear that nobody wants, or not say who of equals comes first; then it is in vain.</summary>
    private static bool TryFight(ReadOnlySpan<double> values, int items, Span<int> assigned, Span<double> payments)
    {
        using var prices = new RunMemory<double>(items);
        using var indices = new RunMemory<int>(items + assigned.Length);
        BiddingWar.Run(values, prices.Span, indices.Span[..items], indices.Span[items..]);
        return SeeAll(values, items, assigned, payments, prices.Span);
    }

    private static void CheckFinite(ReadOnlySpan<double> values, int items)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value - value;
        }

        if (sum == 0)
        {
            return;
        }

        for (var index = 0; index < values.Length; index++)
        {
            if (!double.IsFinite(values[index]))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(values), values[index], Invariant($"The value of item {index % items} to bidder {index / items} is {values[index]}; it must be finite."));
            }
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
