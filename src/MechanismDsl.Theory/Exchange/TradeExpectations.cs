using Fractions;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Exchange;

/// <summary>Expected gains from trade between one seller and one buyer with independent types, and what they cost the market maker.</summary>
/// <remarks>
/// E[max(value − cost, 0)] = ∫ P(cost ≤ x) · P(value > x) dx: no density is needed. Finite and uniform types are summed in rational numbers; otherwise the
/// integral is split where a prior is not smooth.
/// </remarks>
internal static class TradeExpectations
{
    /// <summary>Digits that are stated at most, and the fewest that are worth stating.</summary>
    private const int MostDigits = 12, FewestDigits = 6;

    /// <summary>The expectations; null without priors, with negative types, or where an integral does not settle.</summary>
    public static TradeNumbers? Of(Problem problem, CancellationToken cancellation)
    {
        if (problem.Population is not Population.Named([{ Side: Side.Supplier, Prior: { Lower: >= 0 } seller }, { Side: Side.Buyer, Prior: { Lower: >= 0 } buyer }])
            || double.IsInfinity(buyer.Mean))
        {
            return null;
        }

        var price = problem.Payments is PaymentRule.Posted(var posted) ? posted : (double?)null;
        if (seller is AtomicPrior costs && buyer is AtomicPrior values)
        {
            return OnGrid(problem.Money, costs) && OnGrid(problem.Money, values) ? Finite(costs, values, price, cancellation) : null;
        }

        // On a grid truthful reports are rounded, and the gains with them.
        return problem.Money.IsGrid ? null
            : (seller, buyer) is (UniformPrior cost, UniformPrior value) && UniformTrade.Of(cost, value, price) is var (best, gains) ? Numbers(Rationals.ToNearest(best), Rationals.ToNearest(gains), price, NumberText.LiteralDigits)
            : Continuous(seller, buyer, price, cancellation);
    }

    private static bool OnGrid(Money money, AtomicPrior prior) => prior.Values.All(value => money.RoundDown(value) == value);

    private static TradeNumbers Finite(AtomicPrior costs, AtomicPrior values, double? price, CancellationToken cancellation)
    {
        var (best, gains) = (Fraction.Zero, Fraction.Zero);
        var limit = price is { } posted ? Rationals.FromDecimal(posted) : (Fraction?)null;
        for (var seller = 0; seller < costs.ExactValues.Count; seller++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var buyer = 0; buyer < values.ExactValues.Count; buyer++)
            {
                var (cost, value) = (costs.ExactValues[seller], values.ExactValues[buyer]);
                if (value > cost)
                {
                    var gain = costs.ExactMasses[seller] * values.ExactMasses[buyer] * (value - cost);
                    best += gain;
                    gains += limit is not { } fixedPrice || (value >= fixedPrice && cost <= fixedPrice) ? gain : Fraction.Zero;
                }
            }
        }

        return Numbers(Rationals.ToNearest(best), Rationals.ToNearest(gains), price, NumberText.LiteralDigits);
    }

    private static TradeNumbers? Continuous(Prior seller, Prior buyer, double? price, CancellationToken cancellation)
    {
        var (low, high) = (Math.Max(0, seller.Lower), buyer.Upper);
        var worst = 0.0;
        var best = Integral(x => seller.Cdf(x) * buyer.Survival(x), low, high, Kinks(seller, buyer, price), cancellation, ref worst);
        var gains = best;
        if (price is { } posted)
        {
            // E[(value − cost) · both accept] = P(cost ≤ p) · E[(value − p)⁺] + P(value ≥ p) · E[(p − cost)⁺].
            var above = Integral(buyer.Survival, Math.Max(posted, 0), Math.Max(high, posted), Kinks(buyer, buyer, price), cancellation, ref worst);
            var below = Integral(seller.Cdf, Math.Min(low, posted), posted, Kinks(seller, seller, price), cancellation, ref worst);
            gains = (seller.Cdf(posted) * above) + ((buyer.Survival(posted) + buyer.MassAt(posted)) * below);
        }

        // The estimate is one of the order of the error, not a bound: a digit is given up for it.
        var digits = worst == 0 ? MostDigits : Math.Min(MostDigits, (int)Math.Floor(-Math.Log10(worst)) - 1);
        return digits >= FewestDigits && !double.IsNaN(best + gains) && !double.IsInfinity(best + gains) ? Numbers(best, gains, price, digits) : null;
    }

    /// <summary>Clarke: the buyer pays the cost and the seller receives the value, so that the market maker adds all that is gained.</summary>
    private static TradeNumbers Numbers(double best, double gains, double? price, int digits) =>
        new(NumberText.Rounded(best, digits), NumberText.Rounded(gains, digits), price is null ? NumberText.Rounded(gains, digits) : 0);

    private static IEnumerable<double> Kinks(Prior one, Prior other, double? price) =>
        one.Breakpoints.Concat(other.Breakpoints).Concat(price is { } posted ? [posted] : []);

    /// <summary>The integral; <paramref name="worst"/> becomes its estimated relative error if that is larger.</summary>
    private static double Integral(Func<double, double> function, double low, double high, IEnumerable<double> kinks, CancellationToken cancellation, ref double worst)
    {
        if (!(low < high))
        {
            return 0;
        }

        List<double> points = [low, .. kinks.Where(kink => kink > low && kink < high).Distinct().OrderBy(kink => kink), high];
        var sum = new TanhSinh(1, cancellation: cancellation);
        for (var panel = 0; panel + 1 < points.Count; panel++)
        {
            var (from, to) = (points[panel], points[panel + 1]);
            if (double.IsInfinity(to))
            {
                // x = from + scale · s/(1 − s) with s in (0, 1).
                var scale = Math.Max(1, Math.Abs(from));
                sum.Add((left, right, values) =>
                {
                    // Far out the function is 0 and the stretching infinite.
                    var value = function(from + (scale * left / right));
                    values[0] = value == 0 ? 0 : value * scale / (right * right);
                });
            }
            else
            {
                sum.Add((left, right, values) => values[0] = function(left < right ? from + ((to - from) * left) : to - ((to - from) * right)) * (to - from));
            }
        }

        worst = Math.Max(worst, sum.RelativeError(0));
        return sum.Sum[0];
    }
}
