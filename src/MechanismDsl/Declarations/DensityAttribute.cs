namespace MechanismDsl;

/// <summary>Marks the density f(v) = F′(v) of a prior that the user wrote, see <see cref="IPrior"/>. Without one the density is the slope of the distribution function.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class DensityAttribute : Attribute;
