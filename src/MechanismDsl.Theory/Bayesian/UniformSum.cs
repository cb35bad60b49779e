using System.Numerics;
using Fractions;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.Bayesian;

/// <summary>
/// The sum X of independent uniform variables, in rational numbers: with V = Σ highᵢ − X, the sum of uniform variables on [0, wᵢ],
/// everything follows from P(V ≤ z) = Σ over sets S of (−1)^|S|·((z − w(S))⁺)ⁿ / (n!·Π wᵢ) (for equal widths Irwin 1927 and Hall 1927).
/// </summary>
internal sealed class UniformSum
{
    /// <summary>A sum with more terms takes more time than numeric tables.</summary>
    private const int MostTerms = 8192;

    private readonly Fraction _high;
    private readonly Fraction _scale = Fraction.One;
    private readonly int _count;
    private readonly BigInteger _unit;
    private readonly List<(BigInteger Shift, BigInteger Sign)> _terms;

    /// <summary>The sum of variables on the given intervals; an interval may be a point.</summary>
    public UniformSum(IEnumerable<(Fraction Low, Fraction High)> intervals)
    {
        var ends = intervals.ToList();
        var widths = ends.Select(interval => (interval.High - interval.Low).Reduce()).Where(width => !width.IsZero).ToList();
        _high = ends.Aggregate(Fraction.Zero, (sum, interval) => sum + interval.High);
        _unit = widths.Aggregate(BigInteger.One, (unit, width) => Common(unit, width.Denominator));

        // Over one denominator all shifts w(S) are whole numbers: unlike widths have 2ⁿ of them, and sums of fractions would be reduced at each step.
        Dictionary<BigInteger, BigInteger> signs = new() { [BigInteger.Zero] = BigInteger.One };
        foreach (var width in widths)
        {
            _count++;
            _scale *= width * _count;
            var whole = width.Numerator * (_unit / width.Denominator);
            foreach (var (shift, sign) in signs.Select(pair => (pair.Key, pair.Value)).ToList())
            {
                signs[shift + whole] = (signs.TryGetValue(shift + whole, out var other) ? other : BigInteger.Zero) - sign;
            }
        }

        _terms = [.. signs.Where(pair => !pair.Value.IsZero).OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value))];
    }

    /// <summary>P(X ≥ bound).</summary>
    public Fraction AtLeast(Fraction bound) => Moment(bound, 0);

    /// <summary>E[(X − bound)⁺].</summary>
    public Fraction ExcessOver(Fraction bound) => Moment(bound, 1);

    /// <summary>E[((X − bound)⁺)²].</summary>
    public Fraction SquareOver(Fraction bound) => 2 * Moment(bound, 2);

    /// <summary>The bounds at which these are polynomials of another kind on either side.</summary>
    public IEnumerable<Fraction> Kinks => _terms.Select(term => (_high - new Fraction(term.Shift, _unit)).Reduce());

    /// <summary>Whether so few intervals are unlike that the sum has a manageable number of terms.</summary>
    public static bool IsShort(IEnumerable<(Fraction Low, Fraction High)> intervals) =>
        intervals.GroupBy(interval => interval.High - interval.Low).Aggregate(1.0, (terms, alike) => terms * (alike.Count() + 1)) <= MostTerms;

    /// <summary>The intervals of uniform priors; null if one of them is not uniform. A supplier's type is minus its cost.</summary>
    public static List<(Fraction Low, Fraction High)>? Intervals(IEnumerable<Prior> types)
    {
        List<(Fraction, Fraction)> intervals = [];
        foreach (var prior in types)
        {
            switch (prior)
            {
                case UniformPrior uniform:
                    intervals.Add((Rationals.FromDecimal(uniform.Low), Rationals.FromDecimal(uniform.High)));
                    break;
                case MirroredContinuousPrior { Original: UniformPrior cost }:
                    intervals.Add((-Rationals.FromDecimal(cost.High), -Rationals.FromDecimal(cost.Low)));
                    break;
                default:
                    return null;
            }
        }

        return intervals;
    }

    /// <summary>E[((X − bound)⁺)ᵏ]/k! = Σ over S of (−1)^|S|·((z − w(S))⁺)^(n + k) / ((n + 1)…(n + k)·n!·Π wᵢ) with z = Σ highᵢ − bound.</summary>
    private Fraction Moment(Fraction bound, int order)
    {
        var (reach, power) = (_high - bound, _count + order);
        if (reach.IsNegative)
        {
            return Fraction.Zero;
        }

        if (_count == 0)
        {
            return order switch
            {
                0 => Fraction.One,
                1 => reach,
                _ => reach * reach / 2,
            };
        }

        if (reach.IsZero)
        {
            return Fraction.Zero;
        }

        reach = reach.Reduce();
        var unit = Common(_unit, reach.Denominator);
        var (whole, stretch, sum) = (reach.Numerator * (unit / reach.Denominator), unit / _unit, BigInteger.Zero);
        foreach (var (shift, sign) in _terms)
        {
            var rest = whole - (shift * stretch);
            if (rest.Sign <= 0)
            {
                break;
            }

            sum += sign * BigInteger.Pow(rest, power);
        }

        var scale = _scale;
        for (var factor = 1; factor <= order; factor++)
        {
            scale *= _count + factor;
        }

        return new Fraction(sum, BigInteger.Pow(unit, power)) / scale;
    }

    /// <summary>The least common multiple.</summary>
    private static BigInteger Common(BigInteger one, BigInteger other) => one / BigInteger.GreatestCommonDivisor(one, other) * other;
}
