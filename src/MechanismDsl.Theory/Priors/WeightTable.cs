using System.Numerics;
using Fractions;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Priors;

/// <summary>
/// Normalised weights with their partial sums from both ends. The sums are formed in integers and rounded once, so that a cumulative
/// probability is the nearest double to the true one and both tails are accurate.
/// </summary>
internal sealed class WeightTable
{
    private readonly BigInteger[] _weights;
    private readonly BigInteger _total;
    private EquatableArray<Fraction>? _exact;

    private WeightTable(BigInteger[] weights)
    {
        _weights = weights;
        _total = weights.Aggregate(BigInteger.Zero, (sum, weight) => sum + weight);
        var masses = new double[weights.Length];
        var cumulative = new double[weights.Length];
        var tails = new double[weights.Length];
        var below = BigInteger.Zero;
        for (var index = 0; index < weights.Length; index++)
        {
            below += weights[index];
            masses[index] = Rationals.ToDouble(weights[index], _total);
            cumulative[index] = Rationals.ToDouble(below, _total);
            tails[index] = Rationals.ToDouble(_total - below, _total);
        }

        Masses = EquatableArray.Create<double>(masses);
        Cumulative = cumulative;
        Tails = tails;
    }

    /// <summary>Each weight over the total.</summary>
    public EquatableArray<double> Masses { get; }

    /// <summary>At index k the sum of the masses 0…k.</summary>
    public double[] Cumulative { get; }

    /// <summary>At index k the sum of the masses after k.</summary>
    public double[] Tails { get; }

    /// <summary>Each weight over the total, as a rational number.</summary>
    public EquatableArray<Fraction> ExactMasses =>
        _exact ??= _weights.Select(weight => new Fraction(weight, _total, true)).ToEquatableArray();

    /// <summary>Weights that stand for decimals.</summary>
    public static WeightTable FromDecimals(EquatableArray<double> weights) =>
        FromFractions([.. weights.Select(Rationals.FromDecimal)]);

    /// <summary>How often each value was seen.</summary>
    public static WeightTable FromCounts(IEnumerable<int> counts) => new([.. counts.Select(count => new BigInteger(count))]);

    /// <summary>Rational weights.</summary>
    public static WeightTable FromFractions(IReadOnlyList<Fraction> weights)
    {
        var denominator = BigInteger.One;
        foreach (var weight in weights)
        {
            denominator *= weight.Denominator / BigInteger.GreatestCommonDivisor(denominator, weight.Denominator);
        }

        return new([.. weights.Select(weight => weight.Numerator * (denominator / weight.Denominator))]);
    }

    /// <summary>The first index whose cumulative mass reaches the probability.</summary>
    public int IndexOfQuantile(double probability) => FirstIndex(index => Cumulative[index] >= probability);

    /// <summary>The first index with at most the tail above it.</summary>
    public int IndexOfUpperQuantile(double tail) => FirstIndex(index => Tails[index] <= tail);

    /// <summary>The first index with a property that is false before it and true from it on; the last one if it is nowhere true.</summary>
    private int FirstIndex(Func<int, bool> property)
    {
        var low = 0;
        var high = Tails.Length - 1;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (property(middle))
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }
}
