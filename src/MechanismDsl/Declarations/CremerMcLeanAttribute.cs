namespace MechanismDsl;

/// <summary>
/// The goal and the payments, beside <see cref="SingleItemAttribute"/> and <see cref="JointPriorAttribute"/>: what a seller can earn from agents whose types
/// are correlated (Crémer and McLean 1988). An agent's type says what the others' types are likely to be; bets on them make the truth its best report, and
/// the seller charges the winner its value.
/// </summary>
/// <remarks>
/// <para>
/// If no type's belief about the others is a mixture of beliefs of the agent's other types, the whole surplus is extracted. Types that share a belief cannot
/// be told apart by bets: among them the sale is Myerson's, and what they keep is the least that they can be left (MECH3040). A belief that is a mixture
/// of different ones is an error (MECH0042).
/// </para>
/// <para>
/// The mechanism is Bayesian incentive compatible and interim individually rational for the stated prior. It is not a dominant strategy to be truthful,
/// agents can lose once the others' types are known, and a small error in the prior turns what they expect into a loss (MECH3041).
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [Mechanism(Ties = TieRule.Shared), SingleItem, CremerMcLean]
/// [Types(1, 2, 3), JointPrior(4, 2, 1,  2, 2, 2,  1, 2, 4)]
/// public partial class CorrelatedSale;
///
/// CorrelatedSale.ExpectedRevenue        // 2.3, all that there is; a second-price auction earns 1.7
/// CorrelatedSale.Run([1, 3])[0]         // pays 6 and gets nothing: its bet was that the other has a low value, too
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class CremerMcLeanAttribute : Attribute;
