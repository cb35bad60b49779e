using Fractions;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.Partnerships;

/// <summary>The surplus of partnerships with uniform values as a rational number, where it is one.</summary>
internal static class UniformPartnership
{
    /// <summary>Roots of numbers with longer numerators or denominators are not looked for.</summary>
    private const double LargestRoot = 1e12;

    /// <summary>S* as a rational number; null if values are not uniform, or the surplus is irrational.</summary>
    public static Fraction? Surplus(EquatableArray<Prior> priors, EquatableArray<double> shares)
    {
        var uniform = priors.OfType<UniformPrior>().ToList();
        return uniform.Count != priors.Count ? null
            : uniform.Distinct().Count() == 1 ? Alike(uniform[0], shares)
            : uniform.Count == 2 ? OfTwo(uniform[0], uniform[1], Rationals.FromDecimal(shares[0]), Rationals.FromDecimal(shares[1]))
            : null;
    }

    /// <summary>The surplus of alike partners, irrational or not; null if values are not uniform and alike.</summary>
    public static double? Closed(EquatableArray<Prior> priors, EquatableArray<double> shares)
    {
        var n = (double)shares.Count;
        return priors[0] is UniformPrior prior && priors.Distinct().Count() == 1
            ? NumberText.Rounded((prior.High - prior.Low) * (n - 1) / n * ((n / (n + 1)) - shares.Sum(share => Math.Pow(share, n / (n - 1)))), 14)
            : null;
    }

    /// <summary>
    /// For values uniform on [a, b] the surplus is (b − a)·(n − 1)/n·(n/(n + 1) − Σ αᵢ^(n/(n−1))), which gives the condition of Cramton, Gibbons and Klemperer
    /// (1987), proposition 2.
    /// </summary>
    private static Fraction? Alike(UniformPrior prior, EquatableArray<double> shares)
    {
        var n = shares.Count;
        var powers = Fraction.Zero;
        foreach (var share in shares)
        {
            if (Root(Rationals.FromDecimal(share), n - 1) is not { } root)
            {
                return null;
            }

            powers += Power(root, n);
        }

        return (Rationals.FromDecimal(prior.High) - Rationals.FromDecimal(prior.Low)) * new Fraction(n - 1, n) * (new Fraction(n, n + 1) - powers);
    }

    /// <summary>Two partners whose values are uniform on different intervals: all integrands are polynomials of low degree between the four ends.</summary>
    private static Fraction OfTwo(UniformPrior first, UniformPrior second, Fraction firstShare, Fraction secondShare)
    {
        var (one, other) = (new Line(first), new Line(second));

        // E[max] = E[M] + E[∫ G up to t], seen from the first partner, whose rival is the second.
        var welfare = other.Mean + one.Average(other.IntegralOfCdf, other);
        return Least(one, other, firstShare) + Least(other, one, secondShare) - welfare;
    }

    /// <summary>min over t of E[max(t, M)] − share·t: convex in t, so that the share as a quantile of the rival, kept inside the own support, is its place.</summary>
    private static Fraction Least(Line own, Line rival, Fraction share)
    {
        var worst = rival.Low + (share * (rival.High - rival.Low));
        worst = worst < own.Low ? own.Low : worst > own.High ? own.High : worst;
        return rival.Mean + rival.IntegralOfCdf(worst) - (share * worst);
    }

    /// <summary>The root of a rational number if it is rational; null otherwise.</summary>
    private static Fraction? Root(Fraction value, int degree)
    {
        if (degree == 1 || value == Fraction.Zero || value == Fraction.One)
        {
            return value;
        }

        var reduced = value.Reduce();
        var (top, bottom) = (Nearest((double)reduced.Numerator), Nearest((double)reduced.Denominator));
        if (!(top < LargestRoot && bottom < LargestRoot))
        {
            return null;
        }

        var root = new Fraction((long)top, (long)bottom);
        return Power(root, degree) == value ? root : null;

        double Nearest(double number) => Math.Round(Math.Pow(number, 1.0 / degree));
    }

    private static Fraction Power(Fraction value, int exponent)
    {
        var power = Fraction.One;
        for (var factor = 0; factor < exponent; factor++)
        {
            power *= value;
        }

        return power;
    }

    /// <summary>A uniform distribution in rational numbers.</summary>
    private sealed class Line(UniformPrior prior)
    {
        public Fraction Low { get; } = Rationals.FromDecimal(prior.Low);

        public Fraction High { get; } = Rationals.FromDecimal(prior.High);

        public Fraction Mean => (Low + High) / 2;

        /// <summary>∫ F from below up to x.</summary>
        public Fraction IntegralOfCdf(Fraction x)
        {
            var inside = x < Low ? Fraction.Zero : x > High ? High - Low : x - Low;
            return (inside * inside / (2 * (High - Low))) + (x > High ? x - High : Fraction.Zero);
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

            return sum / (High - Low);
        }
    }
}
