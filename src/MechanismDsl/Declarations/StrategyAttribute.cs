namespace MechanismDsl;

/// <summary>
/// Marks the claimed symmetric equilibrium of an indirect mechanism: <c>static double Bid(double value)</c>. The generator writes the direct form
/// <c>X.Direct</c> (revelation principle, Myerson 1979) and an analyzer checks that every bid is a best reply (MECH3011).
/// </summary>
/// <remarks>
/// The body is read as a formula: a returned expression of the value made of arithmetic, comparisons, <c>Math</c> functions and constants (MECH0018 otherwise).
/// </remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class StrategyAttribute : Attribute;
