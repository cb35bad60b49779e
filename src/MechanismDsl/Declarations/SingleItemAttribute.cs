namespace MechanismDsl;

/// <summary>The environment: one indivisible good, sold to at most one buyer or, with <see cref="ProcurementAttribute"/>, bought from at most one supplier.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class SingleItemAttribute : Attribute;
