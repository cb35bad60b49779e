namespace MechanismDsl.Kernels;

/// <summary>The reports in a good bracket, and how many of the others come before them.</summary>
/// <param name="bids">The bids inside.</param>
/// <param name="costs">The costs inside.</param>
/// <param name="bracket">The bracket.</param>
/// <param name="above">The number of bids above it.</param>
/// <param name="below">The number of costs below it.</param>
internal readonly ref struct Crossing(Span<double> bids, Span<double> costs, Bracket bracket, int above, int below)
{
    public Span<double> Bids { get; } = bids;

    public Span<double> Costs { get; } = costs;

    public Bracket Bracket { get; } = bracket;

    public int Above { get; } = above;

    public int Below { get; } = below;

    public int Count => Bids.Length + Costs.Length;

    /// <summary>The same with a smaller bracket: the guess, or the part of this bracket that it misses. Overwrites the memory of this one.</summary>
    /// <param name="guess">A bracket inside this one.</param>
    public Crossing Narrowed(Bracket guess)
    {
        var (bidsLie, costsLie) = (Narrowing.Count(Bids, guess), Narrowing.Count(Costs, guess));
        var bracket = guess.Within(Bracket, bidsLie with { Above = Above + bidsLie.Above }, costsLie with { Below = Below + costsLie.Below });
        bidsLie = Narrowing.Keep(Bids, bracket, Bids);
        costsLie = Narrowing.Keep(Costs, bracket, Costs);
        return new(Bids[..bidsLie.Inside], Costs[..costsLie.Inside], bracket, Above + bidsLie.Above, Below + costsLie.Below);
    }

    /// <summary>The last efficient pair and the one after it; the reports inside must be sorted.</summary>
    /// <param name="bids">All bids.</param>
    /// <param name="costs">All costs.</param>
    public Margin<double> Margin(ReadOnlySpan<double> bids, ReadOnlySpan<double> costs)
    {
        var trades = Math.Max(Above, Below);
        for (var last = Math.Min(Above + Bids.Length, Below + Costs.Length); trades < last;)
        {
            var pair = trades + ((last - trades + 1) / 2);
            if (Bids[BidOf(pair)] >= Costs[CostOf(pair)])
            {
                trades = pair;
            }
            else
            {
                last = pair - 1;
            }
        }

        var (hasBid, hasCost) = (trades < bids.Length, trades < costs.Length);
        return new(
            trades,
            trades == 0 ? 0 : trades > Above ? Bids[BidOf(trades)] + 0.0 : Narrowing.LeastAbove(bids, Bracket.High),
            trades == 0 ? 0 : trades > Below ? Costs[CostOf(trades)] + 0.0 : Narrowing.GreatestBelow(costs, Bracket.Low),
            !hasBid ? 0 : trades < Above + Bids.Length ? Bids[BidOf(trades + 1)] + 0.0 : Narrowing.GreatestBelow(bids, Bracket.Low),
            !hasCost ? ReportDomain.Highest : trades < Below + Costs.Length ? Costs[CostOf(trades + 1)] + 0.0 : Narrowing.LeastAbove(costs, Bracket.High),
            hasBid && hasCost);
    }

    /// <summary>Where the bid of a pair, counted from 1, stands among the ascending bids inside.</summary>
    private int BidOf(int pair) => Bids.Length - (pair - Above);

    /// <summary>Where the cost of a pair, counted from 1, stands among the ascending costs inside.</summary>
    private int CostOf(int pair) => pair - Below - 1;
}
