namespace MechanismDsl;

/// <summary>
/// Those who get the product share its cost equally: it is made for the largest group of backers to each of whom it is worth an equal share, and who is not in it is kept
/// out and pays nothing (Moulin 1994; Moulin and Shenker 2001). Beside <see cref="CrowdfundingAttribute"/>, needs no goal.
/// </summary>
/// <remarks>
/// The larger the group, the smaller the share, so there is one largest group, and a backer is in it for every report that is at least its share: truth is a dominant
/// strategy, no group gains by lying together, and the payments are exactly the cost at every profile. What is given up is efficiency: a product can stay unmade, or a
/// backer be kept out, though all together would rather have it; of all rules whose shares fall as groups grow, equal shares make the greatest possible loss smallest (Moulin
/// and Shenker 2001). In exact money
/// what cannot be divided is borne by the first members, one step each.
/// </remarks>
/// <example>
/// <code>
/// [Mechanism, Crowdfunding(12), CostSharing]
/// public partial class Lift;
/// // Lift.Run([9, 5, 4, 1]): a share of 3 is too much for agent 3, so the others pay 4 each
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class CostSharingAttribute : Attribute;
