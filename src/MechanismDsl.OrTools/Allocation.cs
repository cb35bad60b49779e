namespace MechanismDsl.OrTools;

/// <summary>Accepted bids and an upper bound on what any allocation is worth.</summary>
/// <param name="Accepted">The index of every bidder's accepted bid, −1 for none.</param>
/// <param name="Total">The total value of the accepted bids.</param>
/// <param name="Bound">No allocation is worth more.</param>
internal readonly record struct Allocation(int[] Accepted, long Total, long Bound)
{
    public bool IsOptimal => Total == Bound;

    /// <summary>
    /// Accepts bids in descending order of value by the square root of the number of goods (Lehmann, O'Callaghan and Shoham 2002), so that there is always
    /// something to start from, and to return.
    /// </summary>
    public static Allocation Greedy(LargeMarket market, int without)
    {
        var order = Enumerable.Range(0, market.Bids.Length)
            .Where(index => market.Bids[index].Value > 0 && market.Bids[index].Bidder != without)
            .OrderByDescending(index => market.Bids[index].Value / Math.Sqrt(market.Bids[index].Goods.Count));
        var accepted = Enumerable.Repeat(-1, market.Bidders).ToArray();
        var isSold = new bool[market.Goods];
        var total = 0L;
        foreach (var index in order)
        {
            var bid = market.Bids[index];
            if (accepted[bid.Bidder] < 0 && !bid.Goods.Any(good => isSold[good]))
            {
                accepted[bid.Bidder] = index;
                total += bid.Value;
                foreach (var good in bid.Goods)
                {
                    isSold[good] = true;
                }
            }
        }

        return new Allocation(accepted, total, market.HighestTotal(without));
    }
}
