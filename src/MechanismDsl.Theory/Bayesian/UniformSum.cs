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
    private readonly Fraction _high;
    private readonly Fraction _scale = Fraction.One;
    private readonly int _count;
    private readonly Dictionary<Fraction, BigInteger> _signs = new() { [Fraction.Zero] = BigInteger.One };

    /// <summary>The sum of variables on the given intervals; an interval may be a point.</summary>
    public UniformSum(IEnumerable<(Fraction Low, Fraction High)> intervals)
    {
        foreach (var (low, high) in intervals)
        {
            _high += high;
            var width = high - low;
            if (width.IsZero)
            {
                continue;
            }

            _count++;
            _scale *= width * _count;
            foreach (var (shift, sign) in _signs.Select(pair => (pair.Key, pair.Value)).ToList())
            {
                var key = (shift + width).Reduce();
                _signs[key] = (_signs.TryGetValue(key, out var other) ? other : BigInteger.Zero) - sign;
            }
        }
    }

    /// <summary>P(X ≥ bound).</summary>
    public Fraction AtLeast(Fraction bound) => Moment(bound, 0);

    /// <summary>E[(X − bound)⁺].</summary>
    public Fraction ExcessOver(Fraction bound) => Moment(bound, 1);

    /// <summary>E[((X − bound)⁺)²].</summary>
    public Fraction SquareOver(Fraction bound) => 2 * Moment(bound, 2);

    /// <summary>The bounds at which these are polynomials of another kind on either side.</summary>
    public IEnumerable<Fraction> Kinks => _signs.Where(pair => !pair.Value.IsZero).Select(pair => (_high - pair.Key).Reduce());

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

        var sum = Fraction.Zero;
        foreach (var pair in _signs)
        {
            if (reach > pair.Key)
            {
                sum += Fraction.Pow(reach - pair.Key, power) * new Fraction(pair.Value);
            }
        }

        var scale = _scale;
        for (var factor = 1; factor <= order; factor++)
        {
            scale *= _count + factor;
        }

        return sum / scale;
    }
}
