namespace MechanismDsl;

/// <summary>
/// The payments, beside <see cref="EfficientAttribute"/> where types have independent priors: every agent pays the agent before it what
/// its own type is expected to cost the others. Payments sum to the cost at every profile, and truth is a best reply to truth (Arrow 1979; d'Aspremont and
/// Gérard-Varet 1979).
/// </summary>
/// <remarks>
/// Agent i pays p̄ᵢ(tᵢ) − p̄ᵢ₊₁(tᵢ₊₁), where p̄ᵢ is its expected Clarke payment. Truth is no dominant strategy any more, and a type may expect less than its
/// <c>OutsideOption</c>: the compiler computes both (MECH2001). A social cost is borne in equal parts, or as the declared shares say. Tables are made while the
/// program compiles; on a grid of money they are rounded to its steps, and what rounding does to truth is computed too.
/// Types are finitely many, or those of a <see cref="PublicProjectAttribute"/>, which may have a density.
/// </remarks>
/// <example>
/// <code>
/// [Mechanism, Outcomes&lt;Home&gt;, Efficient, ExpectedExternality]
/// [Agent&lt;UniformIntegers&gt;("Alexa", 1, 9), Agent&lt;UniformIntegers&gt;("Siri", 1, 9)]
/// public partial class HomeImprovement
/// {
///     [Value] static int Value(Home home, int type) =&gt; home == Home.SwimmingPool ? type + 5 : 2 * type;
/// }
///
/// HomeImprovement.Run(alexa: 1, siri: 5)        // SwimmingPool; Alexa pays Siri 10/9
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class ExpectedExternalityAttribute : Attribute;
