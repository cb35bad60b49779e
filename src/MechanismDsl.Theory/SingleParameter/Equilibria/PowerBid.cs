namespace MechanismDsl.Theory.SingleParameter.Equilibria;

/// <summary>
/// The symmetric first-price bid where F(v) = ((v − a)/(b − a))ᵏ: with m = k(n − 1) and the lowest bidder ρ,
/// β(v) = v − ((v − a) − (ρ − a)ᵐ⁺¹/(v − a)ᵐ)/(m + 1) (Vickrey 1961; Krishna 2010, section 2.3).
/// </summary>
/// <param name="LowestBidder">ρ: the reserve, or a where there is none below a.</param>
/// <param name="Highest">b.</param>
/// <param name="Shift">a, the lower end of the support.</param>
/// <param name="Exponent">m = k(n − 1) ≥ 0.</param>
public sealed record PowerBid(double LowestBidder, double Highest, double Shift, double Exponent) : BidFunction(LowestBidder, Highest)
{
    /// <summary>β as a multiple of v − a, on top of a, where no reserve binds: m/(m + 1).</summary>
    public double Slope => Exponent / (Exponent + 1);

    /// <inheritdoc/>
    public override double Bid(double value)
    {
        if (value <= LowestBidder)
        {
            return LowestBidder;
        }

        var own = value - Shift;
        var lowest = LowestBidder - Shift;

        // (ρ − a)ᵐ⁺¹/(v − a)ᵐ written so that neither power overflows.
        var rest = lowest == 0 ? 0 : lowest * Math.Pow(lowest / own, Exponent);
        return Shift + (Slope * own) + (rest / (Exponent + 1));
    }
}

/// <summary>
/// The symmetric all-pay bid where F(v) = ((v − a)/(b − a))ᵏ: with m = k(n − 1), x = (v − a)/(b − a) and x* the same for the lowest bidder,
/// β(v) = v xᵐ − (b − a)(xᵐ⁺¹ − x*ᵐ⁺¹)/(m + 1) (Krishna 2010, section 3.2).
/// </summary>
/// <param name="LowestBidder">v*, who is indifferent about bidding: v* F(v*)ⁿ⁻¹ is the lowest bid that can win.</param>
/// <param name="Highest">b.</param>
/// <param name="Shift">a, the lower end of the support.</param>
/// <param name="Exponent">m = k(n − 1) ≥ 0.</param>
public sealed record PowerAllPayBid(double LowestBidder, double Highest, double Shift, double Exponent) : BidFunction(LowestBidder, Highest)
{
    /// <inheritdoc/>
    public override double Bid(double value)
    {
        var width = Highest - Shift;
        var own = Math.Max(value, LowestBidder);
        var share = (own - Shift) / width;
        var lowest = (LowestBidder - Shift) / width;
        var integral = (Math.Pow(share, Exponent + 1) - Math.Pow(lowest, Exponent + 1)) / (Exponent + 1);
        return (own * Math.Pow(share, Exponent)) - (width * integral);
    }
}
