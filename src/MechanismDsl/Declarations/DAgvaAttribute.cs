namespace MechanismDsl;

/// <summary>
/// The payments, beside <see cref="EfficientAttribute"/> where types have independent priors: every agent receives what the others are
/// expected to have of its report, and all others pay that in equal parts. Payments sum to the cost at every profile, and truth is a best reply to truth
/// (d'Aspremont and Gérard-Varet 1979; Arrow 1979).
/// </summary>
/// <remarks>
/// Agent i pays (1/(n − 1)) Σ δⱼ(tⱼ) over the others − δᵢ(tᵢ), where δᵢ is the expected sum of the others' values. Interim utilities differ from those of
/// <see cref="ExpectedExternalityAttribute"/> by an amount that no type of the agent changes; for two agents with like types there is none.
/// Types are finitely many, or those of a <see cref="BilateralTradeAttribute"/> or a <see cref="PublicProjectAttribute"/>, which may have a density.
/// </remarks>
/// <example>
/// <code>
/// [Mechanism, Outcomes&lt;Home&gt;, Efficient, DAgva]
/// [Agent&lt;UniformIntegers&gt;("Alexa", 1, 9), Agent&lt;UniformIntegers&gt;("Siri", 1, 9)]
/// public partial class HomeImprovement
/// {
///     [Value] static int Value(Home home, int type) =&gt; home == Home.SwimmingPool ? type + 5 : 2 * type;
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class DAgvaAttribute : Attribute;
