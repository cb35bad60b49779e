namespace MechanismDsl;

/// <summary>
/// The objective: the good goes to the highest (weighted) value, or the order to the lowest cost. Payments are thresholds, so truth is a dominant
/// strategy (Vickrey 1961, Clarke 1971, Groves 1973).
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class EfficientAttribute : Attribute;
