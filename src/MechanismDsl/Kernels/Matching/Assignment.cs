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
/// With integer values below 2⁵³ / (bidders + 1) assignment and prices are exact. Among assignments of equal total the one that the insertion order
/// leads to is chosen: a later bidder displaces an earlier one only by a strictly higher total.
/// </para>
/// </remarks>
public static class Assignment
{
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
        using var numbers = new RunMemory<double>((4 * items) + assigned.Length);
        using var indices = new RunMemory<int>(3 * items);
        var search = new AugmentingPaths(values, items, assigned, numbers.Span, indices.Span);
        for (var bidder = 0; bidder < assigned.Length; bidder++)
        {
            search.Insert(bidder);
        }

        for (var bidder = 0; bidder < assigned.Length; bidder++)
        {
            payments[bidder] = assigned[bidder] < 0 ? 0 : search.PriceOf(assigned[bidder]);
        }
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
