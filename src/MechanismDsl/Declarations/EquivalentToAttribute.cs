namespace MechanismDsl;

/// <summary>
/// Says that the mechanism is equivalent to another one of the project: at every profile of reports it decides the same, and each agent, of whatever type, expects to pay
/// the same for each report while the others are truthful (Börgers 2015, definition 7.2). The compiler checks it.
/// </summary>
/// <remarks>
/// <para>
/// Equivalent mechanisms leave every type the same expected utility and collect the same in expectation. They can differ in everything else: in what is paid at a single
/// profile, so in budgets, in the risk of an agent, and in whether truth is a dominant strategy.
/// </para>
/// <para>
/// Where they differ, the error names the profile and both decisions, or the agent, its type and both expected payments (MECH3024). Finitely many types are compared at every
/// profile, in rational numbers. Of types with a density a profile refutes, and sales to alike agents are decided by theorem; where nothing is known the claim is refused,
/// too (MECH3025). Mechanisms are compared as they run: bids of <c>[PayAsBid]</c> are taken for values, and what pays the same in equilibrium is said by MECH3010.
/// </para>
/// </remarks>
/// <typeparam name="TMechanism">A mechanism of this project with the same environment, agents and types, and the same money unless types are finitely many (MECH0050).</typeparam>
/// <example>
/// <code>
/// public enum Home { SwimmingPool, DanceStudio }
///
/// [Mechanism, Outcomes&lt;Home&gt;, Efficient, ExpectedExternality]
/// [Agents(3), Prior&lt;UniformIntegers&gt;(1, 9)]
/// public partial class Renovation
/// {
///     [Value] static int Value(Home home, int type) =&gt; home == Home.SwimmingPool ? type + 5 : 2 * type;
/// }
///
/// [Mechanism, Outcomes&lt;Home&gt;, Efficient, DAgva, EquivalentTo&lt;Renovation&gt;]
/// [Agents(3), Prior&lt;UniformIntegers&gt;(1, 9)]
/// public partial class Refurbishment             // equivalent, and not the same payments
/// {
///     [Value] static int Value(Home home, int type) =&gt; home == Home.SwimmingPool ? type + 5 : 2 * type;
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false, AllowMultiple = true)]
public sealed class EquivalentToAttribute<TMechanism> : Attribute;
