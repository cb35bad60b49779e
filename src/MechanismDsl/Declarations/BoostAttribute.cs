namespace MechanismDsl;

/// <summary>
/// Marks what the designer adds to the welfare of an outcome: a static, pure method from an outcome to a number, beside
/// <see cref="OutcomesAttribute{TOutcome}"/>. Truth stays a dominant strategy (an affine maximiser, Roberts 1979), but the choice need not be efficient.
/// </summary>
/// <example>
/// <code>
/// [Mechanism, Outcomes&lt;Home&gt;(Low = 0), Efficient]
/// public partial class Renovation            // the studio is chosen only if it is worth at least 3 more
/// {
///     [Boost] static double Boost(Home home) =&gt; home == Home.SwimmingPool ? 3 : 0;
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class BoostAttribute : Attribute;
