using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Problems;

/// <summary>What can be decided, and what is feasible without one agent.</summary>
/// <param name="Name">The environment's name in the theory.</param>
/// <param name="Kernel">The algorithm family that carries it.</param>
/// <param name="Feasible">The feasible set X.</param>
/// <param name="Absence">How the feasible set without agent i, X₋ᵢ, follows from X.</param>
/// <param name="Ownership">Who holds the good before the mechanism runs.</param>
/// <param name="Cost">Social cost of an outcome that no agent bears.</param>
public sealed record Environment(
    EnvironmentName Name,
    Kernel Kernel,
    FeasibleSet Feasible,
    Absence Absence,
    Ownership Ownership,
    SocialCost Cost);

/// <summary>The environments that have a name in the theory.</summary>
public enum EnvironmentName
{
    /// <summary>One indivisible good, sold or bought once.</summary>
    SingleItem,

    /// <summary>Several identical goods or services.</summary>
    IdenticalItems,

    /// <summary>Slots that differ in how much they are worth to whoever gets them.</summary>
    Positions,

    /// <summary>One of finitely many outcomes, for all agents.</summary>
    FiniteOutcomes,

    /// <summary>A project that is carried out for all agents or not at all.</summary>
    PublicProject,

    /// <summary>One seller and one buyer of a good.</summary>
    BilateralTrade,

    /// <summary>Sellers of one unit each and buyers of one unit each.</summary>
    DoubleAuction,

    /// <summary>Different items, of which every agent wants at most one.</summary>
    Assignment,

    /// <summary>Different goods, for which bids name packages.</summary>
    Packages,

    /// <summary>A quantity of a good that can be divided at will.</summary>
    Divisible,

    /// <summary>Different goods, each of which every bidder values by itself.</summary>
    Goods,

    /// <summary>A firm that its owners divide anew: one of them gets all shares.</summary>
    Partnership,

    /// <summary>Services of one each, as far as limits of any kind allow.</summary>
    Services,

    /// <summary>Agents of public sizes within a capacity.</summary>
    Knapsack,

    /// <summary>A product that is made only if its target is met, for those who pay for it.</summary>
    Crowdfunding,

    /// <summary>An income tax for people whose skills only they know.</summary>
    Taxation,
}

/// <summary>The three families of problems; every environment is normalised to one of them.</summary>
public enum Kernel
{
    /// <summary>uᵢ = aᵢ(ω)·tᵢ + bᵢ(ω) − pᵢ: one number is an agent's whole type.</summary>
    SingleParameter,

    /// <summary>Private values over outcomes: a type is a vector.</summary>
    MultiParameter,

    /// <summary>Nonlinear screening with single crossing.</summary>
    Screening,
}

/// <summary>The set X of feasible outcomes.</summary>
public abstract record FeasibleSet;

/// <summary>At most <paramref name="Units"/> agents are served, one unit each: the uniform matroid. A single item is one unit.</summary>
public sealed record ServeAtMost(int Units) : FeasibleSet;

/// <summary>Identical items of which an agent wants up to <paramref name="PerAgent"/>, no further one more than the one before (Vickrey 1961).</summary>
/// <param name="Items">The number of items.</param>
/// <param name="PerAgent">How many items an agent can want.</param>
public sealed record DecreasingUnits(int Items, int PerAgent) : FeasibleSet;

/// <summary>A quantity of which an agent wants any amount up to a cap that it reports, each unit worth the same to it (Vickrey 1961).</summary>
/// <param name="Quantity">How many units there are; positive, and whole where money is exact.</param>
public sealed record DivisibleGood(double Quantity) : FeasibleSet;

/// <summary>One agent a slot, one slot an agent: a served agent gets the clicks of its slot (Edelman, Ostrovsky and Schwarz 2007; Varian 2007).</summary>
/// <param name="Clicks">The clicks of every slot, not increasing; finite and above 0.</param>
public sealed record Slots(EquatableArray<double> Clicks) : FeasibleSet
{
    /// <summary>
    /// The lowest type that every slot takes, not increasing; empty where slots take all. Slot by slot, the best first, the highest type that is left gets the slot
    /// if it meets its reserve; otherwise the slot stays empty.
    /// </summary>
    public EquatableArray<double> Reserves { get; init; } = [];
}

/// <summary>Named agents, one service each, as far as every limit allows.</summary>
/// <param name="Agents">The number of agents.</param>
/// <param name="Limits">The limits; none: everybody can be served.</param>
public sealed record Limited(int Agents, EquatableArray<ServiceLimit> Limits) : FeasibleSet
{
    /// <summary>Whether a set of at most 31 agents may be served: bit i stands for agent i.</summary>
    public bool Admits(int set) => Limits.All(limit => limit.Admits(set));

    /// <summary>
    /// Whether all limits are on numbers of agents, and any two of them on groups that are nested or share nobody: a laminar matroid, whose best set is found
    /// greedily for any number of agents (Rado 1957; Edmonds 1971).
    /// </summary>
    public bool IsLaminar => Overlap is null && Limits.All(limit => limit is ServiceLimit.AtMost);

    /// <summary>Two limits on numbers of agents whose groups overlap without being nested; null if there are none.</summary>
    public (ServiceLimit.AtMost First, ServiceLimit.AtMost Second)? Overlap
    {
        get
        {
            var groups = Limits.OfType<ServiceLimit.AtMost>().ToList();
            for (var second = 0; second < groups.Count; second++)
            {
                for (var first = 0; first < second; first++)
                {
                    var common = groups[first].Agents.Intersect(groups[second].Agents).Count();
                    if (common > 0 && common < groups[first].Agents.Count && common < groups[second].Agents.Count)
                    {
                        return (groups[first], groups[second]);
                    }
                }
            }

            return null;
        }
    }

    /// <summary>Whether an agent is served whatever it reports.</summary>
    public bool MustServe(int agent) => Limits.Any(limit => limit is ServiceLimit.MustServe(var served) && served == agent);

    /// <summary>Whether with a set each smaller one is feasible too, so that nobody has to be served.</summary>
    public bool IsDownwardClosed => !Limits.Any(limit => limit is ServiceLimit.MustServe);
}

/// <summary>Agents of public sizes that together need no more than there is.</summary>
/// <param name="Capacity">What there is, at least 1.</param>
/// <param name="Sizes">How much each named agent needs; empty for alike agents, whose sizes every run brings.</param>
/// <param name="IsGreedy">Whether the highest score a unit of size comes first, or one agent alone that is worth more (Mu'alem and Nisan 2008), instead of the best set.</param>
public sealed record WithinCapacity(int Capacity, EquatableArray<int> Sizes, bool IsGreedy) : FeasibleSet;

/// <summary>A product is made for any set of agents, or for nobody; its cost does not depend on how many get it.</summary>
/// <param name="Target">The cost that payments are to meet; above 0.</param>
public sealed record Campaign(double Target) : FeasibleSet;

/// <summary>A schedule from which everybody chooses an output and what it keeps of it.</summary>
/// <param name="Objective">What is optimised.</param>
/// <param name="Weight">The weight λ of the worst-off skill in the objective, from 0 (the sum of utilities) to 1 (the lowest one, or revenue).</param>
public sealed record TaxSchedules(TaxObjective Objective, double Weight) : FeasibleSet;

/// <summary>What an income tax optimises.</summary>
public enum TaxObjective
{
    /// <summary>The utility of the worst-off.</summary>
    Rawlsian,

    /// <summary>The sum of utilities.</summary>
    Utilitarian,

    /// <summary>A weighted mean of the two.</summary>
    Weighted,

    /// <summary>Expected tax, which the government keeps.</summary>
    Revenue,
}

/// <summary>Units change hands one by one: as many sellers give theirs away as buyers get one.</summary>
public sealed record UnitTrades : FeasibleSet;

/// <summary>What the bids of one bidder for packages mean together.</summary>
public enum BidLanguage
{
    /// <summary>They exclude each other (XOR): at most one is accepted.</summary>
    Exclusive,

    /// <summary>There is one: the bidder wants its package and nothing else (Lehmann, O'Callaghan and Shoham 2002).</summary>
    SingleMinded,

    /// <summary>Those that share no good can be accepted together (OR; Nisan 2006).</summary>
    Together,

    /// <summary>Each is for one good, and a set of goods is worth the sum of them.</summary>
    Additive,
}

/// <summary>Accepted bids share no good; how many of one bidder can be accepted is a question of <see cref="Bids"/>.</summary>
/// <param name="Names">The names of the goods; empty where they have none.</param>
/// <param name="Count">The number of goods.</param>
public sealed record DisjointPackages(EquatableArray<string> Names, int Count) : FeasibleSet
{
    /// <summary>The most goods of which the dynamic program keeps a table of all sets.</summary>
    public const int MostInTable = 20;

    /// <summary>The most goods of the exact search: a set of goods is one machine word.</summary>
    public const int MostInSearch = 64;

    /// <summary>The most nodes of the exact search; 0 where the dynamic program decides.</summary>
    public long Nodes { get; init; }

    /// <summary>The most goods of the fast choices in doubles: a package is a set of 32 bits.</summary>
    public const int MostInDouble = 32;

    /// <summary>What the bids of one bidder mean together.</summary>
    public BidLanguage Bids { get; init; }

    /// <summary>Whether bids are accepted in the order of value over the square root of the number of goods (Lehmann, O'Callaghan and Shoham 2002), instead of the best set.</summary>
    public bool IsGreedy { get; init; }

    /// <summary>The most deterministic time of the integer program behind the search; null where there is none.</summary>
    public double? DeterministicTime { get; init; }

    /// <summary>Whether bids are accepted without a search: by the greedy choice, or good by good.</summary>
    public bool IsFast => IsGreedy || Bids == BidLanguage.Additive;

    /// <summary>Whether what decides needs no limit: the dynamic program, or a choice without a search.</summary>
    public bool IsUnlimited => Count <= MostInTable || IsFast;

    /// <summary>Whether several bids of a bidder can be accepted.</summary>
    public bool IsTogether => Bids is BidLanguage.Together or BidLanguage.Additive;
}

/// <summary>Each good goes to one of the agents or nobody; the value of several goods is the sum of their values.</summary>
/// <param name="Names">The names of the goods; empty where they have none.</param>
/// <param name="Count">The number of goods.</param>
public sealed record AdditiveGoods(EquatableArray<string> Names, int Count) : FeasibleSet;

/// <summary>Every agent gets at most one item, and no item goes to more agents than there are copies of it.</summary>
/// <param name="Names">The names of the items; empty where their number is known only when the mechanism runs.</param>
/// <param name="Capacities">How many there are of each, in the order of the names; empty: one of each.</param>
public sealed record UnitDemandItems(EquatableArray<string> Names, EquatableArray<int> Capacities) : FeasibleSet
{
    /// <summary>The number of items; null where it is known only when the mechanism runs.</summary>
    public int? Count => Names.Count == 0 ? null : Names.Count;
}

/// <summary>How X₋ᵢ, the outcomes feasible without agent i, follows from X. Clarke payments and indispensability are defined by it.</summary>
public enum Absence
{
    /// <summary>X₋ᵢ = {ω ∈ X : i is unserved}: the platform and the other agents lose nothing but i's demand or supply.</summary>
    Unserved,

    /// <summary>Agent i takes along what it owns; nothing that needs its good is feasible any more.</summary>
    TakesOwnGood,

    /// <summary>X₋ᵢ = X: every outcome stays feasible, and agent i has no say in it.</summary>
    NoSay,
}

/// <summary>Who holds the good at the start.</summary>
public abstract record Ownership
{
    private Ownership() { }

    /// <summary>The platform sells its own good, or buys for itself.</summary>
    public sealed record Platform : Ownership;

    /// <summary>The agents hold shares that sum to one.</summary>
    public sealed record Agents(EquatableArray<double> Shares) : Ownership;

    /// <summary>Every seller has one unit.</summary>
    public sealed record EachSeller : Ownership;
}

/// <summary>Cost c(ω) that no agent bears; the designer counts as a dummy agent with value −c(ω).</summary>
public abstract record SocialCost
{
    private SocialCost() { }

    /// <summary>
    /// Each served agent costs <paramref name="Amount"/>. A seller who values the good at v₀ has Amount = v₀;
    /// a procurement buyer who values the service at V has Amount = −V.
    /// </summary>
    public sealed record PerServed(double Amount) : SocialCost;

    /// <summary>Each of finitely many outcomes has its own cost.</summary>
    /// <param name="Amounts">One an outcome; empty if none costs anything.</param>
    public sealed record PerOutcome(EquatableArray<double> Amounts) : SocialCost;
}
