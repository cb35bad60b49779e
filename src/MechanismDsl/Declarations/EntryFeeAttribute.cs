namespace MechanismDsl;

/// <summary>What every agent that takes part pays, served or not.</summary>
/// <param name="fee">In money, from 0 to 10^15 (MECH0013).</param>
/// <remarks>A fee leaves incentives as they are, but losers pay it: individual rationality ex post is lost.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class EntryFeeAttribute(double fee) : Attribute
{
    /// <summary>The fee.</summary>
    public double Fee => fee;
}
