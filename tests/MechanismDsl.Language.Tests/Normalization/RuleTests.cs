using MechanismDsl.Language.Normalization;
using MechanismDsl.Language.Tests.Support;

namespace MechanismDsl.Language.Tests.Normalization;

/// <summary>One declaration a finding. That the rules are silent elsewhere is in <see cref="NormaliserTests"/>, whose declarations have no finding at all.</summary>
public sealed class RuleTests
{
    [Theory]
    [InlineData("[Mechanism, SingleItem, Efficient] class X;", "MECH0001: X")]
    [InlineData("class Y { [Mechanism, SingleItem, Efficient] partial class X; }", "MECH0001: X")]
    [InlineData("[Mechanism, SingleItem, Efficient] static partial class X;", "MECH0002: X | static")]
    [InlineData("[Mechanism, SingleItem, Efficient] abstract partial class X;", "MECH0002: X | abstract")]
    [InlineData("[Mechanism, SingleItem, Efficient] partial class X<T>;", "MECH0002: X | generic, or nested in a generic type")]
    [InlineData("[Mechanism, SingleItem, Efficient] file partial class X;", "MECH0002: X | local to its file, so that no other file can complete it")]
    [InlineData("[Mechanism, SingleItem, Efficient] partial class Explanation;", "MECH0015: Explanation | Explanation")]
    [InlineData("[Mechanism, SingleItem, Efficient] partial class X { int Run; }", "MECH0015: X | Run")]
    [InlineData("[Mechanism, SingleItem, Efficient] partial class X { public X(int a) { } }", "MECH0015: X | constructor")]
    [InlineData("[Mechanism, SingleItem, Efficient, Agent(\"North\")] partial class X { int NorthReserve, SouthReserve; }", "MECH0015: X | NorthReserve")]
    [InlineData("[Mechanism, SingleItem, RevenueOptimal, Procurement, BuyerValue(1), Supplier<Uniform>(\"North\", 0, 1)] partial class X { int NorthCeiling, SouthCeiling; }", "MECH0015: X | NorthCeiling")]
    public void Shapes(string text, string finding) => Assert.Equal(finding, Assert.Single(Normaliser.Read(Source.Of(text).Read(), []).Findings.Select(Meaning.Text)));

    [Theory]
    [InlineData("Efficient", "MECH0003: X")]
    [InlineData("SingleItem", "MECH0004: X | a goal ([Efficient] or [RevenueOptimal]), a rule of your own (a [Score] or [Allocation] method), or a payment rule that needs no goal ([PayAsBid], [AllPay], [PostedPrice])")]
    [InlineData("SingleItem, Efficient, RevenueOptimal, Prior<Uniform>(0, 1)", "MECH0005: RevenueOptimal | Efficient | a mechanism has one goal")]
    [InlineData("PayAsBid, SingleItem, Efficient", "MECH0005: Efficient | PayAsBid | this payment rule fixes by itself who is served, and a goal comes with its own payments")]
    [InlineData("SingleItem, PayAsBid, AllPay", "MECH0005: AllPay | PayAsBid | a mechanism has one payment rule")]
    [InlineData("SingleItem, PostedPrice(5), Reserve(6)", "MECH0005: Reserve | PostedPrice | the posted price is already the limit of service")]
    [InlineData("SingleItem, Procurement, Efficient, BuyerValue(100), Suppliers, Suppliers<Uniform>(0, 1)", "MECH0005: Suppliers | Suppliers | the same question is answered twice")]
    [InlineData("SingleItem, Efficient, Agent(\"North\"), Agents(2)", "MECH0005: Agents | Agent | named agents are as many as their names")]
    [InlineData("IdenticalItems(2), Efficient, EntryFee(1)", "MECH0005: EntryFee | IdenticalItems | the participation that a fee brings about is known for a single item only")]
    [InlineData("IdenticalItems(2), Efficient, Agent(\"North\"), Reserve(1, Kind = ReserveKind.Lazy)", "MECH0005: Reserve | IdenticalItems | where several agents are served, a reserve drops reports before anybody is chosen; it is eager")]
    [InlineData("IdenticalItems(2), Efficient, UniformPrice", "MECH0005: UniformPrice | Efficient | this payment rule fixes by itself who is served, and a goal comes with its own payments")]
    [InlineData("Positions(2, 1), Efficient, EntryFee(1)", "MECH0005: EntryFee | Positions | the participation that a fee brings about is known for a single item only")]
    [InlineData("Positions(2, 1), Efficient, IdenticalItems(2)", "MECH0005: IdenticalItems | Positions | a mechanism has one environment")]
    [InlineData("Positions(1, 2), Efficient", "MECH0023: Slot 1 has 2 clicks, but it has more than slot 0 with 1; the best slot comes first")]
    [InlineData("Positions(2, 1, Reserves = [1]), Efficient", "MECH0023: There are 1 reserves for 2 slots; state one a slot")]
    [InlineData("Positions(2, 1, Reserves = [1, 2]), Efficient", "MECH0023: Slot 1 has the reserve 2, but slot 0 has 1; who gets a slot must be welcome in all behind it, so reserves do not increase")]
    [InlineData("Positions(2, 1, Reserves = [-1, -2]), Efficient", "MECH0023: Slot 0 has the reserve -1, but a reserve is a number from 0 to 1E15")]
    [InlineData("Positions(2, 1, Reserves = [2, 1]), GeneralizedSecondPrice", "MECH0005: GeneralizedSecondPrice | Positions | reserves of single slots are known for the lowest bids that still get them, [Efficient]")]
    [InlineData("Positions(2, 1, Reserves = [2, 1]), Efficient, Reserve(1)", "MECH0005: Reserve | Positions | the slots have reserves of their own")]
    [InlineData("Positions(2, 1, Reserves = [2, 1]), Efficient, Agent(\"North\", Weight = 2)", "MECH0005: Agent | Positions | a reserve of a slot is compared with bids, not with weighted ones")]
    [InlineData("Positions(2E+13), Efficient", "MECH0023: Slot 0 has 20000000000000 clicks, but a slot brings at most 1000000000000 clicks")]
    [InlineData("Services, Efficient", "MECH0048: X | [Services] says which agents may be served together, but no agent has a name; name them with [Agent(\"…\")]")]
    [InlineData("Services, Efficient, AtMost(2, \"G0\"), AtMost(3, \"A0\", \"A1\", \"A2\", \"A4\"), Agent(\"A0\", Group = \"G0\"), Agent(\"A1\", Group = \"G1\"), Agent(\"A2\", Group = \"G2\"), Agent(\"A3\", Group = \"G0\"), Agent(\"A4\", Group = \"G1\"), Agent(\"A5\", Group = \"G2\"), Agent(\"A6\", Group = \"G0\"), Agent(\"A7\", Group = \"G1\"), Agent(\"A8\", Group = \"G2\"), Agent(\"A9\", Group = \"G0\"), Agent(\"A10\", Group = \"G1\"), Agent(\"A11\", Group = \"G2\"), Agent(\"A12\", Group = \"G0\"), Agent(\"A13\", Group = \"G1\"), Agent(\"A14\", Group = \"G2\"), Agent(\"A15\", Group = \"G0\"), Agent(\"A16\", Group = \"G1\")", "MECH0048: X | [AtMost(3…)] and another limit share 'A0' without one holding all of the other; the sets of agents are then tried one by one, and 17 agents have too many; at most 16 agents can be named, or the groups must be nested or share nobody")]
    [InlineData("Services, Efficient, AtMost(2), MustServe(\"A0\"), Agent(\"A0\", Group = \"G0\"), Agent(\"A1\", Group = \"G1\"), Agent(\"A2\", Group = \"G2\"), Agent(\"A3\", Group = \"G0\"), Agent(\"A4\", Group = \"G1\"), Agent(\"A5\", Group = \"G2\"), Agent(\"A6\", Group = \"G0\"), Agent(\"A7\", Group = \"G1\"), Agent(\"A8\", Group = \"G2\"), Agent(\"A9\", Group = \"G0\"), Agent(\"A10\", Group = \"G1\"), Agent(\"A11\", Group = \"G2\"), Agent(\"A12\", Group = \"G0\"), Agent(\"A13\", Group = \"G1\"), Agent(\"A14\", Group = \"G2\"), Agent(\"A15\", Group = \"G0\"), Agent(\"A16\", Group = \"G1\")", "MECH0048: X | beside [AtMost] the sets of agents are tried one by one, and 17 agents have too many; at most 16 agents can be named")]
    [InlineData("Services, Efficient, AtMost(0, \"G1\"), Agent(\"A0\", Group = \"G0\"), Agent(\"A1\", Group = \"G1\"), Agent(\"A2\", Group = \"G2\"), Agent(\"A3\", Group = \"G0\"), Agent(\"A4\", Group = \"G1\"), Agent(\"A5\", Group = \"G2\"), Agent(\"A6\", Group = \"G0\"), Agent(\"A7\", Group = \"G1\"), Agent(\"A8\", Group = \"G2\"), Agent(\"A9\", Group = \"G0\"), Agent(\"A10\", Group = \"G1\"), Agent(\"A11\", Group = \"G2\"), Agent(\"A12\", Group = \"G0\"), Agent(\"A13\", Group = \"G1\"), Agent(\"A14\", Group = \"G2\"), Agent(\"A15\", Group = \"G0\"), Agent(\"A16\", Group = \"G1\")", "MECH0026: X | [AtMost(0…)] never lets 'A1' be served; raise that limit or leave 'A1' out of the declaration")]
    [InlineData("Knapsack(3), Efficient, Agent(\"North\", Size = 0)", "MECH0024: 'North' has size 0; a size is at least 1")]
    [InlineData("Knapsack(2000000), Efficient", "MECH0013: the capacity | 2000000 | from 1 to 1000000; measure sizes in larger units")]
    [InlineData("Knapsack(3), Efficient, Procurement, Reserve(2)", "MECH0005: Procurement | Knapsack | a capacity limits what the platform sells; suppliers within a limit are [Services] with [Capacity]")]
    [InlineData("Knapsack(3, Greedy = true), Efficient, Agent(\"North\", Size = 2), Agent(\"South\", Size = 2), AtMost(1)", "MECH0005: AtMost | Knapsack | the greedy choice is truthful within one capacity; beside further limits leave Greedy out, and the best set is found")]
    [InlineData("SingleItem, Efficient, Agent(\"North\"), Agent(\"South\"), AtMost(1)", "MECH0005: AtMost | SingleItem | it has no meaning where one item is decided on")]
    [InlineData("SingleItem, Efficient, Agent(\"North\", Size = 3)", "MECH0012: Agent | sizes count only under [Knapsack] or [Capacity]")]
    [InlineData("Services, Efficient, Agent(\"North\", Group = \"coast\"), Agent(\"South\")", "MECH0012: Agent | groups count only for [AtMost], [Capacity] and [MustServe]")]
    [InlineData("Services, Efficient, Agent(\"North\", Group = \"coast\"), Agent(\"South\"), AtMost(1, \"coast\", \"North\")", "MECH0025: 'North' in [AtMost] names 'North' a second time")]
    [InlineData("Services, Efficient, Agent(\"North\", Group = \"coast\"), Agent(\"South\"), AtMost(1, PerGroup = true)", "MECH0025: [AtMost] limits every group, but 'South' is in none; give it a Group, or name the agents that are limited")]
    [InlineData("Services, Efficient, Agent(\"North\", Group = \"South\"), Agent(\"South\"), Agent(\"East\"), AtMost(1, \"South\")", "MECH0025: 'South' in [AtMost] is both an agent and a group; give the group another name")]
    [InlineData("Services, Efficient, Agent(\"North\"), Agent(\"South\"), MustServe", "MECH0025: [MustServe] names no agent; say who must be served")]
    [InlineData("Services, Efficient, Agent(\"North\"), Agent(\"South\"), AtMost(2)", "MECH0012: AtMost | it limits 2 agents, so never more than 2 are served")]
    [InlineData("Services, Efficient, Agent(\"North\"), Agent(\"South\"), AtMost(0, \"North\")", "MECH0026: X | [AtMost(0…)] never lets 'North' be served; raise that limit or leave 'North' out of the declaration")]
    [InlineData("Services, Efficient, Procurement, BuyerValue(9), Supplier(\"North\"), Supplier(\"South\"), MustServe(\"North\")", "MECH0049: North | no cost is too high for a supplier that must be served, so no threshold bounds what it receives; let another one serve instead, or leave it out of [MustServe]")]
    [InlineData("SingleItem, Efficient, Reserve(2), Reserve(3)", "MECH0005: Reserve | Reserve | both state the reserve of every agent")]
    [InlineData("SingleItem, Efficient, Prior<Uniform>(0, 1), HistogramPrior([0, 1], [1])", "MECH0005: HistogramPrior | Prior | both state the prior of the same agent, and only [Prior<...>] components mix; [HistogramPrior] stands alone")]
    [InlineData("SingleItem, RevenueOptimal", "MECH0006: [RevenueOptimal] | every agent")]
    [InlineData("SingleItem, RevenueOptimal, Agent(\"North\"), Agent<Uniform>(\"South\", 0, 1)", "MECH0006: [RevenueOptimal] | 'North'")]
    [InlineData("SingleItem, Efficient, Agent(\"North\"), Agent(\"north\")", "MECH0007: north | another agent has it; names differ in more than the case of letters")]
    [InlineData("SingleItem, Efficient, Agent(\"North side\")", "MECH0007: North side | it is not a C# identifier")]
    [InlineData("SingleItem, Efficient, Agent(\"class\")", "MECH0007: class | it is a keyword of C#")]
    [InlineData("SingleItem, Efficient, Agent(\"Run\")", "MECH0007: Run | the generated part uses it")]
    [InlineData("SingleItem, Efficient, Reserve, Agent(\"reserve\")", "MECH0007: reserve | the generated part uses it")]
    [InlineData("SingleItem, Efficient, Agent(\"Sale\")", "MECH0007: Sale | the generated part uses it")]
    [InlineData("SingleItem, Efficient, Agent(\"winners\")", "MECH0007: winners | the generated part uses it")]
    [InlineData("SingleItem, PostedPrice(2.555), Money<decimal>", "MECH0013: the price | 2.555 | a multiple of 0.01, the step of its money")]
    [InlineData("SingleItem, Efficient, EntryFee(2.5), Money<long>", "MECH0013: the entry fee | 2.5 | a multiple of 1, the step of its money")]
    [InlineData("SingleItem, Efficient, Agent(null)", "MECH0007:  | it is empty")]
    [InlineData("SingleItem, Efficient, Agents(0)", "MECH0008: 0 is below 1")]
    [InlineData("SingleItem, Efficient, Agents(5, 2)", "MECH0008: the largest number 2 is below the smallest, 5")]
    [InlineData("SingleItem, Efficient, Supplier(\"North\")", "MECH0010: Supplier | names a supplier, but without [Procurement] the agents are buyers")]
    [InlineData("SingleItem, Efficient, BuyerValue(1)", "MECH0010: BuyerValue | is the platform's value as a buyer, but without [Procurement] the platform sells; its own value is [SellerValue]")]
    [InlineData("SingleItem, Procurement, Efficient, BuyerValue(100), Agent(\"North\")", "MECH0010: Agent | names a buyer, but with [Procurement] the agents are suppliers: [Supplier]")]
    [InlineData("SingleItem, Procurement, Efficient, BuyerValue(100), SellerValue(1)", "MECH0010: SellerValue | is the platform's value as a seller, but with [Procurement] the platform buys; its own value is [BuyerValue]")]
    [InlineData("SingleItem, Procurement, RevenueOptimal, Suppliers<Uniform>(0, 1)", "MECH0011: X | minimises the expected outlay net of the buyer's value, but states no value")]
    [InlineData("SingleItem, Procurement, Efficient, Suppliers", "MECH0011: X | must buy at any price, so where no more than 1 supplier reports each is indispensable and would name its own price; only with 2 or more is there a rival")]
    [InlineData("IdenticalItems(3), Procurement, Efficient, Suppliers", "MECH0011: X | must buy 3 services at any price, so where no more than 3 suppliers report each is indispensable and would name its own price; only with 4 or more is there a rival")]
    [InlineData("IdenticalItems(3), Procurement, Efficient, Supplier(\"North\"), Supplier(\"South\")", "MECH0011: X | must buy 3 services at any price and has 2 suppliers, each of whom is indispensable and would name its own price")]
    [InlineData("SingleItem, Procurement, Efficient, Supplier(\"North\"), Supplier(\"South\"), Reserve(5, Agent = \"North\")", "MECH0011: X | must buy at any price, so where no more than 1 supplier reports each is indispensable and would name its own price; only with 2 or more is there a rival")]
    [InlineData("SingleItem, Efficient, Agent(\"North\", Priority = 1)", "MECH0012: Agent | priorities count only under [Mechanism(Ties = TieRule.Priority)]")]
    [InlineData("SingleItem, PayAsBid, Agent(\"North\", Weight = 2)", "MECH0012: Agent | weights count only under [Efficient]")]
    [InlineData("SingleItem, Efficient, Guarantees", "MECH0012: Guarantees | it promises nothing")]
    [InlineData("SingleItem, Efficient, Reserve(1, Kind = ReserveKind.Lazy)", "MECH0012: Reserve | for alike agents an eager and a lazy reserve are the same")]
    [InlineData("SingleItem, Efficient, Agent<Uniform>(\"North\", 0, 1), Prior<Uniform>(0, 2)", "MECH0012: Prior | every agent has a prior of its own")]
    [InlineData("SingleItem, Efficient, Prior<Uniform>(0, 2, Weight = 3)", "MECH0012: Prior | a mixture needs a second component")]
    [InlineData("SingleItem, Efficient, Message(0, 1)", "MECH0012: Message | it bounds the bids of a [Strategy], and no method is one")]
    [InlineData("SingleItem, Efficient, Reserve(-1)", "MECH0013: the reserve | -1 | a number from 0 to 1E15")]
    [InlineData("SingleItem, PostedPrice(double.NaN)", "MECH0013: the price | NaN | a number from 0 to 1E15")]
    [InlineData("SingleItem, Efficient, EntryFee(double.PositiveInfinity)", "MECH0013: the entry fee | ∞ | a number from 0 to 1E15")]
    [InlineData("SingleItem, Efficient, Agent(\"North\", Weight = 0)", "MECH0013: the weight | 0 | positive and at most 1E15")]
    [InlineData("SingleItem, Efficient, Guarantees((Guarantee)77)", "MECH0013: the guarantee | 77 | a member of Guarantee")]
    [InlineData("SingleItem, Efficient, Reserve(1 / 3)", "MECH0014: 1 / 3 | 0 | 1.0 / 3")]
    [InlineData("SingleItem, Efficient, Prior<Uniform>(0, 7 / 2)", "MECH0014: 7 / 2 | 3 | 7.0 / 2")]
    [InlineData("SingleItem, Efficient, Agent(\"North\"), Reserve(2, Agent = \"Nort\")", "MECH0016: Nort | ; did you mean 'North'?")]
    [InlineData("SingleItem, Efficient, Agent(\"North\"), Reserve(2, Agent = \"Zq\")", "MECH0016: Zq | ; the agents are North")]
    [InlineData("SingleItem, Efficient, Reserve(2, Agent = \"North\")", "MECH0016: North | ; this declaration names no agents")]
    [InlineData("SingleItem, Efficient, Money<int>", "MECH0017: Int32 | reports and payments are double, decimal or long")]
    [InlineData("SingleItem, Efficient, Money<decimal>(Decimals = 13)", "MECH0017: decimal | Decimals is 13, but must be from 0 to 12")]
    [InlineData("SingleItem, Efficient, Money<long>(Decimals = 2)", "MECH0017: long | Decimals is for decimal only")]
    [InlineData("SingleItem, RevenueOptimal, Prior<Uniform>(5, 3)", "MECH4001: Uniform | High | 3 | above Low = 5")]
    [InlineData("SingleItem, RevenueOptimal, Agent<Exponential>(\"North\", -1)", "MECH4001: Exponential | Rate | -1 | positive")]
    [InlineData("SingleItem, RevenueOptimal, HistogramPrior([0, 3, 2], [.75, .25])", "MECH4001: HistogramPrior | edges[2] | 2 | above edges[1] = 3")]
    [InlineData("SingleItem, RevenueOptimal, Prior<Uniform>(5)", "MECH4002: Uniform(Low, High) | 2 parameters | 1 is")]
    [InlineData("SingleItem, RevenueOptimal, Prior<TruncatedNormal>", "MECH4002: TruncatedNormal(Mean, Deviation, [Low], [High]) | 2 to 4 parameters | 0 are")]
    [InlineData("SingleItem, RevenueOptimal, DiscretePrior([1, 2], [1])", "MECH4002: DiscretePrior | at least 1 value, and one weight for each | 2 values and 1 weights are")]
    [InlineData("SingleItem, Efficient, Prior<Pareto>(1, 1)", "MECH4005: Pareto(1, 1)")]
    public void Attributes(string attributes, string finding) => Assert.Equal(finding, Assert.Single(Meaning.Findings(attributes)));

    [Theory]
    [InlineData("Ties = (TieRule)7", "SingleItem, Efficient", "MECH0013: the tie rule | 7 | TieRule.LowestIndex, TieRule.Shared or TieRule.Priority")]
    [InlineData("Ties = TieRule.Shared", "SingleItem, Efficient, Money<long>", "MECH0017: long | under TieRule.Shared expected payments are fractions; use decimal or double")]
    [InlineData("Ties = TieRule.Priority", "SingleItem, Efficient, Agent(\"North\")", "MECH0012: Mechanism | no agent has a Priority, so the lowest index wins")]
    public void Trigger(string mechanism, string attributes, string finding) => Assert.Equal(finding, Assert.Single(Meaning.Findings(attributes, mechanism)));

    [Theory]
    [InlineData("Prior<Uniform>(0, 1)", "[Strategy] static double Bid(double v) => v / 2;", "MECH0009: Whether a strategy is a best reply | [Agents(n)]")]
    [InlineData("Prior<Uniform>(0, 1), Agents(2)", "[Strategy] static double Bid(double v) => Math.Cbrt(v);", "MECH0018: Bid | 'Math.Cbrt(v)' calls a function of Math that formulas do not have")]
    [InlineData("Prior<Uniform>(0, 1), Agents(2)", "[Strategy] double Bid(double v) => v;", "MECH0018: Bid | it must be static")]
    [InlineData("Agents(2)", "[Strategy] static double Bid(double v) => v / 2;", "MECH0006: [Strategy] | every agent")]
    [InlineData("Agent<Uniform>(\"North\", 0, 1)", "[Strategy] static double Bid(double v) => v / 2;", "MECH0018: Bid | it is the strategy of alike agents, but the agents are named")]
    [InlineData("Prior<Uniform>(0, 1), Agents(2), Message(1, 1)", "[Strategy] static double Bid(double v) => v / 2;", "MECH0013: the highest bid | 1 | above the lowest bid 1")]
    [InlineData("Prior<Uniform>(0, 1), Agents(2), Reserve", "[Strategy] static double Bid(double v) => v / 2;", "MECH0018: Bid | its check would need the reserve, which is given when the mechanism runs")]
    public void Strategies(string attributes, string method, string finding) =>
        Assert.Equal(finding, Assert.Single(Meaning.Findings($"SingleItem, PayAsBid, {attributes}", body: method)));

    [Fact]
    public void Heavy_tails()
    {
        Assert.Equal(["MECH4005", "MECH4004"], Ids("SingleItem, RevenueOptimal, Prior<Pareto>(.5, 1)"));
        Assert.Empty(Ids("SingleItem, RevenueOptimal, Prior<Pareto>(2, 1)"));

        // Every virtual value is 0, yet the second price of two such buyers earns 2 and any posted price 1.
        Assert.Equal(["MECH4005", "MECH4006"], Ids("SingleItem, RevenueOptimal, Prior<Pareto>(1, 1)"));
        Assert.Equal(["MECH4005"], Ids("SingleItem, Efficient, Prior<Pareto>(1, 1)"));
        Assert.Equal(["MECH4005"], Ids("SingleItem, Procurement, BuyerValue(5), RevenueOptimal, Prior<Pareto>(.5, 1)"));
    }

    [Fact]
    public void A_finding_about_two_numbers_in_the_wrong_order_tells_which()
    {
        var finding = Assert.Single(Meaning.Reading("SingleItem, Efficient, Agent<Triangular>(\"North\", 9, 5, 3)").Findings, finding => finding.Properties.Count > 0);
        Assert.Equal(("Swap", "0,2"), (finding.Properties[0].Name, finding.Properties[0].Value));
    }

    private static IEnumerable<string> Ids(string attributes) => Meaning.Reading(attributes).Findings.Select(finding => finding.Id);
}
