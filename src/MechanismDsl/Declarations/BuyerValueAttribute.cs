namespace MechanismDsl;

/// <summary>What the service is worth to the platform that buys it: a supplier is served only if its (virtual) cost is at most this. Needs <see cref="ProcurementAttribute"/>.</summary>
/// <param name="value">In money, positive and at most 10^15 (MECH0013).</param>
/// <remarks>Required by <see cref="RevenueOptimalAttribute"/> (MECH0011): without it buying is free and there is nothing to trade off.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class BuyerValueAttribute(double value) : Attribute
{
    /// <summary>The platform's value of the service.</summary>
    public double Value => value;
}
