namespace MechanismDsl;

/// <summary>
/// Marks the rule that ranks the agents: a static, pure method from one agent's report to its score. The highest scores are served as far as there is
/// something to serve, a score below zero never; ties by <see cref="MechanismAttribute.Ties"/>.
/// </summary>
/// <remarks>
/// <para>
/// The method takes the report as a number, followed by public parameters, or as one record whose bid is marked <see cref="ReportAttribute"/>. Every number
/// but the report states its domain by <see cref="BetweenAttribute"/>; the report's is [0, 10^15] unless it states one.
/// </para>
/// <para>
/// The score must not fall when a buyer reports more (must not rise when a supplier reports a higher cost), whatever the public parameters are. The
/// compiler proves that from the method's body or refuses it with two reports (MECH1001, MECH1002); body and callees must lie in the verifiable subset
/// (MECH1011). Unless a method is marked <see cref="PaymentAttribute"/>, a served agent pays its threshold: the lowest report at which it would still be
/// served (Myerson 1981, lemma 2).
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [Mechanism, SingleItem]
/// public partial class Sponsored
/// {
///     [Score] static double Score([Between(0, 100)] double bid, [Between(.1, 1), Verified] double quality) =&gt; bid * quality;
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class ScoreAttribute : Attribute;
