using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.SingleParameter;
using MechanismDsl.Theory.SingleParameter.Equilibria;

namespace MechanismDsl.Generators.Planning;

/// <summary>The symmetric equilibrium bid as a function of the own value, in the form in which it is written.</summary>
/// <param name="LowestBidder">Values below stay out.</param>
/// <param name="Highest">Values above bid as this one does.</param>
internal abstract record EquilibriumPlan(double LowestBidder, double Highest)
{
    /// <summary>Shift + m (v − Shift)/(m + 1) with m = Exponent, and what the reserve adds to it: l (l/(v − Shift))ᵐ/(m + 1) with l = LowestBidder − Shift.</summary>
    internal sealed record Power(double LowestBidder, double Highest, double Shift, double Exponent) : EquilibriumPlan(LowestBidder, Highest);

    /// <summary>The all-pay bid for a power distribution.</summary>
    internal sealed record PowerAllPay(double LowestBidder, double Highest, double Shift, double Exponent) : EquilibriumPlan(LowestBidder, Highest);

    /// <summary>A table; between the lowest bidder and its low end the bid is interpolated.</summary>
    internal sealed record Tabulated(double LowestBidder, double Highest, double LowestBid, EquatableArray<ChebyshevTable> Tables) : EquilibriumPlan(LowestBidder, Highest);

    /// <summary>The plan; null where no equilibrium is known, or where bids on a grid cannot follow it.</summary>
    public static EquilibriumPlan? Of(SolvedAuction auction, Currency currency) => currency.IsGrid ? null : auction.Equilibrium switch
    {
        PowerBid bid => new Power(Rounded(bid.LowestBidder), Rounded(bid.Highest), Rounded(bid.Shift), Rounded(bid.Exponent)),
        PowerAllPayBid bid => new PowerAllPay(Rounded(bid.LowestBidder), Rounded(bid.Highest), Rounded(bid.Shift), Rounded(bid.Exponent)),
        TabulatedBid bid => new Tabulated(Rounded(bid.LowestBidder), Rounded(bid.Highest), Rounded(bid.LowestBid), bid.Tables.Select(Tabulation.Rounded).ToEquatableArray()),
        _ => null,
    };

    private static double Rounded(double value) => NumberText.Rounded(value);
}
