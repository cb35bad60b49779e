using Fractions;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Priors;

/// <summary>A prior with finitely many values, each of positive probability.</summary>
public abstract record AtomicPrior : Prior
{
    /// <summary>The values, strictly increasing.</summary>
    public abstract EquatableArray<double> Values { get; }

    /// <summary>The values as the decimals that they stand for: 0.1 is 1/10.</summary>
    public virtual EquatableArray<Fraction> ExactValues => Values.Select(Rationals.FromDecimal).ToEquatableArray();

    /// <summary>P(V = v) for each value, rounded from <see cref="ExactMasses"/>; the sum is 1 up to round-off.</summary>
    public EquatableArray<double> Masses => Atoms.Masses;

    /// <summary>P(V = v) for each value as a rational number; the sum is exactly 1. Weights are read as the decimals that they stand for.</summary>
    public EquatableArray<Fraction> ExactMasses => Atoms.ExactMasses;

    /// <inheritdoc/>
    public override double Lower => Values[0];

    /// <inheritdoc/>
    public override double Upper => Values[Values.Count - 1];

    /// <inheritdoc/>
    public override double Mean
    {
        get
        {
            var sum = new CompensatedSum();
            for (var index = 0; index < Values.Count; index++)
            {
                sum.Add(Values[index] * Masses[index]);
            }

            return sum.Value;
        }
    }

    /// <inheritdoc/>
    public override double Cdf(double value)
    {
        var index = IndexAtOrBelow(value);
        return index < 0 ? 0 : Atoms.Cumulative[index];
    }

    /// <inheritdoc/>
    public override double Survival(double value)
    {
        var index = IndexAtOrBelow(value);
        return index < 0 ? 1 : Atoms.Tails[index];
    }

    /// <inheritdoc/>
    public override double Quantile(double probability) => Values[Atoms.IndexOfQuantile(probability)];

    /// <inheritdoc/>
    public override double UpperQuantile(double tail) => Values[Atoms.IndexOfUpperQuantile(tail)];

    /// <inheritdoc/>
    public override double MassAt(double value)
    {
        var index = Values.AsSpan().BinarySearch(value);
        return index < 0 ? 0 : Masses[index];
    }

    /// <inheritdoc/>
    public override EquatableArray<double> Breakpoints => Values;

    /// <summary>The masses and their sums from both ends.</summary>
    private protected abstract WeightTable Atoms { get; }

    /// <summary>The index of the largest value ≤ <paramref name="value"/>; −1 below all.</summary>
    private int IndexAtOrBelow(double value)
    {
        var index = Values.AsSpan().BinarySearch(value);
        return index >= 0 ? index : ~index - 1;
    }
}
