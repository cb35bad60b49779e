using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MechanismDsl.Kernels;

/// <summary>
/// The table of a dynamic program over sets of goods: entry S is the highest total of bids, at most one a bidder, on disjoint packages inside S.
/// </summary>
internal static class BundleTable
{
    /// <summary>The table of some bidders.</summary>
    public static void Fill(Span<double> table, BidBook book, ReadOnlySpan<int> bidders)
    {
        table.Clear();
        Add(table, book, bidders);
    }

    /// <summary>Lets more bidders into a table.</summary>
    public static void Add(Span<double> table, BidBook book, ReadOnlySpan<int> bidders)
    {
        using var before = new RunMemory<double>(table.Length);
        foreach (var bidder in bidders)
        {
            var bids = book.Of(bidder);
            if (bids.Length > 0)
            {
                // All bids of the bidder start from the table without it: at most one of them counts.
                table.CopyTo(before.Span);
                foreach (var index in bids)
                {
                    Add(table, before.Span, book[index].Goods, book[index].Value);
                }
            }
        }
    }

    /// <summary>table[T ∪ package] = max(itself, before[T] + value) for all T without goods of the package.</summary>
    public static void Add(Span<double> table, ReadOnlySpan<double> before, uint package, double value)
    {
        if (table.Length >= 8 && Vector512.IsHardwareAccelerated)
        {
            AddEight(table, before, package, value);
            return;
        }

        var rest = (uint)(table.Length - 1) & ~package;
        var others = 0u;
        do
        {
            var both = (int)(others | package);
            table[both] = Math.Max(table[both], before[(int)others] + value);
            others = (others - rest) & rest;
        }
        while (others != 0);
    }

    /// <summary>Eight sets at a time: those that differ in the three lowest goods. Within them, the package moves lanes.</summary>
    private static void AddEight(Span<double> table, ReadOnlySpan<double> before, uint package, double value)
    {
        ref var to = ref MemoryMarshal.GetReference(table);
        ref var from = ref MemoryMarshal.GetReference(before);
        var low = package & 7;
        var high = package & ~7u;
        var rest = (uint)(table.Length - 1) & ~package & ~7u;
        var lanes = Vector512<long>.Indices;
        var mask = Vector512.Create((long)low);

        // Lane r is reached from lane r ^ low if it has all the low goods of the package; from the other lanes nothing is won.
        var source = lanes ^ mask;
        var gain = Vector512.ConditionalSelect(Vector512.Equals(lanes & mask, mask).AsDouble(), Vector512.Create(value), Vector512.Create(double.NegativeInfinity));
        var others = 0u;
        if (low == 0)
        {
            do
            {
                var candidate = Vector512.LoadUnsafe(ref from, others) + gain;
                Vector512.MaxNative(Vector512.LoadUnsafe(ref to, others | high), candidate).StoreUnsafe(ref to, others | high);
                others = (others - rest) & rest;
            }
            while (others != 0);
            return;
        }

        do
        {
            var candidate = Vector512.Shuffle(Vector512.LoadUnsafe(ref from, others), source) + gain;
            Vector512.MaxNative(Vector512.LoadUnsafe(ref to, others | high), candidate).StoreUnsafe(ref to, others | high);
            others = (others - rest) & rest;
        }
        while (others != 0);
    }
}
