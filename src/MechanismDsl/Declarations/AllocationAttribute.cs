namespace MechanismDsl;

/// <summary>Marks the rule that decides from all reports who is served: a static, pure method.</summary>
/// <remarks>
/// <para>
/// It takes the reports as <c>ReadOnlySpan</c>, array or <c>IReadOnlyList</c> of numbers, or of records whose bid is marked <see cref="ReportAttribute"/>,
/// and answers in one of these forms:
/// </para>
/// <list type="bullet">
/// <item><c>int</c>: the index of the winner, −1 for nobody;</item>
/// <item><c>bool[]</c>, or void with a second parameter <c>Span&lt;bool&gt;</c>: who is served;</item>
/// <item><c>int[]</c> or <c>Span&lt;int&gt;</c>: how many units each agent gets;</item>
/// <item><c>double[]</c> or <c>Span&lt;double&gt;</c>: the probability with which each agent is served.</item>
/// </list>
/// <para>
/// A higher report must never get a buyer less (a supplier with a higher cost must never serve more). The compiler proves that from the method's body or
/// refuses it with two profiles (MECH1001, MECH1002), and that it never hands out more than there is (MECH1013). Unless a method is marked
/// <see cref="PaymentAttribute"/>, the agents pay their thresholds (Myerson 1981, lemma 2).
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [Mechanism, SingleItem]
/// public partial class Incumbent
/// {
///     // Agent 0 holds the contract and keeps it unless somebody offers at least 5 more.
///     [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan&lt;double&gt; bids)
///     {
///         var winner = -1;
///         var best = 0.0;
///         for (var agent = 0; agent &lt; bids.Length; agent++)
///         {
///             var score = agent == 0 ? bids[agent] + 5 : bids[agent];
///             if (score &gt; best) { best = score; winner = agent; }
///         }
///
///         return winner;
///     }
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class AllocationAttribute : Attribute;
