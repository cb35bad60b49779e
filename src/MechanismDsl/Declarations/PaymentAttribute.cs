namespace MechanismDsl;

/// <summary>
/// Marks the payments: a static, pure method from all reports and the index of an agent to what that agent pays (a supplier: what it receives). Without it
/// the compiler derives threshold payments.
/// </summary>
/// <remarks>
/// <para>It stands beside a <see cref="ScoreAttribute"/> or <see cref="AllocationAttribute"/> rule, or beside <see cref="EfficientAttribute"/> (a Groves mechanism, Groves 1973, where it is one).</para>
/// <para>
/// Own payments are judged, not trusted: promises made by <see cref="GuaranteesAttribute"/> are proved or refuted at a profile (MECH2001, MECH2002), and without
/// promises the compiler says where truth does not pay (MECH1004), who would rather stay away (MECH1003), and where the platform pays (MECH1006).
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [Mechanism, SingleItem, Efficient, Guarantees(DominantStrategyIncentiveCompatible, ExPostIndividuallyRational)]
/// public partial class SecondPrice
/// {
///     [Payment] static double Pay([Between(0, 100)] ReadOnlySpan&lt;double&gt; bids, int agent)
///     {
///         var rival = 0.0;
///         for (var other = 0; other &lt; bids.Length; other++)
///         {
///             if (other != agent) { rival = Math.Max(rival, bids[other]); }
///             if (bids[other] &gt; bids[agent] || (bids[other] == bids[agent] &amp;&amp; other &lt; agent)) { return 0; }
///         }
///
///         return rival;
///     }
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class PaymentAttribute : Attribute;
