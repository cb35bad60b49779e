namespace MechanismDsl.Kernels;

/// <summary>Bids grouped by bidder, in the order in which each bidder made them. Bids that cannot win are left out: worth nothing.</summary>
internal readonly ref struct BidBook
{
    private readonly RunMemory<int> _order;
    private readonly RunMemory<int> _starts;
    private readonly ReadOnlySpan<PackageBid> _bids;

    public BidBook(ReadOnlySpan<PackageBid> bids, int bidders)
    {
        _bids = bids;
        _order = new RunMemory<int>(bids.Length);
        _starts = new RunMemory<int>(bidders + 2);
        var starts = _starts.Span;
        starts.Clear();
        foreach (var bid in bids)
        {
            starts[bid.Bidder + 2] += bid.Value > 0 ? 1 : 0;
        }

        for (var bidder = 2; bidder < starts.Length; bidder++)
        {
            starts[bidder] += starts[bidder - 1];
        }

        for (var index = 0; index < bids.Length; index++)
        {
            if (bids[index].Value > 0)
            {
                _order.Span[starts[bids[index].Bidder + 1]++] = index;
            }
        }
    }

    /// <summary>The bid with an index.</summary>
    public PackageBid this[int index] => _bids[index];

    /// <summary>The indices of a bidder's bids.</summary>
    public ReadOnlySpan<int> Of(int bidder) => _order.Span[_starts.Span[bidder].._starts.Span[bidder + 1]];

    /// <summary>Gives working memory back.</summary>
    public void Dispose()
    {
        _order.Dispose();
        _starts.Dispose();
    }
}
