namespace MechanismDsl;

/// <summary>
/// The environment: a product is made only if its target is met, for those who pay for it; otherwise every pledge is handed back (all or nothing, a provision
/// point). It costs the target, however many get it. A report is what the product is worth to a backer.
/// </summary>
/// <param name="target">What the product costs, above 0 (MECH0013).</param>
/// <remarks>
/// <see cref="PostedPriceAttribute"/>: who accepts the price pledges it, and the product is made if the pledges meet the target; truth is a dominant strategy.
/// <see cref="PayAsBidAttribute"/>: backers pledge what they like; truth is not even an equilibrium, because a pledge can be cut as long as the target is met.
/// <see cref="EfficientAttribute"/>: it is made for all if it is worth its cost to all together, and each pays what the others lack (Clarke 1971); truth is
/// dominant, and the target is not covered. <see cref="RevenueOptimalAttribute"/>: the highest expected profit (Myerson 1981), for priors whose virtual value is
/// a line (MECH0034).
/// </remarks>
/// <example>
/// <code>
/// [Mechanism, Crowdfunding(1), PostedPrice(.5), Agents(3), Prior&lt;Uniform&gt;(0, 1)]
/// public partial class Album;
///
/// Album.Run([.9, .6, .2])           // 0: 1 at 0.5, 1: 1 at 0.5
/// Album.ProbabilityFunded           // 1/2
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class CrowdfundingAttribute(double target) : Attribute
{
    /// <summary>What the product costs.</summary>
    public double Target => target;
}
