using System.Numerics;

namespace MechanismDsl.Kernels;

/// <summary>A bid in the order of a greedy choice.</summary>
/// <param name="Index">Its index among all bids.</param>
/// <param name="Bidder">Who makes it.</param>
/// <param name="Goods">The goods as a set of bits.</param>
/// <param name="Value">What they are worth.</param>
internal readonly record struct GreedyBid<TValue>(int Index, int Bidder, ulong Goods, TValue Value)
{
    /// <summary>The number of goods.</summary>
    public int Size => BitOperations.PopCount(Goods);
}

/// <summary>How values over the square roots of numbers of goods compare.</summary>
internal interface IRootOrder<in TValue>
{
    /// <summary>The sign of value/√size − other/√otherSize.</summary>
    static abstract int Compare(TValue value, int size, TValue other, int otherSize);
}

/// <summary>Bids in the order of value over the square root of the number of goods, the lowest bidder first among equals, and which of them are accepted.</summary>
internal readonly ref struct GreedyOrder<TValue, TOrder>
    where TValue : struct, INumber<TValue>
    where TOrder : struct, IRootOrder<TValue>
{
    private readonly ReadOnlySpan<GreedyBid<TValue>> _bids;
    private readonly RunMemory<int> _accepted;
    private readonly int _count;

    /// <summary>Sorts the bids in place, and accepts those that share no good with one before.</summary>
    public GreedyOrder(Span<GreedyBid<TValue>> bids)
    {
        bids.Sort(static (one, other) =>
            TOrder.Compare(other.Value, other.Size, one.Value, one.Size) is var order && order != 0 ? order : one.Bidder.CompareTo(other.Bidder));
        _bids = bids;
        _accepted = new RunMemory<int>(bids.Length);
        var taken = 0ul;
        for (var place = 0; place < bids.Length; place++)
        {
            if (bids[place].Value > TValue.Zero && (bids[place].Goods & taken) == 0)
            {
                taken |= bids[place].Goods;
                _accepted.Span[_count++] = place;
            }
        }
    }

    /// <summary>The places of the accepted bids, in order.</summary>
    public ReadOnlySpan<int> Accepted => _accepted.Span[.._count];

    /// <summary>The bid at a place.</summary>
    public GreedyBid<TValue> this[int place] => _bids[place];

    /// <summary>
    /// The first bid that would be accepted without one of the accepted bids and takes one of its goods: before that the bid must come. Null where none would.
    /// </summary>
    public GreedyBid<TValue>? Rival(int place)
    {
        var own = _bids[place];
        var taken = 0ul;
        foreach (var before in Accepted)
        {
            taken |= before < place ? _bids[before].Goods : 0;
        }

        for (var next = place + 1; next < _bids.Length; next++)
        {
            var bid = _bids[next];
            if (bid.Value > TValue.Zero && (bid.Goods & taken) == 0)
            {
                if ((bid.Goods & own.Goods) != 0)
                {
                    return bid;
                }

                taken |= bid.Goods;
            }
        }

        return null;
    }

    /// <summary>Gives working memory back.</summary>
    public void Dispose() => _accepted.Dispose();
}
