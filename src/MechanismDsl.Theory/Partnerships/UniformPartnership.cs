using Fractions;
using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.Partnerships;

/// <summary>The terms of the surplus where values are uniform and either alike or of two partners: rational numbers wherever worst-off values are.</summary>
internal sealed class UniformPartnership
{
    private readonly Line[] _lines;

    private UniformPartnership(Line[] lines) => _lines = lines;

    /// <summary>The terms; null if values are not uniform, or those of three or more partners differ.</summary>
    public static UniformPartnership? Of(EquatableArray<Prior> priors)
    {
        var uniform = priors.OfType<UniformPrior>().ToList();
        return uniform.Count == priors.Count && (uniform.Count == 2 || uniform.Distinct().Count() == 1) ? new UniformPartnership([.. uniform.Select(prior => new Line(prior))]) : null;
    }

    /// <summary>E[max]: of n alike values on [a, b] it is a + (b − a)·n/(n + 1).</summary>
    public Amount Welfare
    {
        get
        {
            var (first, n) = (_lines[0], _lines.Length);
            return Amount.Of(n == 2
                ? _lines[1].Mean + first.Average(_lines[1].IntegralOfCdf, _lines[1])
                : first.Low + (first.Length * new Fraction(n, n + 1)));
        }
    }

    /// <summary>
    /// min over t of E[max | t] − share·t. The rival's share-quantile, kept inside the own support, is its place. Of n alike values on [a, b] it is
    /// a·(1 − share) + (b − a)·(n − 1)/n·(1 − share^(n/(n−1))), which gives the condition of Cramton, Gibbons and Klemperer (1987), proposition 2.
    /// </summary>
    public Amount Least(int partner, double share)
    {
        var (own, exact, n) = (_lines[partner], Rationals.FromDecimal(share), _lines.Length);
        if (n == 2)
        {
            var rival = _lines[1 - partner];
            var worst = rival.Low + (exact * rival.Length);
            worst = worst < own.Low ? own.Low : worst > own.High ? own.High : worst;
            return Amount.Of(rival.Mean + rival.IntegralOfCdf(worst) - (exact * worst));
        }

        if (RationalRoot.Of(exact, n - 1) is { } root)
        {
            return Amount.Of((own.Low * (1 - exact)) + (own.Length * new Fraction(n - 1, n) * (1 - RationalRoot.Power(root, n))));
        }

        var power = Math.Pow(share, n / (n - 1.0));
        return Amount.Of(own.Low * (1 - exact)) + Amount.Approximately(Rationals.ToNearest(own.Length) * (n - 1) / n * (1 - power), 4e-16 * Rationals.ToNearest(own.Length));
    }

    /// <summary>A uniform distribution in rational numbers.</summary>
    private sealed class Line(UniformPrior prior)
    {
        public Fraction Low { get; } = Rationals.FromDecimal(prior.Low);

        public Fraction High { get; } = Rationals.FromDecimal(prior.High);

        public Fraction Length => High - Low;

        public Fraction Mean => (Low + High) / 2;

        /// <summary>∫ F from below up to x.</summary>
        public Fraction IntegralOfCdf(Fraction x)
        {
            var inside = x < Low ? Fraction.Zero : x > High ? Length : x - Low;
            return (inside * inside / (2 * Length)) + (x > High ? x - High : Fraction.Zero);
        }

        /// <summary>The expectation of a function that is a quadratic between the ends of the rival's support: Simpson's rule is exact for it.</summary>
        public Fraction Average(Func<Fraction, Fraction> function, Line rival)
        {
            List<Fraction> points = [Low, .. new[] { rival.Low, rival.High }.Where(point => point > Low && point < High).OrderBy(point => point), High];
            var sum = Fraction.Zero;
            for (var panel = 0; panel + 1 < points.Count; panel++)
            {
                var (from, to) = (points[panel], points[panel + 1]);
                sum += (to - from) * (function(from) + (4 * function((from + to) / 2)) + function(to)) / 6;
            }

            return sum / Length;
        }
    }
}
