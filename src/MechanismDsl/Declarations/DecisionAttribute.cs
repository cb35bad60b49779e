namespace MechanismDsl;

/// <summary>
/// Marks the decision rule: a static, pure method that says from the types of all agents, in their order, what is decided, beside <see cref="OptimalAttribute"/>. What
/// is optimised are then the payments.
/// </summary>
/// <remarks>
/// <para>
/// Under <see cref="OutcomesAttribute{TOutcome}"/> with a <see cref="ValueAttribute"/> method it takes the types and returns the outcome. Under
/// <see cref="GoodsAttribute"/> it takes the values of all agents, agent by agent and good by good, and writes for each good the index of its owner, or −1 for nobody,
/// into a span that starts with zeros. The compiler runs it at every profile of types (MECH1011, MECH1012, MECH1014).
/// </para>
/// <para>
/// A type of several numbers needs more than a monotone rule: payments make truth the best report if and only if no cycle of types would together gain by each
/// reporting the one before it (Rochet 1987). Such a cycle is an error that names the types, what they are given, and the sum (MECH0047). Otherwise the payments that
/// earn the most under the promised guarantees are found by a linear program in rational numbers and written as a table.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [Mechanism, Goods(2), Optimal(Objective.Revenue), Agents(1), DiscretePrior([1, 2], [1, 1])]
/// [Guarantees(DominantStrategyIncentiveCompatible, ExPostIndividuallyRational)]
/// public partial class Bundle
/// {
///     // Both goods to whoever values them at 3 or more together.
///     [Decision]
///     static void Divide(ReadOnlySpan&lt;double&gt; values, Span&lt;int&gt; owners)
///     {
///         var owner = values[0] + values[1] &gt;= 3 ? 0 : -1;
///         owners[0] = owner;
///         owners[1] = owner;
///     }
/// }
///
/// Bundle.ExactRevenue        // "9/4"
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class DecisionAttribute : Attribute;
