namespace MechanismDsl;

/// <summary>Marks the distribution function F(v) = P(V ≤ v) of a prior that the user wrote, see <see cref="IPrior"/>.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class DistributionAttribute : Attribute;
