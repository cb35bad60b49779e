using Fractions;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Priors;

/// <summary>The value comes from one of several atomic distributions, drawn with the weights; exact as a rational mixture.</summary>
/// <param name="Components">At least one.</param>
/// <param name="Weights">One positive weight a component; normalised.</param>
public sealed record AtomicMixturePrior(EquatableArray<AtomicPrior> Components, EquatableArray<double> Weights) : AtomicPrior
{
    /// <inheritdoc/>
    public override EquatableArray<double> Values => Table.Values;

    /// <inheritdoc/>
    public override string Describe() => string.Join(
        " + ",
        Components.Zip(WeightTable.FromDecimals(Weights).Masses, (component, weight) => $"{Numerals.Format(weight)} {component.Describe()}"));

    /// <inheritdoc/>
    private protected override WeightTable Atoms => Table.Weights;

    private AtomTable Table => Derived(this, static self =>
    {
        var masses = new SortedDictionary<double, Fraction>();
        var shares = WeightTable.FromDecimals(self.Weights).ExactMasses;
        for (var index = 0; index < self.Components.Count; index++)
        {
            var component = self.Components[index];
            var exact = component.ExactMasses;
            for (var atom = 0; atom < exact.Count; atom++)
            {
                var value = component.Values[atom];
                masses.TryGetValue(value, out var mass);
                masses[value] = mass + (shares[index] * exact[atom]);
            }
        }

        return new AtomTable(masses.Keys.ToEquatableArray(), WeightTable.FromFractions([.. masses.Values]));
    });
}
