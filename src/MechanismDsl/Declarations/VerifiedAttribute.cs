namespace MechanismDsl;

/// <summary>
/// States that the platform measures a public parameter of a rule itself, so that the agent cannot control it: a click rate, not a self-reported quality.
/// </summary>
/// <remarks>
/// A score that is monotone in the bid makes truth a best reply in the bid alone. If the agent also controls another parameter, it gains by moving it:
/// that is a warning (MECH1009) unless the parameter is marked.
/// </remarks>
/// <example><code>[Score] static double Score([Between(0, 100)] double bid, [Between(.1, 1), Verified] double quality) =&gt; bid * quality;</code></example>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field, Inherited = false)]
public sealed class VerifiedAttribute : Attribute;
