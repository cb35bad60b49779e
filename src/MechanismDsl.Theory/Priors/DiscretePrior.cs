using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Priors;

/// <summary>Finitely many values with weights; the weights are normalised, and equal priors are those with equal weights as given.</summary>
/// <param name="Values">The values; finite, strictly increasing.</param>
/// <param name="Weights">One positive weight a value.</param>
public sealed record DiscretePrior(EquatableArray<double> Values, EquatableArray<double> Weights) : AtomicPrior
{
    /// <inheritdoc/>
    public override EquatableArray<double> Values { get; } = Values;

    /// <inheritdoc/>
    public override string Describe() => $"Discrete({Numerals.List(Values)}, {Numerals.List(Weights)})";

    /// <inheritdoc/>
    private protected override WeightTable Atoms => Derived(this, static self => WeightTable.FromDecimals(self.Weights));
}
