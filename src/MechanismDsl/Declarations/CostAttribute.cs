namespace MechanismDsl;

/// <summary>
/// Marks what an outcome costs society, as a cost that no agent bears: a static, pure method from an outcome to a number, beside
/// <see cref="OutcomesAttribute{TOutcome}"/>. It is deducted from the sum of values, and the payments need not cover it.
/// </summary>
/// <example>
/// <code>
/// [Mechanism, Outcomes&lt;Road&gt;(Low = 0), Efficient]
/// public partial class Roads
/// {
///     [Cost] static double Cost(Road road) =&gt; road == Road.Bridge ? 100 : 0;
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class CostAttribute : Attribute;
