namespace MechanismDsl;

/// <summary>The best report wins and everybody pays the own report, served or not. Neither truthful nor individually rational ex post; needs no objective.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class AllPayAttribute : Attribute;
