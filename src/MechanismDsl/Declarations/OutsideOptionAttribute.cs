namespace MechanismDsl;

/// <summary>
/// Marks what staying away is worth to a type: a static, pure method from a type to a number, beside <see cref="OutcomesAttribute{TOutcome}"/> with a
/// <see cref="ValueAttribute"/> method and finitely many types. What is promised about taking part is held against it.
/// </summary>
/// <remarks>
/// An agent with an <c>OutsideOption = …</c> of its own keeps that. Payments up to the limit of participation (<see cref="IndividuallyRationalVcgAttribute"/>) leave every
/// type at least what it is worth to it.
/// </remarks>
/// <example>
/// <code>
/// public enum Home { SwimmingPool, DanceStudio }
///
/// [Mechanism, Outcomes&lt;Home&gt;, Efficient, ExpectedExternality, Guarantees(InterimIndividuallyRational)]
/// [Agent&lt;UniformIntegers&gt;("Alexa", 1, 9), Agent&lt;UniformIntegers&gt;("Siri", 1, 9)]
/// public partial class HomeImprovement
/// {
///     [Value] static int Value(Home home, int type) =&gt; home == Home.SwimmingPool ? type + 5 : 2 * type;
///
///     [OutsideOption] static int Rent(int type) =&gt; type / 2;
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class OutsideOptionAttribute : Attribute;
