using MechanismDsl.Analyzers.Tests.Harness;

namespace MechanismDsl.Analyzers.Tests.Rules;

/// <summary>What the rules about declarations say, and where.</summary>
public class DeclarationRuleTests
{
    [Theory]
    [InlineData("MECH0001", "[Mechanism, SingleItem, Efficient] public class [|Vickrey|];",
        "'Vickrey' must be declared partial, because the allocation and payment code is written into it")]
    [InlineData("MECH0002", "[Mechanism, SingleItem, Efficient] public static partial class [|Vickrey|];",
        "'Vickrey' cannot be a mechanism because it is static; declare an ordinary partial class or struct")]
    [InlineData("MECH0003", "[Mechanism, Efficient] public partial class [|Vickrey|];",
        "'Vickrey' does not say what is allocated; add an environment such as [SingleItem]")]
    [InlineData("MECH0004", "[Mechanism, SingleItem] public partial class [|Sale|];",
        "'Sale' does not say what decides; add a goal ([Efficient] or [RevenueOptimal]), a rule of your own (a [Score] or [Allocation] method), or a payment rule that needs no goal ([PayAsBid], [AllPay], [PostedPrice])")]
    [InlineData("MECH0008", "[Mechanism, SingleItem, Efficient, Agents(5, [|2|])] public partial class Sale;",
        "[Agents] allows no number of agents: the largest number 2 is below the smallest, 5")]
    [InlineData("MECH0005", "[Mechanism, SingleItem, [|UniformPrice|]] public partial class Sale;",
        "[UniformPrice] and [SingleItem] exclude each other: the lowest bid that is served is that of the one winner: [PayAsBid]")]
    [InlineData("MECH0005", "[Mechanism, SingleItem, [|GeneralizedSecondPrice|], Prior<Uniform>(0, 1)] public partial class Sale;",
        "[GeneralizedSecondPrice] and [SingleItem] exclude each other: for one item the next bid is the second price: [Efficient]")]
    [InlineData("MECH0008", "[Mechanism, SingleItem, Efficient, Agents([|int.MaxValue|])] public partial class Sale;",
        "[Agents] allows no number of agents: 2147483647 is above 10000; without [Agents] their number is known when the mechanism runs")]
    [InlineData("MECH0013", "[Mechanism, PublicProject([|.5|], EqualShares = true), Efficient, Agents(3), Money<long>] public partial class Bridge;",
        "the cost is 0.5, but must be a multiple of 1, the step of its money")]
    [InlineData("MECH0013", "[Mechanism, PublicProject([|90.005|]), Efficient, Money<decimal>] public partial class Bridge;",
        "the cost is 90.005, but must be a multiple of 0.01, the step of its money")]
    [InlineData("MECH0013", "[Mechanism, SingleItem, Efficient, EntryFee([|1e-300|]), Money<decimal>] public partial class Sale;",
        "the entry fee is 1E-300, but must be a multiple of 0.01, the step of its money")]
    [InlineData("MECH0011", "[Mechanism, SingleItem, Procurement, RevenueOptimal, Suppliers<Uniform>(0, 1)] public partial class [|Sourcing|];",
        "'Sourcing' minimises the expected outlay net of the buyer's value, but states no value; add [BuyerValue(v)]")]
    [InlineData("MECH0012", "[[|SingleItem|], Efficient] public partial class Vickrey;",
        "[SingleItem] has no effect here: 'Vickrey' is not marked [Mechanism]")]
    [InlineData("MECH0015", "[Mechanism, SingleItem, RevenueOptimal, Agents(2), Prior<Uniform>(0, 1)] public partial class [|Reserve|];",
        "'Reserve' uses the name 'Reserve', which belongs to a member of the mechanism's generated part")]
    [InlineData("MECH0015", "[Mechanism, SingleItem, Efficient] public partial class Vickrey { public static string [|Explanation|] => \"mine\"; }",
        "'Vickrey' uses the name 'Explanation', which belongs to a member of the mechanism's generated part")]
    [InlineData("MECH0016", "[Mechanism, SingleItem, Efficient, Agent(\"North\"), Agent(\"South\"), Reserve(6, [|Agent = \"Nort\"|])] public partial class Sale;",
        "No agent is named 'Nort'; did you mean 'North'?")]
    [InlineData("MECH0023", "[Mechanism, Positions(100, [|200|]), Efficient] public partial class Ads;",
        "Slot 1 has 200 clicks, but it has more than slot 0 with 100; the best slot comes first")]
    [InlineData("MECH0023", "[Mechanism, Positions([|2.5|], 1), Efficient, Money<long>] public partial class Ads;",
        "Slot 0 has 2.5 clicks, but where money is whole, clicks are whole too, so that payments are")]
    [InlineData("MECH0023", "[Mechanism, [|Positions|], Efficient] public partial class Ads;", "[Positions] names no slot; state the clicks of each, the best first")]
    [InlineData("MECH0024", "[Mechanism, Knapsack(10), Efficient, [|Agent(\"Video\")|]] public partial class Link;",
        "'Video' has no size, but [Knapsack(10)] limits it; state how much it needs: Size = 1")]
    [InlineData("MECH0024", "[Mechanism, Knapsack(10), Efficient, Agent(\"Video\", [|Size = 12|])] public partial class Link;",
        "'Video' has size 12, more than [Knapsack(10)] holds, so it could never be served")]
    [InlineData("MECH0025", "[Mechanism, Services, Efficient, Agent(\"North\"), Agent(\"South\"), AtMost(1, \"North\", [|\"Sotuh\"|])] public partial class Licences;",
        "'Sotuh' in [AtMost] is neither an agent nor a group; did you mean 'South'?")]
    [InlineData("MECH0026", "[Mechanism, Services, Efficient, Agent(\"North\"), Agent(\"South\"), Agent(\"East\"), [|AtMost(1)|], MustServe(\"North\", \"South\")] public partial class Licences;",
        "The limits of 'Licences' contradict each other: [MustServe] demands 'North', 'South', who exceed [AtMost(1…)]; raise that limit or demand fewer")]
    [InlineData("MECH0026", "[Mechanism, Services, Efficient, Agent(\"North\"), Agent(\"South\")] public partial class Licences { [Feasible] static bool [|Both|](System.ReadOnlySpan<bool> served) => served[0] == served[1]; }",
        "The limits of 'Licences' contradict each other: 'Both' is true where 'North', 'South' are served, but not where 'South' is served; an agent can stay away or bid too little, so the smaller set must be possible too (who must be served is [MustServe])")]
    [InlineData("MECH1012", "[Mechanism, Services, Efficient, Agent(\"North\"), Agent(\"South\")] public partial class Licences { [Feasible] static int [|Both|](System.ReadOnlySpan<bool> served) => 1; }",
        "'Both' cannot be used as a rule: it returns int, but must return bool: whether these agents can be served together")]
    [InlineData("MECH0048", "[Mechanism, IdenticalItems(2), Efficient, [|AtMost(1)|]] public partial class Licences;",
        "'Licences' has limits that cannot be used: [AtMost] says which agents may be served together, but no agent has a name; name them with [Agent(\"…\")]")]
    [InlineData("MECH0049", "[Mechanism, Services, Efficient, [|Reserve(2)|], Agent(\"North\"), Agent(\"South\"), MustServe(\"North\")] public partial class Licences;",
        "'North' must be served and has no price: [MustServe] serves it whatever it bids, and a reserve would not; give reserves to the other agents only: [Reserve(…, Agent = \"…\")]")]
    [InlineData("MECH0030", "public enum Berth { Quay, Pier } [Mechanism, Efficient, Assignment<Berth>([|Capacities = new[] { 1, 2, 3 }|])] public partial class Berths;",
        "'Berths' states 3 capacities for 2 items")]
    [InlineData("MECH0032", "[Mechanism, Packages(2), [|CoreSelecting|]] public partial class Spectrum;",
        "'Spectrum' pays in the core, which is decided in whole units of exact money; add [Money<decimal>] or [Money<long>]")]
    [InlineData("MECH0031", "[Mechanism, Packages([|40|]), Efficient] public partial class Spectrum;",
        "'Spectrum' sells 40 goods in packages, but at most 20 are decided in double; [Money<decimal>] or [Money<long>] takes up to 64")]
    [InlineData("MECH0037", "[Mechanism, SingleItem, CremerMcLean, Agents(2), Types(1, 2), [|Beliefs(2, 1)|]] public partial class Sale;",
        "The beliefs of the agents cannot be used: they have 2 weights, but 2 types of agent 0 face 2 profiles of the others each")]
    [InlineData("MECH0038", "[Mechanism, SingleItem, CremerMcLean, Agent(\"Anne\"), Agent(\"Bert\"), Types(1, 2), [|Beliefs(1, 2, 1, 2, Agent = \"Anne\")|], Beliefs(1, 2, 2, 1, Agent = \"Bert\")] public partial class Sale;",
        "The beliefs of 'Sale' come from no common prior: if at (1, 1) 'Anne' receives 11 and 'Bert' pays 11, at (1, 2) 'Anne' pays 4 and 'Bert' receives 4, at (2, 1) 'Anne' pays 7 and 'Bert' receives 7, at (2, 2) 'Anne' receives 5 and 'Bert' pays 5, every type of every agent expects to gain at least 1, so that every mechanism is dominated by itself with a larger bet beside it")]
    [InlineData("MECH0040", "[Mechanism, SingleItem, [|CremerMcLean|], Types(1, 2)] public partial class Sale;",
        "[CremerMcLean] needs the joint distribution of the types; add [JointPrior(...)] with one weight for each profile")]
    [InlineData("MECH0041", "[Mechanism, SingleItem, CremerMcLean, JointPrior(2, 1, 1, 2)] public partial class [|Sale|];",
        "[CremerMcLean] needs finitely many types of the agents; add [Types(...)] or [TypeRange(low, high)]")]
    [InlineData("MECH0041", "[Mechanism, SingleItem, CremerMcLean, Agent(\"North\"), [|Agent(\"South\")|], Types(1, 2, Agent = \"North\"), JointPrior(2, 1, 1, 2)] public partial class Sale;",
        "[CremerMcLean] needs finitely many types of 'South'; add [Types(...)] or [TypeRange(low, high)]")]
    [InlineData("MECH0042", "[Mechanism, SingleItem, CremerMcLean, Agent(\"North\"), Agent(\"South\"), Types(1, 2, 3, Agent = \"North\"), Types(1, 2, Agent = \"South\"), [|JointPrior(2, 1, 1, 1, 1, 2)|]] public partial class Sale;",
        "What 'North' with value 2 believes about the others is 0.5 of its belief at 1 and 0.5 of its belief at 3: no bet that is fair for this belief costs all of those, so its types cannot be told apart")]
    [InlineData("MECH0043", "[Mechanism, SingleItem, [|Optimal(Objective.Revenue)|], Agents(2), Prior<Uniform>(0, 1)] public partial class Sale;",
        "[Optimal] needs finitely many types, each with a probability: the agents have types that are not finitely many; [DiscretePrior], [Prior<UniformIntegers>], or [Types] with [JointPrior] list them")]
    [InlineData("MECH0043", "[Mechanism, BilateralTrade, Optimal(Objective.Welfare), DiscretePrior(new double[] { 1, 3 }, new double[] { 1, 1 }, Agent = \"Seller\"), [|Buyer<Uniform>(\"Buyer\", 0, 1)|]] public partial class Exchange;",
        "[Optimal] needs finitely many types, each with a probability: 'Buyer' has types that are not finitely many; [DiscretePrior], [Prior<UniformIntegers>], or [Types] with [JointPrior] list them")]
    [InlineData("MECH0043", "public enum Site { Hill, Lake } [Mechanism, Outcomes<Site>, [|Optimal(Objective.Welfare)|], Agents(2), TypeRange(1, 3), DiscretePrior(new double[] { 1, 2 }, new double[] { 1, 1 })] public partial class Town { [Value] static int Value(Site site, int type) => site == Site.Hill ? type : 2; }",
        "[Optimal] needs finitely many types, each with a probability: the agents have a type of probability zero, 3: no expectation says what it would do; leave it out of the types, or give it a weight")]
    [InlineData("MECH0044", "[Mechanism, SingleItem, [|Optimal(Objective.Revenue)|], Agents(4), Prior<UniformIntegers>(1, 20)] public partial class Sale;",
        "The optimal mechanism of 'Sale' is not solved: 4 agents have 160000 profiles of types with 5 outcomes each, and at most 1000 profiles are solved; fewer types or agents, alike agents with one prior, or BayesianIncentiveCompatible in the place of DominantStrategyIncentiveCompatible make it smaller")]
    [InlineData("MECH0045", "[Mechanism, BilateralTrade, [|Optimal(Objective.Welfare)|], DiscretePrior(new double[] { 0, 3 }, new double[] { 1, 1 }, Agent = \"Seller\"), DiscretePrior(new double[] { 1, 4 }, new double[] { 1, 1 }, Agent = \"Buyer\"), Guarantees(DominantStrategyIncentiveCompatible, ExPostIndividuallyRational, ExPostBudgetBalanced, AllocativelyEfficient)] public partial class Exchange;",
        "No mechanism for 'Exchange' is dominant-strategy incentive compatible, ex post individually rational, ex post budget balanced and allocatively efficient: \"at ([0], 4) 'Seller' gains nothing by reporting 3\" + \"at (0, [4]) 'Buyer' gains nothing by reporting 1\" + \"at ([3], 4) 'Seller' does not lose\" + \"at (0, [1]) 'Buyer' does not lose\" + \"the payments at (0, 4) sum to the cost\" + 3 × \"the decision at (0, 1) is efficient\" and 1 more add up to 0 ≥ 2")]
    [InlineData("MECH0046", "[Mechanism, SingleItem, [|Optimal(Objective.Revenue)|], Agents(2), DiscretePrior(new double[] { 1, 2 }, new double[] { 1, 1 }), Guarantees(DominantStrategyIncentiveCompatible)] public partial class Sale;",
        "Expected revenue of 'Sale' has no bound: agent 0 can be charged ever more, at (1, 1) and elsewhere, because nothing promises that it loses nothing by taking part")]
    [InlineData("MECH0047", "[Mechanism, Goods(2), Optimal(Objective.Revenue), Agents(1), DiscretePrior(new double[] { 1, 2 }, new double[] { 1, 1 })] public partial class Sale { [Decision] static void [|Divide|](System.ReadOnlySpan<double> values, System.Span<int> owners) { owners[0] = values[0] < values[1] ? 0 : -1; owners[1] = values[1] < values[0] ? 0 : -1; } }",
        "No payments make truth the best report under 'Divide': agent 0 at (1, 2) would gain 1 by reporting (2, 1) (good 1 to agent 0 instead of good 0 to agent 0), (2, 1) would gain 1 by reporting (1, 2) (good 0 to agent 0 instead of good 1 to agent 0); around the cycle payments cancel, and 2 is gained together, whatever is paid (Rochet 1987)")]
    [InlineData("MECH4009", "[Mechanism, SingleItem, CremerMcLean, Types(1, 2), JointPrior(2, [|-1|], 1, 2)] public partial class Sale;",
        "[JointPrior] is no distribution of the types: the weight of the profile (1, 2) is -1, below zero")]
    [InlineData("MECH4009", "[Mechanism, SingleItem, CremerMcLean, Types(1, 2), JointPrior([|\"4/35 2/35; 1/x 2/35\"|])] public partial class Sale;",
        "[JointPrior] is no distribution of the types: '1/x' (line 1, entry 3) is no weight: weights are whole numbers, decimals and fractions like 4/35")]
    [InlineData("MECH4009", "[Mechanism, SingleItem, CremerMcLean, Types(1, 2), [|JointPrior(1, 1, 1)|]] public partial class Sale;",
        "[JointPrior] is no distribution of the types: it has 3 weights, but agents with 2 types each have 2, 4, 8, … profiles")]
    [InlineData("MECH4009", "[Mechanism, SingleItem, CremerMcLean, Agents(2), Types(1, 2), [|JointPrior(1, 1, 1)|]] public partial class Sale;",
        "[JointPrior] is no distribution of the types: it has 3 weights, but 2 agents have 2 × 2 profiles of types")]
    [InlineData("MECH4009", "[Mechanism, SingleItem, CremerMcLean, Types(1, 2), [|JointPrior(0, 0, 1, 1)|]] public partial class Sale;",
        "[JointPrior] is no distribution of the types: the type 1 of agent 0 has probability zero: leave it out of the types, or give it a weight")]
    [InlineData("MECH4009", "[Mechanism, SingleItem, CremerMcLean, Types(1, 2), [|JointPrior(0, 0, 0, 0)|]] public partial class Sale;",
        "[JointPrior] is no distribution of the types: all weights are zero")]
    [InlineData("MECH0027", "[Mechanism, DoubleAuction, TradeReduction, [|Seller(\"North\")|]] public partial class Market;",
        "'Market' is an exchange with a named seller, but no buyer is named")]
    [InlineData("MECH0033", "[Mechanism, [|Partnership(.6, .6)|], Efficient, Prior<Uniform>(0, 1)] public partial class Buyout;",
        "The shares of 'Buyout' do not fit: shares sum to 1, and these sum to 1.2")]
    [InlineData("MECH0033", "[Mechanism, Partnership(1.5, [|-.5|]), Efficient, Prior<Uniform>(0, 1)] public partial class Buyout;",
        "The shares of 'Buyout' do not fit: a share is a number from 0 to 1, and this one is -0.5")]
    [InlineData("MECH0033", "[Mechanism, [|Partnership(.5, .25, .25)|], Efficient, Agent<Uniform>(\"Ann\", 0, 1), Agent<Uniform>(\"Bob\", 0, 1)] public partial class Buyout;",
        "The shares of 'Buyout' do not fit: there are 3 shares, but 2 partners have names")]
    [InlineData("MECH0033", "[Mechanism, [|Partnership(1)|], Efficient, Prior<Uniform>(0, 1)] public partial class Buyout;",
        "The shares of 'Buyout' do not fit: a partnership has at least two partners")]
    [InlineData("MECH0034", "[Mechanism, Partnership(.5, .5), Efficient, [|Prior<UniformIntegers>(1, 9)|]] public partial class Buyout;",
        "The prior UniformIntegers(1, 9) does not fit [Partnership]: its values have no density, with which the payments of a partnership are solved")]
    [InlineData("MECH0034", "[Mechanism, Crowdfunding(1), RevenueOptimal, [|Prior<Lognormal>(0, 1)|]] public partial class Album;",
        "The prior Lognormal(0, 1) does not fit [Crowdfunding]: its virtual value is not one increasing line, for which the most profitable campaign is solved; [PostedPrice(p)] needs none")]
    [InlineData("MECH0034", "[Mechanism, Taxation(TaxObjective.Rawlsian), [|Prior<Uniform>(0, 1)|]] public partial class IncomeTax;",
        "The prior Uniform(0, 1) does not fit [Taxation]: a skill is output per unit of labour, and without any nobody could be asked to work: skills are positive")]
    public Task SaysWhatIsWrong(string id, string marked, string message) => Expect.Fires(id, marked, message);

    [Theory]
    [InlineData("MECH0005", "[Mechanism, SingleItem, Efficient, [|RevenueOptimal|], Agents(2), Prior<Uniform>(0, 1)] public partial class Sale;")]
    [InlineData("MECH0005", "[Mechanism, Knapsack(10)] public partial class Link { [Score] static double [|Score|]([Between(0, 100)] double bid) => bid; }")]
    [InlineData("MECH0005", "[Mechanism, Services, Agent(\"North\"), Agent(\"South\"), MustServe(\"North\")] public partial class Licences { [Score] static double [|Score|]([Between(0, 100)] double bid) => bid; }")]
    [InlineData("MECH1012", "[Mechanism, Services, Agent(\"North\"), Agent(\"South\"), AtMost(1)] public partial class Licences { [Score] static decimal [|Score|]([Between(0, 100)] decimal bid) => bid; }")]
    [InlineData("MECH0006", "[Mechanism, SingleItem, RevenueOptimal, [|Agent(\"North\")|], Agent<Uniform>(\"South\", 0, 18)] public partial class Sale;")]
    [InlineData("MECH0007", "[Mechanism, SingleItem, Efficient, Agent(\"North\"), Agent([|\"North\"|])] public partial class Sale;")]
    [InlineData("MECH0009", "[Mechanism, SingleItem, PayAsBid, Prior<Uniform>(0, 1), Message(0, 1)] public partial class Sale { [Strategy] static double [|Bid|](double value) => value / 2; }")]
    [InlineData("MECH0010", "[Mechanism, SingleItem, Efficient, [|Suppliers|]] public partial class Sourcing;")]
    [InlineData("MECH0013", "[Mechanism, SingleItem, Efficient, Reserve([|-5|])] public partial class Sale;")]
    [InlineData("MECH0014", "[Mechanism, SingleItem, Efficient, Reserve([|7/2|])] public partial class Sale;")]
    [InlineData("MECH0014", "[Mechanism, SingleItem, PayAsBid, Agents(2), Prior<Uniform>(0, 1), Message(0, 1)] public partial class Sale { [Strategy] static double Bid(double value) => value / 2 + [|1/3|]; }")]
    [InlineData("MECH0017", "[Mechanism, SingleItem, Efficient, [|Money<float>|]] public partial class Sale;")]
    [InlineData("MECH0018", "[Mechanism, SingleItem, PayAsBid, Agents(2), Prior<Uniform>(0, 1), Message(0, 1)] public partial class Sale { [Strategy] static double [|Bid|](double value) => double.Parse(\"1\") * value; }")]
    public Task PointsAtThePlace(string id, string marked) => Expect.FiresAt(id, marked);

    [Fact]
    public async Task AContainingTypeMustBePartialToo() =>
        await Expect.FiresAt("MECH0001", "public class Market { [Mechanism, SingleItem, Efficient] public partial class [|Vickrey|]; }");

    [Fact]
    public async Task NothingIsSaidWithoutTheLanguage() =>
        Assert.Empty(await Analysis.Run("public sealed class SingleItemAttribute : Attribute; [SingleItem] public class Other;"));
}
