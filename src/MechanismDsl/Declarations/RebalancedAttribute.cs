namespace MechanismDsl;

/// <summary>
/// Balances the payments of a truthful rule at every profile, where types have independent priors: every type is expected to pay what it
/// did, less an equal part of the expected surplus. Truth stays a best reply to truth, and if there is a surplus no type loses (Börgers 2015).
/// </summary>
/// <remarks>
/// Agent i pays p̄ᵢ(tᵢ) − p̄ᵢ₊₁(tᵢ₊₁) + E pᵢ₊₁ − (1/n) Σ E pⱼ, and its share of a social cost. What was a dominant strategy is one in expectation only, and
/// nobody is kept from losing at single profiles. Balancing a rule that runs a deficit charges every type its part of it (MECH3016). It goes with Clarke
/// payments, <see cref="IndividuallyRationalVcgAttribute"/> and <see cref="GrovesAttribute"/> where types are finitely many; in a
/// <see cref="BilateralTradeAttribute"/> and a <see cref="PublicProjectAttribute"/> with the thresholds of <see cref="SecondBestAttribute"/> or
/// <see cref="EfficientAttribute"/>, also for types with a density. The second best then balances at every profile, and every type expects what it did.
/// </remarks>
/// <example>
/// <code>
/// [Mechanism, Outcomes&lt;Home&gt;, Efficient, IndividuallyRationalVcg, Rebalanced]
/// [Agent&lt;UniformIntegers&gt;("Alexa", 1, 9, OutsideOption = 10), Agent&lt;UniformIntegers&gt;("Siri", 1, 9)]
/// [Guarantees(BayesianIncentiveCompatible, InterimIndividuallyRational, ExPostBudgetBalanced)]
/// public partial class HomeImprovement
/// {
///     [Value] static int Value(Home home, int type) =&gt; home == Home.SwimmingPool ? type + 5 : 2 * type;
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class RebalancedAttribute : Attribute;
