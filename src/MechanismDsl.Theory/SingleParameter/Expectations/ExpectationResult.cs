using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.SingleParameter.Expectations;

/// <summary>What is known of a rule's expectations: numbers with an error bound, or the reason why there are none.</summary>
public abstract record ExpectationResult
{
    private ExpectationResult() { }

    /// <summary>Expectations whose estimated relative error is at most <see cref="AuctionExpectations.Tolerance"/>.</summary>
    /// <param name="Numbers">One entry for each number of agents asked for, in that order.</param>
    /// <param name="RelativeError">The largest estimated error relative to welfare, and to revenue where that is at least a tenth of welfare; 0 for closed forms.</param>
    /// <param name="Revenue">Expected revenue as a formula in n; null for different agents and where there is no closed form.</param>
    public sealed record Known(EquatableArray<AuctionNumbers> Numbers, double RelativeError, RevenueFormula? Revenue) : ExpectationResult
    {
        /// <summary>True if reports lie on a grid of money and the expectations are those of the same rule without the grid.</summary>
        public bool IgnoresGrid { get; init; }
    }

    /// <summary>No number can be stated.</summary>
    /// <param name="Reason">Why, as a clause: "no equilibrium is known for different agents".</param>
    public sealed record Unknown(string Reason) : ExpectationResult;
}
