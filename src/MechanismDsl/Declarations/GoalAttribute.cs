namespace MechanismDsl;

/// <summary>
/// Marks what <see cref="OptimalAttribute"/> maximises with <see cref="Objective.Own"/>: a static, pure method from an outcome and the types of all agents to what that
/// outcome counts at these types.
/// </summary>
/// <remarks>
/// <para>
/// The objective is the expectation of it, over types and lotteries, plus <see cref="OptimalAttribute.PaymentWeight"/> times the expected payments: any linear
/// objective. With the sum of the values and the weight −1 it is what the agents keep; with weighted values it is a redistribution.
/// </para>
/// <para>
/// Under <see cref="OutcomesAttribute{TOutcome}"/> with a <see cref="ValueAttribute"/> method it takes the outcome and the types; under <see cref="GoodsAttribute"/> the owners
/// of the goods, −1 for nobody, and the values of all agents, agent by agent and good by good. It returns a number (double, decimal, int or long), which the compiler works
/// out for every profile and outcome (MECH1011, MECH1012, MECH1014).
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [Mechanism, Goods(1), Optimal(Objective.Own, PaymentWeight = -1), Agents(2), DiscretePrior([1, 2], [1, 1])]
/// [Guarantees(BayesianIncentiveCompatible, InterimIndividuallyRational, NoSubsidy)]
/// public partial class ForTheBidders
/// {
///     // What the bidders keep: the owner's value, less all payments.
///     [Goal] static double Keep(ReadOnlySpan&lt;int&gt; owners, ReadOnlySpan&lt;double&gt; values) =&gt; owners[0] &lt; 0 ? 0 : values[owners[0]];
/// }
///
/// ForTheBidders.ExactObjective
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class GoalAttribute : Attribute;
