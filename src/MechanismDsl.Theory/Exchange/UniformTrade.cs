using Fractions;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.Exchange;

/// <summary>Expected gains from trade between a uniform cost and a uniform value, in rational numbers: all integrands are products of lines.</summary>
internal static class UniformTrade
{
    /// <summary>E[max(value − cost, 0)] and the part of it that trade at a fixed price keeps; without a price all of it.</summary>
    public static (Fraction FirstBest, Fraction Gains) Of(UniformPrior seller, UniformPrior buyer, double? price)
    {
        var costs = new Line(Rationals.FromDecimal(seller.Low), Rationals.FromDecimal(seller.High));
        var values = new Line(Rationals.FromDecimal(buyer.Low), Rationals.FromDecimal(buyer.High));
        var best = Integral(x => (costs.Below(x), Fraction.One - values.Below(x)), costs.Low, values.High, costs, values);
        if (price is not { } posted)
        {
            return (best, best);
        }

        // E[(value − cost) · both accept] = P(cost ≤ p) · E[(value − p)⁺] + P(value ≥ p) · E[(p − cost)⁺].
        var p = Rationals.FromDecimal(posted);
        var above = Integral(x => (Fraction.One, Fraction.One - values.Below(x)), p, values.High, values, values);
        var below = Integral(x => (costs.Below(x), Fraction.One), costs.Low, p, costs, costs);
        return (best, (costs.Below(p) * above) + ((Fraction.One - values.Below(p)) * below));
    }

    /// <summary>The integral of the product of two functions that are lines between the ends of the supports: Simpson's rule is exact for it.</summary>
    private static Fraction Integral(Func<Fraction, (Fraction One, Fraction Other)> factors, Fraction low, Fraction high, Line first, Line second)
    {
        if (low >= high)
        {
            return Fraction.Zero;
        }

        List<Fraction> points = [low, .. new[] { first.Low, first.High, second.Low, second.High }.Where(point => point > low && point < high).Distinct().OrderBy(point => point), high];
        var sum = Fraction.Zero;
        for (var panel = 0; panel + 1 < points.Count; panel++)
        {
            var (left, middle, right) = (At(points[panel]), At((points[panel] + points[panel + 1]) / 2), At(points[panel + 1]));
            sum += (points[panel + 1] - points[panel]) * (left + (4 * middle) + right) / 6;
        }

        return sum;

        Fraction At(Fraction x) => factors(x) is var (one, other) ? one * other : Fraction.Zero;
    }

    /// <summary>A uniform distribution.</summary>
    private readonly record struct Line(Fraction Low, Fraction High)
    {
        public Fraction Below(Fraction x) => x <= Low ? Fraction.Zero : x >= High ? Fraction.One : (x - Low) / (High - Low);
    }
}
