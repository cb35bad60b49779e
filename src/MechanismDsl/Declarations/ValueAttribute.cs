namespace MechanismDsl;

/// <summary>
/// Marks what an outcome is worth to an agent: a static, pure method from an outcome and the agent's type to a number, beside
/// <see cref="OutcomesAttribute{TOutcome}"/>. The agents then report types instead of values.
/// </summary>
/// <remarks>
/// <para>
/// The types of an agent are those of <see cref="TypesAttribute"/> or <see cref="TypeRangeAttribute"/>, otherwise the numbers of <see cref="BetweenAttribute"/> on
/// the parameter, otherwise the values of its prior. Where types are finitely many the compiler runs the method on all of them: guarantees are decided at every
/// profile, and expectations are exact.
/// </para>
/// <para>
/// Where items are handed out the report itself is the value (a supplier's: the cost), and such a method is not needed (MECH1012). A value that reads the reports
/// of others is interdependent: neither threshold nor Clarke payments make truth a best reply then (Dasgupta, Maskin 2000), and the compiler refuses it (MECH1010).
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [Mechanism, Outcomes&lt;Home&gt;, Efficient]
/// [Agent&lt;UniformIntegers&gt;("Alexa", 1, 9), Agent&lt;UniformIntegers&gt;("Siri", 1, 9)]
/// public partial class HomeImprovement
/// {
///     [Value] static int Value(Home home, int type) =&gt; home == Home.SwimmingPool ? type + 5 : 2 * type;
/// }
///
/// HomeImprovement.Run(alexa: 9, siri: 4)        // DanceStudio; Alexa pays 1
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class ValueAttribute : Attribute;
