using MechanismDsl.Analyzers.Tests.Harness;

namespace MechanismDsl.Analyzers.Tests.Rules;

/// <summary>The numbers that the theory rules print, and their silence where a hypothesis fails.</summary>
public class TheoremRuleTests
{
    private const string Bimodal = "Agents(2), HistogramPrior([0, 3, 8], [.75, .25])";
    private const string Unit = "Agents(2), Prior<Uniform>(0, 1)";

    [Theory]
    [InlineData("MECH3001", "[Mechanism, SingleItem, [|RevenueOptimal|], Agents(2), Prior<Uniform>(0, 1)] public partial class Sale;",
        "The reserve 0.5 raises the expected revenue of a second-price auction with 2 agents from 1/3 to 5/12 (+25 %)")]
    [InlineData("MECH3001", "[Mechanism, SingleItem, [|RevenueOptimal|], Agents(1), Prior<Uniform>(0, 1)] public partial class Sale;",
        "The reserve 0.5 raises the expected revenue of a second-price auction with 1 agent from 0 to 0.25")]
    [InlineData("MECH3003", "[Mechanism, SingleItem, [|RevenueOptimal|], Agents(2), Prior<Uniform>(0, 1)] public partial class Sale;",
        "A second-price auction with 3 agents and no reserve earns 0.5, the optimal auction with 2 agents only 5/12: attracting one more bidder is worth more than the reserve (Bulow and Klemperer 1996)")]
    [InlineData("MECH3004", "[Mechanism, SingleItem, Efficient, Agent<Uniform>(\"North\", 0, 12), Agent<Uniform>(\"South\", 0, 18), [|Reserve(6, Agent = \"North\")|], Reserve(9, Agent = \"South\")] public partial class Sale;",
        "Reserves of 6 for North and 9 for South earn 37/6 if applied before the highest bid is chosen (eager) and 6.125 if after (lazy); without reserves the auction earns 14/3, and the optimal auction 19/3")]
    [InlineData("MECH3006", "[Mechanism, SingleItem, Efficient, [|EntryFee(0.25)|], Agents(2), Prior<Uniform>(0, 1)] public partial class Sale;",
        "With 2 agents a fee of 0.25 keeps values below 0.5 away and costs every entrant who loses 0.25; without a fee the reserve 0.5 sells to the same agents and earns the same 5/12")]
    [InlineData("MECH3007", "[Mechanism, SingleItem, Efficient, [|Reserve(0.5)|], Agents(2), Prior<Uniform>(0, 1)] public partial class Sale;",
        "With a reserve the item can stay unsold although an agent values it, so the rule is not allocatively efficient: that happens with probability 0.25, and expected welfare is lower by 1/12")]
    [InlineData("MECH3007", "[Mechanism, SingleItem, Efficient, [|Reserve(5)|]] public partial class Sale;",
        "With a reserve the item can stay unsold although an agent values it, so the rule is not allocatively efficient")]
    [InlineData("MECH3007", "[Mechanism, SingleItem, Efficient, Agent(\"A\"), Agent(\"B\"), [|Reserve(5, Agent = \"A\")|], Reserve(6, Agent = \"B\")] public partial class Sale;",
        "With different reserves the item can stay unsold although an agent values it, or go to an agent although another values it more, so the rule is not allocatively efficient")]
    [InlineData("MECH3012", "[Mechanism, SingleItem, Efficient, [|Reserve(15)|], Agents(2), Prior<Uniform>(0, 12)] public partial class Sale;",
        "Under its priors 'Sale' never sells: the reserve is 15 and values end at 12")]
    [InlineData("MECH3012", "[Mechanism, SingleItem, RevenueOptimal, [|SellerValue(12)|], Prior<Uniform>(0, 12)] public partial class Sale;",
        "Under its priors 'Sale' never sells: the seller's value is 12 and values end at 12")]
    [InlineData("MECH3012", "[Mechanism, SingleItem, [|PostedPrice(5)|], Prior<UniformIntegers>(1, 4)] public partial class Sale;",
        "Under its priors 'Sale' never sells: the posted price is 5 and values end at 4")]
    [InlineData("MECH3012", "[Mechanism, SingleItem, Efficient, Agent<Uniform>(\"A\", 0, 1), Agent<Uniform>(\"B\", 0, 2), [|Reserve(2)|]] public partial class Sale;",
        "Under its priors 'Sale' never sells: the reserve is 2 and A's values end at 1, and the reserve is 2 and B's values end at 2")]
    [InlineData("MECH3012", "[Mechanism, SingleItem, Procurement, RevenueOptimal, [|BuyerValue(1)|], Suppliers<Uniform>(1, 2)] public partial class Sourcing;",
        "Under its priors 'Sourcing' never buys: the buyer's value is 1 and costs start at 1")]
    [InlineData("MECH3012", "[Mechanism, SingleItem, Procurement, Efficient, BuyerValue(5), [|Reserve(0.5)|], Suppliers<Uniform>(1, 2)] public partial class Sourcing;",
        "Under its priors 'Sourcing' never buys: the ceiling is 0.5 and costs start at 1")]
    [InlineData("MECH3012", "[Mechanism, SingleItem, Efficient, [|EntryFee(1)|], Agents(2), Prior<Uniform>(0, 1)] public partial class Sale;",
        "Under its priors 'Sale' never sells: the entry fee is 1 and values end at 1")]
    [InlineData("MECH3012", "[Mechanism, SingleItem, Efficient, Reserve(2), [|EntryFee(3)|], Agents(2), Prior<UniformIntegers>(1, 4)] public partial class Sale;",
        "Under its priors 'Sale' never sells: the entry fee is 3 and values end at 4")]
    [InlineData("MECH3012", "[Mechanism, SingleItem, Efficient, Money<long>, [|Reserve(2.5)|], Prior<Uniform>(0, 2.9)] public partial class Sale;",
        "Under its priors 'Sale' never sells: the reserve is 3 and values end at 2.9")]
    [InlineData("MECH3008", "[Mechanism, SingleItem, [|PayAsBid|], Agents(2), Prior<Uniform>(0, 1)] public partial class Sale;",
        "With 2 agents the equilibrium bid of the median value 0.5 is 0.25, not 0.5: against such bids truth earns it 0 instead of 0.125")]
    [InlineData("MECH3022", "[Mechanism, BilateralTrade, [|Efficient|], Seller<Uniform>(0, 1), Buyer<Uniform>(0, 1)] public partial class House;",
        "An exchange that is efficient and truthful costs its market maker money: where Seller reports the cost 0.2 and Buyer bids 1 one unit is traded: buyers pay 0.2 and sellers receive 1 in all, the market maker adds 0.8; 1/6 in expectation, as much as all gains from trade; [PostedPrice(p)] needs none, and loses the trades whose reports lie on one side of p")]
    [InlineData("MECH3022", "[Mechanism, DoubleAuction, [|Efficient|], Money<long>] public partial class Market;",
        "An exchange that is efficient and truthful costs its market maker money: at the bids (10) and the costs (2) one unit is traded: buyers pay 2 and sellers receive 10 in all, the market maker adds 8; [TradeReduction] needs none, and loses at most the least valuable trade")]
    [InlineData("MECH3037", "[Mechanism, [|Knapsack(10, Greedy = true)|], Efficient] public partial class Link;",
        "The greedy choice is truthful with its own thresholds and worth at least half of the best set (Mu'alem and Nisan 2008), but not always all of it: at the values (10, 6, 8) and sizes (6, 5, 5) those served are worth 10, but 14 would be possible")]
    [InlineData("MECH3021", "[Mechanism, Packages(2), [|SingleMinded(Greedy = true)|], Efficient] public partial class Licences;",
        "The greedy choice is truthful with its own critical values and worth at least 1/√2 of the best set of bids (Lehmann, O'Callaghan and Shoham 2002), but not always all of it: at the bids 10 for good 0 and good 1 together, 6 for good 0, 6 for good 1 the accepted bids are worth 10, but 12 would be possible")]
    [InlineData("MECH3040", "[Mechanism, SingleItem, [|CremerMcLean|], Agent(\"First\"), Agent(\"Second\"), Types(0, 2, Agent = \"First\"), Types(1, 4, 5, Agent = \"Second\"), JointPrior(1, 2, 2, 2, 2, 2)] public partial class Sale;",
        "Types that believe the same about the others cannot be told apart by bets ('Second': (4, 5)): among them the sale is the optimal auction, and the revenue is 37/11 of the surplus 41/11; 4/11 is lost or left to the agents")]
    [InlineData("MECH3041", "[Mechanism(Ties = TieRule.Shared), SingleItem, [|CremerMcLean|], Types(1, 2, 3), JointPrior(4, 2, 1, 2, 2, 2, 1, 2, 4)] public partial class Sale;",
        "The bets are fair under the stated prior only: if one percentage point of a belief is elsewhere, what a type expects moves by up to 0.09; at the types (1, 3) agent 0 is left with -6, and truth is not a dominant strategy")]
    [InlineData("MECH3042", "[Mechanism, BilateralTrade, [|Optimal(Objective.Welfare, Deterministic = true)|], DiscretePrior(new double[] { 1, 3 }, new double[] { 1, 1 }, Agent = \"Seller\"), DiscretePrior(new double[] { 2, 4 }, new double[] { 1, 1 }, Agent = \"Buyer\"), Guarantees(DominantStrategyIncentiveCompatible, ExPostIndividuallyRational, ExPostBudgetBalanced)] public partial class Exchange;",
        "Without lotteries the most welfare is 1; with them it is 1.125, which is 0.125 more")]
    [InlineData("MECH3018", "[Mechanism, Positions(10, 5), [|GeneralizedSecondPrice|]] public partial class Ads;",
        "The generalised second price is not truthful: at the values ([10], 6) agent 0 gets 10 clicks and pays 60; reporting 4 it gets 5 clicks and pays nothing, a gain of 10")]
    [InlineData("MECH3018", "[Mechanism, IdenticalItems(2), [|UniformPrice|]] public partial class Bonds;",
        "The lowest winning bid as the price of all is not truthful: at the values ([10], 6) agent 0 is served and pays 6; reporting 4 it is served and pays 4, a gain of 2")]
    [InlineData("MECH3048", "public enum Region { North, South } [Mechanism, Packages<Region>, [|Efficient|]] public partial class Licences;",
        "Clarke payments for packages are truthful, and can be low: where bidder 0 offers 10 for North and South together and two others offer 6 for one each, the revenue is 8; if the others offer 8, it falls to 4; two who value one each at 4 lose, but win for 0 if both bid 10, and so does one bidder under two names; [CoreSelecting] collects at least what a loser offered, and is not truthful")]
    [InlineData("MECH3049", "[Mechanism, IdenticalItems(2), Decreasing(2), [|UniformPrice|]] public partial class Permits;",
        "A uniform price is not truthful where agents want several units: at the values ([10, 10], (2, 2)) agent 0 gets 2 and pays 20; reporting (10, 0) it gets 1 and pays 2, a gain of 8")]
    [InlineData("MECH3049", "[Mechanism, Divisible(8), [|UniformPrice|]] public partial class Water;",
        "A uniform price is not truthful where agents want several units: at the demands ([8 at 10], 8 at 2) agent 0 gets 8 and pays 80; reporting 4 at 10 it gets 4 and pays 8, a gain of 32")]
    [InlineData("MECH3018", "[Mechanism, IdenticalItems(2), [|PayAsBid|], Reserve(1)] public partial class Bonds;",
        "Paying the own bid is not truthful: at the values ([2], 1.2) agent 0 is served and pays 2; reporting 1.6 it is served and pays 1.6, a gain of 0.4")]
    [InlineData("MECH3008", "[Mechanism, SingleItem, [|AllPay|], Agents(2), Prior<Uniform>(0, 1)] public partial class Sale;",
        "With 2 agents the equilibrium bid of the median value 0.5 is 0.125, not 0.5: against such bids truth earns it 0 instead of 0.125")]
    [InlineData("MECH3009", "[Mechanism, SingleItem, [|PostedPrice(0.5)|], Agents(2), Prior<Uniform>(0, 1)] public partial class Sale;",
        "With 2 agents the posted price 0.5 earns 0.375, which is 90 % of the 5/12 of the optimal auction")]
    public Task PrintsTheNumbers(string id, string marked, string message) => Expect.Fires(id, marked, message);

    [Theory]
    [InlineData("MECH3002", "With 2 agents ironing raises the expected revenue to 1.7642, from 1.75 for the second-price auction with the same reserve 2")]
    [InlineData("MECH3005", "With 2 agents the tie rule decides 5 % of the auctions, which is worth 0.112 in expectation to the first agent over the last")]
    public async Task PrintsTheNumbersOfTheBimodalMarket(string id, string message)
    {
        var found = await Analysis.Run($"[Mechanism, SingleItem, RevenueOptimal, {Bimodal}] public partial class Sale;");
        Assert.Equal(message, Assert.Single(found, one => one.Id == id).InvariantMessage());
    }

    [Theory]
    [InlineData("", "With a reserve for A the item can go to an agent although another values it more, so the rule is not allocatively efficient: that happens with probability 0.125, and expected welfare is lower by 1/48")]
    [InlineData(", Kind = ReserveKind.Lazy", "With a reserve for A the item can stay unsold although an agent values it, so the rule is not allocatively efficient: that happens with probability 0.125, and expected welfare is lower by 1/24")]
    [InlineData("), Reserve(0.25, Agent = \"B\"", "With different reserves the item can stay unsold although an agent values it, or go to an agent although another values it more, so the rule is not allocatively efficient: the first happens with probability 0.125, the second with probability 1/32, and expected welfare is lower by 0.036458")]
    public async Task MECH3007_TellsWhatTheReserveOfOneAgentDoes(string more, string message)
    {
        var found = await Analysis.Run($"[Mechanism, SingleItem, Efficient, Agent<Uniform>(\"A\", 0, 1), Agent<Uniform>(\"B\", 0, 1), Reserve(0.5, Agent = \"A\"{more})] public partial class Sale;");
        Assert.Equal(message, Assert.Single(found, one => one.Id == "MECH3007").InvariantMessage());
    }

    [Fact]
    public async Task MECH3010_NamesTheOtherMechanismAtEach()
    {
        var found = await Analysis.Run($"[Mechanism, SingleItem, Efficient, {Unit}] public partial class SecondPrice; [Mechanism, SingleItem, PayAsBid, {Unit}] public partial class FirstPrice;");
        Assert.Equal(
            [
                "'SecondPrice' and 'FirstPrice' sell to the same agents and leave the lowest type nothing, so with 2 agents both earn 1/3 in equilibrium (revenue equivalence, Myerson 1981)",
                "'FirstPrice' and 'SecondPrice' sell to the same agents and leave the lowest type nothing, so with 2 agents both earn 1/3 in equilibrium (revenue equivalence, Myerson 1981)",
            ],
            found.Where(one => one.Id == "MECH3010").Select(one => one.InvariantMessage()));
    }

    [Fact]
    public async Task MECH3011_PrintsADeviationThatGains()
    {
        var found = Assert.Single(await Analysis.Run(Strategy("value / 3")), one => one.Id == "MECH3011");
        Assert.Matches(@"^'Bid' is not a best reply to itself: an agent with value [\d./]+ bids [\d./]+, but gains [\d.]+ by bidding [\d.]+ against one other who follows it$", found.InvariantMessage());
    }

    [Fact]
    public Task MECH3011_AcceptsTheEquilibrium() => Expect.Silent("MECH3011", Strategy("value / 2"));

    [Theory]
    [InlineData("MECH3001", "RevenueOptimal, Prior<Uniform>(0, 1)")]
    [InlineData("MECH3001", "RevenueOptimal, Agents(2), Prior<Uniform>(2, 3)")]
    [InlineData("MECH3002", "RevenueOptimal, Agents(2), Prior<Uniform>(0, 1)")]
    [InlineData("MECH3002", "RevenueOptimal, Agents(2), DiscretePrior([1, 2, 10], [1, 5, 1])")]
    [InlineData("MECH3003", "RevenueOptimal, Agents(2), HistogramPrior([0, 3, 8], [.75, .25])")]
    [InlineData("MECH3003", "RevenueOptimal, Agents(2), Prior<Uniform>(0, 1), SellerValue(0.25)")]
    [InlineData("MECH3004", "Efficient, Agent<Uniform>(\"A\", 0, 12), Agent<Uniform>(\"B\", 0, 18), Reserve(6)")]
    [InlineData("MECH3005", "Efficient, Agents(2), DiscretePrior([1, 2], [1, 1])")]
    [InlineData("MECH3005", "RevenueOptimal, Agents(1), HistogramPrior([0, 3, 8], [.75, .25])")]
    [InlineData("MECH3006", "Efficient, EntryFee(0.25)")]
    [InlineData("MECH3007", "Efficient, SellerValue(5), Reserve(5)")]
    [InlineData("MECH3008", "PayAsBid")]
    [InlineData("MECH3009", "PostedPrice(0.5), Agents(1), Prior<Uniform>(0, 1)")]
    [InlineData("MECH3010", "Efficient, Agents(2), Prior<Uniform>(0, 1)")]
    [InlineData("MECH3012", "Efficient, Reserve(15)")]
    [InlineData("MECH3012", "Efficient, EntryFee(.9), Agents(2), Prior<Uniform>(0, 1)")]
    [InlineData("MECH3012", "Efficient, EntryFee(2), Reserve(1), Agents(2), Prior<UniformIntegers>(1, 3)")]
    [InlineData("MECH3012", "Efficient, Reserve, Prior<Uniform>(0, 1)")]
    [InlineData("MECH3012", "Efficient, Reserve(15), Prior<Exponential>(4)")]
    [InlineData("MECH3012", "Efficient, Reserve(4), Prior<UniformIntegers>(1, 4)")]
    [InlineData("MECH3012", "Efficient, Money<long>, Reserve(4), Prior<UniformIntegers>(1, 4)")]
    [InlineData("MECH3012", "Efficient, Agent<Uniform>(\"A\", 0, 1), Agent<Uniform>(\"B\", 0, 2), Reserve(1.5)")]
    [InlineData("MECH3012", "Procurement, Efficient, Reserve(1.5), Suppliers<Uniform>(1, 2)")]
    public Task SilentWhereAHypothesisFails(string id, string rule) => Expect.Silent(id, $"[Mechanism, SingleItem, {rule}] public partial class Sale;");

    [Theory]
    [InlineData("PayAsBid, Agents(3), Prior<Uniform>(0, 1)")]
    [InlineData("PayAsBid, Agents(2), Prior<Uniform>(0, 2)")]
    [InlineData("RevenueOptimal, Agents(2), Prior<Uniform>(0, 1)")]
    [InlineData("PayAsBid, Reserve(0.5), Agents(2), Prior<Uniform>(0, 1)")]
    public Task MECH3010_SilentForAnotherAllocationPriorOrNumber(string other) =>
        Expect.Silent("MECH3010", $"[Mechanism, SingleItem, Efficient, {Unit}] public partial class One; [Mechanism, SingleItem, {other}] public partial class Two;");

    [Fact]
    public async Task TheoremsAreObeyedBySuppression()
    {
        var code = $"#pragma warning disable MECH3005\n[Mechanism, SingleItem, RevenueOptimal, {Bimodal}] public partial class Sale;";
        Assert.DoesNotContain(await Analysis.Run(code), one => one.Id == "MECH3005" && !one.IsSuppressed);
    }

    private static string Strategy(string body) =>
        $"[Mechanism, SingleItem, PayAsBid, {Unit}, Message(0, 1)] public partial class FirstPrice {{ [Strategy] static double Bid(double value) => {body}; }}";
}
