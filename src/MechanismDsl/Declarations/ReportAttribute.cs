namespace MechanismDsl;

/// <summary>
/// Marks the number that the agent reports: the bid, or a supplier's cost. The other members of the record (the other parameters of a <see cref="ScoreAttribute"/>
/// method) are public facts about the agent.
/// </summary>
/// <remarks>A record with one number needs no mark, and of several parameters the first is the report unless another one is marked (MECH1012 for none or several).</remarks>
/// <example>
/// <code>
/// public readonly record struct AdBid([Report, Between(0, 100)] double Amount, [Between(.1, 1), Verified] double Quality);
///
/// [Mechanism, SingleItem]
/// public partial class Sponsored
/// {
///     [Score] static double Score(AdBid bid) =&gt; bid.Amount * bid.Quality;
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field, Inherited = false)]
public sealed class ReportAttribute : Attribute;
