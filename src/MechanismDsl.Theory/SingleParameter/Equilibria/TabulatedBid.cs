using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.SingleParameter.Equilibria;

/// <summary>An equilibrium bid without a closed form, as a table whose error against quadrature is verified to 1e-11 of the highest bid.</summary>
/// <param name="LowestBidder">Types below stay out.</param>
/// <param name="Highest">Upper end of the table; above it lies less than 1e-9 of the types, which bid as its upper end does.</param>
/// <param name="Tables">The bid from the first table's low end on; one table between any two points where the prior's density is not smooth.</param>
/// <remarks>
/// Between <paramref name="LowestBidder"/> and the first table's low end lies less than 1e-9 of the types; there the bid is interpolated linearly.
/// </remarks>
public sealed record TabulatedBid(double LowestBidder, double Highest, EquatableArray<ChebyshevTable> Tables) : BidFunction(LowestBidder, Highest)
{
    /// <summary>The bid of the lowest bidder.</summary>
    public required double LowestBid { get; init; }

    /// <inheritdoc/>
    public override double Bid(double value)
    {
        for (var index = Tables.Count - 1; index >= 0; index--)
        {
            if (value >= Tables[index].Low)
            {
                return Tables[index].At(value);
            }
        }

        var first = Tables[0];
        var length = first.Low - LowestBidder;
        var share = length > 0 ? (Math.Max(value, LowestBidder) - LowestBidder) / length : 0;
        return LowestBid + (share * (first.At(first.Low) - LowestBid));
    }
}
