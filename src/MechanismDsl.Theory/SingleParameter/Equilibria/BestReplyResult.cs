namespace MechanismDsl.Theory.SingleParameter.Equilibria;

/// <summary>Whether a strategy is a best reply to itself.</summary>
public abstract record BestReplyResult
{
    private BestReplyResult() { }

    /// <summary>No deviation gains more than the search can tell from rounding.</summary>
    /// <param name="LargestGain">The largest gain found; at most 1e-9 of the scale of values.</param>
    public sealed record NoneFound(double LargestGain) : BestReplyResult;

    /// <summary>A type gains by another bid; the numbers can be checked by hand.</summary>
    /// <param name="Type">The value of the agent who deviates.</param>
    /// <param name="OwnBid">What the strategy bids for it.</param>
    /// <param name="BetterBid">A bid that earns more.</param>
    /// <param name="Gain">Expected utility of the better bid minus that of the strategy's.</param>
    public sealed record Refuted(double Type, double OwnBid, double BetterBid, double Gain) : BestReplyResult;

    /// <summary>The question could not be asked.</summary>
    /// <param name="Reason">Why, as a clause.</param>
    public sealed record Undecided(string Reason) : BestReplyResult;
}
