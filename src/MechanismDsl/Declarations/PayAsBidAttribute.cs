namespace MechanismDsl;

/// <summary>The best report wins and the winner pays its own report (first-price auction). Truth is not an equilibrium; needs no objective.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class PayAsBidAttribute : Attribute;
