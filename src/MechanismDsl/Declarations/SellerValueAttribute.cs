namespace MechanismDsl;

/// <summary>What the good is worth to the platform that sells it: the platform is a dummy bidder with this value, in the objective and in welfare.</summary>
/// <param name="value">In money, from 0 to 10^15 (MECH0013).</param>
/// <remarks>With <see cref="EfficientAttribute"/> it is a reserve that keeps the auction efficient, unlike <see cref="ReserveAttribute"/>.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class SellerValueAttribute(double value) : Attribute
{
    /// <summary>The platform's value of keeping the good.</summary>
    public double Value => value;
}
