namespace MechanismDsl;

/// <summary>
/// The environment: several different goods, each for one of the bidders or nobody. A bidder values every good by itself, whatever else it gets: its value of a set of
/// goods is the sum. Goods are told apart by their index.
/// </summary>
/// <param name="goods">The number of goods, at least 1 (MECH0013). How many can be solved depends on bidders and types (MECH0044).</param>
/// <remarks>
/// <para>
/// The goal is <see cref="OptimalAttribute"/>. With several goods the most revenue is more than the sum of the best auctions of each good: it can take bundles
/// (Adams and Yellen 1976) and lotteries over them (Thanassoulis 2004), and no formula for it is known. The compiler finds it by a linear program over finitely
/// many types.
/// </para>
/// <para>
/// The values of a good are those of a finite prior, for all goods or, with <c>Good = …</c>, for one of them. Goods and bidders are independent of each other: a
/// bidder's type is a value for every good, and its probability the product of theirs.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [Mechanism, Goods(2), Optimal(Objective.Revenue), Agents(1), DiscretePrior([1, 2], [1, 1])]
/// public partial class Bundle;
///
/// Bundle.ExactRevenue                      // "9/4": both goods together at 3; sold one by one they earn 2
/// Bundle.Run([new(1, 2)])                  // 0: good 0, good 1 at 3
///
/// [Mechanism, Goods(2), Optimal(Objective.Revenue), Agents(1)]
/// [DiscretePrior([1, 2], [1, 1], Good = 0), DiscretePrior([1, 3], [1, 1], Good = 1)]
/// public partial class Menu;               // "21/8", with a lottery; without one 5/2
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class GoodsAttribute(int goods) : Attribute
{
    /// <summary>The number of goods.</summary>
    public int Goods => goods;
}

/// <summary>The environment: the members of an enum are goods, each for one of the bidders or nobody, and a bidder's value of a set of them is the sum.</summary>
/// <typeparam name="TGood">The goods: an enum whose members count from 0 (MECH0030), so that a member's number is its good's index.</typeparam>
/// <remarks>As <see cref="GoodsAttribute"/>, with names: a report has a member for every good.</remarks>
/// <example>
/// <code>
/// public enum Lot { Castle, Lake }
///
/// [Mechanism, Goods&lt;Lot&gt;, Optimal(Objective.Revenue), Agents(2)]
/// [DiscretePrior([4, 6], [1, 1]), DiscretePrior([1, 2], [1, 1], Good = (int)Lot.Lake)]
/// public partial class Estate;
/// // Estate.Run([new(Castle: 4, Lake: 2), new(Castle: 6, Lake: 1)])
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class GoodsAttribute<TGood> : Attribute
    where TGood : struct, Enum;
