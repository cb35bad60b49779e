using MechanismDsl.Analyzers.Tests.Harness;

namespace MechanismDsl.Analyzers.Tests.Rules;

/// <summary>What the compiler says of payments that balance, and of promises about them.</summary>
public class BalancedRuleTests
{
    private const string Home = "public enum Home { SwimmingPool, DanceStudio } ";
    private const string Agents = "Agent<UniformIntegers>(\"Alexa\", 1, 9), Agent<UniformIntegers>(\"Siri\", 1, 9)";
    private const string Rich = "Agent<UniformIntegers>(\"Alexa\", 1, 9, OutsideOption = 10), Agent<UniformIntegers>(\"Siri\", 1, 9)";
    private const string Value = "public partial class Improvement { [Value] static int Value(Home home, int type) => home == Home.SwimmingPool ? type + 5 : 2 * type; }";

    [Theory]
    [InlineData("MECH0005", $"[Mechanism, Outcomes<Home>, Efficient, ExpectedExternality, [|DAgva|], {Agents}] {Value}",
        "[DAgva] and [ExpectedExternality] exclude each other: each of them says by itself how payments are balanced")]
    [InlineData("MECH0005", $"[Mechanism, Outcomes<Home>, Efficient, IndividuallyRationalVcg, [|DAgva|], {Agents}] {Value}",
        "[DAgva] and [IndividuallyRationalVcg] exclude each other: a mechanism has one payment rule; [Rebalanced] balances payments up to the limit of participation")]
    [InlineData("MECH0005", "[Mechanism, SingleItem, Efficient, [|ExpectedExternality|], Agents(2), Prior<Uniform>(0, 1)] public partial class Improvement;",
        "[ExpectedExternality] and [SingleItem] exclude each other: it has no meaning where one item is decided on")]
    [InlineData("MECH0005", $"[Mechanism, Outcomes<Home>, Efficient, ExpectedExternality, Agent<UniformIntegers>(\"A\", 1, 2, [|Weight = 2|]), Agent<UniformIntegers>(\"B\", 1, 2)] public partial class Improvement {{ [Value] static double Value(Home home, double type) => home == Home.SwimmingPool ? type : 1; [Cost] static double Cost(Home home) => 1; }}",
        "[Agent] and [ExpectedExternality] exclude each other: an agent bears its share of the cost unweighted, and would no longer report the truth")]
    [InlineData("MECH0006", $"[Mechanism, Outcomes<Home>, Efficient, Rebalanced, [|Agent(\"Alexa\")|], Agent<UniformIntegers>(\"Siri\", 1, 9), TypeRange(1, 9)] {Value}",
        "[Rebalanced] needs the prior of 'Alexa'; add [Prior<...>(...)] or give the agent one")]
    [InlineData("MECH0009", $"[Mechanism, Outcomes<Home>, Efficient, [|DAgva|], Prior<UniformIntegers>(1, 9)] {Value}",
        "[DAgva] depends on the number of agents; add [Agents(n)]")]
    [InlineData("MECH0020", $"[Mechanism, Outcomes<Home>, Efficient, [|DAgva|], Agents(2), Prior<Uniform>(1, 9)] public partial class Improvement {{ [Value] static double Value(Home home, double type) => home == Home.SwimmingPool ? type + 5 : 2 * type; }}",
        "The payments of [DAgva] are made of tables of all types: types must be finitely many: a [Value] method, with [Types], [TypeRange] or finite priors")]
    [InlineData("MECH0020", $"[Mechanism, Outcomes<Home>, Efficient, DAgva, Agents(2), [|Prior<Uniform>(1, 9)|], TypeRange(1, 9)] {Value}",
        "The payments of [DAgva] are made of tables of all types: the prior gives probability to numbers that are no types")]
    [InlineData("MECH0020", $"[Mechanism, Outcomes<Home>, Efficient, [|DAgva|], Agents(5), Prior<UniformIntegers>(1, 9)] {Value}",
        "The payments of [DAgva] are made of tables of all types: the mechanism is run at every profile of types while the program compiles, and 59049 profiles of 5 agents are too many")]
    public Task SaysWhatIsMissing(string id, string marked, string message) => Expect.Fires(id, Home + marked, message);

    [Theory]
    [InlineData("InterimIndividuallyRational", "ExpectedExternality", Rich,
        "types 1, 2, 3 and 4 of 'Alexa' expect 142/27, 172/27, 205/27 and 241/27, and staying away is worth 10: losses of 128/27, 98/27, 65/27 and 29/27")]
    [InlineData("InterimIndividuallyRational", "DAgva", Rich,
        "types 1, 2, 3 and 4 of 'Alexa' expect 142/27, 172/27, 205/27 and 241/27, and staying away is worth 10: losses of 128/27, 98/27, 65/27 and 29/27")]
    [InlineData("ExPostIndividuallyRational", "IndividuallyRationalVcg, Rebalanced", Rich,
        "at the types ([2], 9) DanceStudio is chosen, which is worth 4 to 'Alexa', and it receives 5; that leaves it 9, where staying away is worth 10: a loss of 1")]
    [InlineData("DominantStrategyIncentiveCompatible", "ExpectedExternality", Agents,
        "at the types (2, [8]) 'Siri' has 40/3 from the truth, and 16 if it reports 9 instead of 8: a gain of 8/3")]
    [InlineData("ExAnteIndividuallyRational", "DAgva", "Agent<UniformIntegers>(\"Alexa\", 1, 9, OutsideOption = 20), Agent<UniformIntegers>(\"Siri\", 1, 9)",
        "'Alexa' expects 290/27 before it knows its type, and staying away is worth 20")]
    [InlineData("BayesianIncentiveCompatible", "ExpectedExternality, Money<long>", Agents, null)]
    public async Task RefutesPromisesAtATypeOrAProfile(string claim, string payments, string agents, string? words)
    {
        var marked = $"{Home}[Mechanism, Outcomes<Home>, Efficient, {payments}, {agents}, Guarantees([|{claim}|])] {Value}";
        if (words is null)
        {
            Assert.Contains("a gain of", (await Expect.FiresAt("MECH2001", marked)).InvariantMessage(), StringComparison.Ordinal);
            return;
        }

        await Expect.Fires("MECH2001", marked, $"'Improvement' does not have the guarantee {claim}: {words}");
    }

    [Theory]
    [InlineData("MECH2001", "Seller<Uniform>(0, 1), Buyer<Uniform>(0, 1), Guarantees([|InterimIndividuallyRational|])",
        "'House' does not have the guarantee InterimIndividuallyRational: a seller of cost 1 expects 2/3, and keeping the good is worth 1: a loss of 1/3")]
    [InlineData("MECH2001", "Seller<Uniform>(0, 1), Buyer<Uniform>(0, 1), Guarantees([|ExAnteIndividuallyRational|])",
        "'House' does not have the guarantee ExAnteIndividuallyRational: before it knows its cost, the seller expects to lose 1/6 by taking part")]
    [InlineData("MECH0005", "Money<decimal>, Seller<Uniform>(0, 1), Buyer<Uniform>(0, 1)", null)]
    [InlineData("MECH0028", "Seller<Exponential>(1), Buyer<UniformIntegers>(1, 3)", null)]
    [InlineData("MECH0006", "Seller(\"Ann\"), Buyer<Uniform>(\"Bob\", 0, 1)", null)]
    public async Task OfATrade(string id, string rest, string? message)
    {
        var marked = $"[Mechanism, BilateralTrade, Efficient, DAgva, {rest}] public partial class House;";
        if (message is not null)
        {
            await Expect.Fires(id, marked, message);
            return;
        }

        Assert.Contains(await Analysis.Run(marked), one => one.Id == id);
    }

    private const string NoGroves = "No term of the others' types makes Groves payments balance at every profile: the mixed difference of the welfare between the types (1, 1) and (9, 9) is 8, and it would have to be 0 (Green and Laffont 1979)";

    [Fact]
    public Task NoGrovesPaymentsBalance() => Expect.Fires("MECH3017", $"{Home}[Mechanism, Outcomes<Home>, Efficient, [|BalancedGroves|], {Agents}] {Value}", NoGroves);

    [Fact]
    public async Task NoGrovesPaymentsKeepThePromise()
    {
        var found = await Analysis.Run($"{Home}[Mechanism, Outcomes<Home>, Efficient, {Agents}, Guarantees(DominantStrategyIncentiveCompatible, ExPostBudgetBalanced)] {Value}");
        Assert.Equal(NoGroves, found.Single(one => one.Id == "MECH3017").InvariantMessage());
        Assert.Single(found, one => one.Id == "MECH2001");
    }

    [Fact]
    public Task ADeficitIsShared() => Expect.Fires(
        "MECH3016",
        $"{Home}[Mechanism, Outcomes<Home>, Efficient, IndividuallyRationalVcg, [|Rebalanced|], {Rich.Replace("10", "12", StringComparison.Ordinal)}] {Value}",
        "The payments that [Rebalanced] balances run an expected deficit of 40/27; balanced, they charge every type 20/27 more, and participation that they allowed may be lost");

    [Theory]
    [InlineData("BalancedGroves, Agent(\"A\"), Agent(\"B\"), Agent(\"Notary\"), Types(1, 4, 6), Types(0, Agent = \"Notary\")", "DominantStrategyIncentiveCompatible, ExPostBudgetBalanced, AllocativelyEfficient")]
    public async Task AKnownTypeBalances(string payments, string claims) =>
        Expect.AssertNothingWorseThanInfo(await Analysis.Run($"{Home}[Mechanism, Outcomes<Home>, Efficient, {payments}, Guarantees({claims})] {Value}"));

    [Theory]
    [InlineData("ExpectedExternality", Agents, "BayesianIncentiveCompatible, ExPostIndividuallyRational, ExPostBudgetBalanced, AllocativelyEfficient")]
    [InlineData("DAgva", Agents, "BayesianIncentiveCompatible, InterimIndividuallyRational, ExPostBudgetBalanced, NoDeficit")]
    [InlineData("Rebalanced", Agents, "BayesianIncentiveCompatible, InterimIndividuallyRational, ExPostBudgetBalanced")]
    [InlineData("IndividuallyRationalVcg, Rebalanced", Rich, "BayesianIncentiveCompatible, InterimIndividuallyRational, ExPostBudgetBalanced")]
    [InlineData("IndividuallyRationalVcg(Interim = true)", Rich, "DominantStrategyIncentiveCompatible, InterimIndividuallyRational, AllocativelyEfficient")]
    [InlineData("IndividuallyRationalVcg(Interim = true), Rebalanced", Rich, "BayesianIncentiveCompatible, InterimIndividuallyRational, ExPostBudgetBalanced")]
    public async Task AcceptsWhatHolds(string payments, string agents, string claims) =>
        Expect.AssertNothingWorseThanInfo(await Analysis.Run($"{Home}[Mechanism, Outcomes<Home>, Efficient, {payments}, {agents}, Guarantees({claims})] {Value}"));
}
