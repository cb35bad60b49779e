namespace MechanismDsl;

/// <summary>
/// Marks a limit of one's own on who may be served together: a static, pure method from who is served (one entry an agent, in the order of the declaration)
/// to whether that is possible. Beside <see cref="ServicesAttribute"/>, <see cref="IdenticalItemsAttribute"/> or <see cref="KnapsackAttribute"/> with named agents.
/// </summary>
/// <remarks>
/// The compiler reads the method's body and runs it on every set of agents, at most 14 of them (MECH0048); the answers, not the method, are part of the generated code. With
/// a set each smaller one must be possible too, because an agent may stay away or bid too little (MECH0026); who must be served is
/// <see cref="MustServeAttribute"/>. Other limits hold besides.
/// </remarks>
/// <example>
/// <code>
/// [Mechanism, Services, Efficient]
/// [Agent("North"), Agent("South"), Agent("East")]
/// public partial class Licences
/// {
///     // South interferes with both of its neighbours.
///     [Feasible] static bool Quiet(ReadOnlySpan&lt;bool&gt; served) =&gt; !served[1] || (!served[0] &amp;&amp; !served[2]);
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class FeasibleAttribute : Attribute;
