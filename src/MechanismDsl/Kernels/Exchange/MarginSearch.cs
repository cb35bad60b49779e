namespace MechanismDsl.Kernels;

/// <summary>Finds the reports around the last efficient trade without sorting: a bracket around them is closed by sampling, and only reports in it are kept.</summary>
internal static class MarginSearch
{
    /// <summary>So few reports are sorted at once.</summary>
    private const int Few = 1024;

    /// <summary>The reports around the last efficient trade.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A report lies outside the domain; the message names the buyer or seller, value and domain.</exception>
    public static Margin<double> Find(ReadOnlySpan<double> bids, ReadOnlySpan<double> costs)
    {
        using var bidMemory = new RunMemory<double>(bids.Length);
        using var costMemory = new RunMemory<double>(costs.Length);
        var guess = bids.Length + costs.Length <= Few ? Bracket.Everything : SampledBracket.Around(bids, costs, Bracket.Everything, 0, 0);
        var bidsLie = Narrowing.OfReports(bids, guess, bidMemory.Span, MarketSide.Buyer);
        var costsLie = Narrowing.OfReports(costs, guess, costMemory.Span, MarketSide.Seller);
        var bracket = guess.Within(Bracket.Everything, bidsLie, costsLie);
        if (bracket != guess)
        {
            bidsLie = Narrowing.Keep(bids, bracket, bidMemory.Span);
            costsLie = Narrowing.Keep(costs, bracket, costMemory.Span);
        }

        var crossing = new Crossing(bidMemory.Span[..bidsLie.Inside], costMemory.Span[..costsLie.Inside], bracket, bidsLie.Above, costsLie.Below);
        return Close(crossing).Margin(bids, costs);
    }

    /// <summary>Narrows the bracket until what it keeps is sorted.</summary>
    private static Crossing Close(Crossing crossing)
    {
        var sampled = true;
        while (crossing.Count > Few && crossing.Bracket.Low < crossing.Bracket.High)
        {
            // Where a sample does not help (many equal reports), halving the numbers between the ends does, after 63 steps at the latest.
            var next = crossing.Narrowed(sampled
                ? SampledBracket.Around(crossing.Bids, crossing.Costs, crossing.Bracket, crossing.Above, crossing.Below)
                : crossing.Bracket.LowerHalf());
            sampled = next.Count <= crossing.Count / 2;
            crossing = next;
        }

        // Reports in a bracket of one number are equal.
        if (crossing.Bracket.Low < crossing.Bracket.High)
        {
            crossing.Bids.Sort();
            crossing.Costs.Sort();
        }

        return crossing;
    }
}
