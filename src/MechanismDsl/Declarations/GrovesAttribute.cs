namespace MechanismDsl;

/// <summary>
/// Marks what an agent is charged whatever it reports: a static, pure method from the types of the others, in the order of the agents, to a number, beside
/// <see cref="OutcomesAttribute{TOutcome}"/>, <see cref="EfficientAttribute"/> and a <see cref="ValueAttribute"/> method of finitely many types. An agent pays that
/// less what the others have of the chosen outcome, its cost deducted and what the designer adds included (Groves 1973).
/// </summary>
/// <remarks>
/// <para>
/// The method is not given the agent's own type, so truth is a dominant strategy whatever it says. What it gives up is another matter: the compiler runs it at
/// every profile of types, and decides there whether taking part can cost something (MECH1003), whether the platform pays, and whether the budget is balanced. The
/// highest welfare that the others could have alone gives the Clarke payments, which are written without such a method.
/// </para>
/// <para>It returns the number type of the <see cref="ValueAttribute"/> method. The number of agents must be fixed, and they have no weights.</para>
/// </remarks>
/// <example>
/// <code>
/// [Mechanism, Outcomes&lt;Home&gt;, Efficient]
/// [Agent&lt;UniformIntegers&gt;("Alexa", 1, 9), Agent&lt;UniformIntegers&gt;("Siri", 1, 9)]
/// public partial class HomeImprovement
/// {
///     [Value] static int Value(Home home, int type) =&gt; home == Home.SwimmingPool ? type + 5 : 2 * type;
///     [Groves] static int Charge(ReadOnlySpan&lt;int&gt; others) =&gt; others[0] + 5;
/// }
///
/// HomeImprovement.Run(alexa: 9, siri: 4)        // DanceStudio; Alexa pays 4 + 5 − 8 = 1, Siri 9 + 5 − 18 = −4
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class GrovesAttribute : Attribute;
