using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Priors;

/// <summary>Values, strictly increasing, with their weights: what an atomic prior derives from its parameters.</summary>
internal sealed record AtomTable(EquatableArray<double> Values, WeightTable Weights);
