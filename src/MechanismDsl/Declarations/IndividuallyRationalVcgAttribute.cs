namespace MechanismDsl;

/// <summary>
/// The payments, beside <see cref="EfficientAttribute"/> and <see cref="OutcomesAttribute{TOutcome}"/> with finitely many types: every agent pays as much as its
/// participation allows, whatever the others report. Truth stays a dominant strategy (Groves 1973), and no agent ends below its <c>OutsideOption</c>.
/// </summary>
/// <remarks>
/// Agent i pays min over its types of (W − outside option) less what the others have of the chosen outcome, where W is the welfare of all. Of all efficient,
/// truthful and ex-post individually rational payments of this form it collects most: if its expected surplus is negative, a subsidy is needed
/// (Krishna and Perry 1998).
/// </remarks>
/// <example>
/// <code>
/// [Mechanism, Outcomes&lt;Home&gt;, Efficient, IndividuallyRationalVcg]
/// [Agent&lt;UniformIntegers&gt;("Alexa", 1, 9, OutsideOption = 10), Agent&lt;UniformIntegers&gt;("Siri", 1, 9)]
/// public partial class Renovation
/// {
///     [Value] static int Value(Home home, int type) =&gt; home == Home.SwimmingPool ? type + 5 : 2 * type;
/// }
///
/// Renovation.ExpectedRevenue        // 14/27: enough to balance the budget
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class IndividuallyRationalVcgAttribute : Attribute
{
    /// <summary>
    /// Whether an agent decides on taking part when it knows its own type only, false unless set. Then it is charged the same at every profile, min over its
    /// types of (E[W | type] − outside option), which needs independent priors; a type may lose at single profiles, and none does in expectation.
    /// </summary>
    public bool Interim { get; set; }
}
