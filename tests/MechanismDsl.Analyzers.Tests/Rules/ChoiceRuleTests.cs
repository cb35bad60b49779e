using MechanismDsl.Analyzers.Tests.Harness;

namespace MechanismDsl.Analyzers.Tests.Rules;

/// <summary>What the compiler says of choices among outcomes, and where.</summary>
public class ChoiceRuleTests
{
    private const string Home = "public enum Home { SwimmingPool, DanceStudio } ";

    [Theory]
    [InlineData("MECH0019", "public enum Home; [Mechanism, [|Outcomes<Home>|], Efficient] public partial class Renovation;",
        "The outcomes 'Home' cannot be chosen from: it has no members, so there is nothing to choose")]
    [InlineData("MECH0019", "internal enum Home { A } [Mechanism, [|Outcomes<Home>|], Efficient] public partial class Renovation;",
        "The outcomes 'Home' cannot be chosen from: it must be as accessible as 'Renovation', whose Run returns it")]
    [InlineData("MECH0004", Home + "[Mechanism, Outcomes<Home>] public partial class [|Renovation|];",
        "'Renovation' does not say what decides; add a goal ([Efficient])")]
    [InlineData("MECH0005", Home + "[Mechanism, Outcomes<Home>, [|RevenueOptimal|]] public partial class Renovation;",
        "[RevenueOptimal] and [Outcomes] exclude each other: values of several outcomes are types of several dimensions, for which no virtual value exists; [Efficient] is solved, and for finite types [Optimal(Objective.Revenue)]")]
    [InlineData("MECH2001", "[Mechanism, Outcomes<DayOfWeek>, Efficient, Agents(3), Guarantees([|ExPostBudgetBalanced|])] public partial class Meeting;",
        "'Meeting' does not have the guarantee ExPostBudgetBalanced: at the values ((0, 0, 0, 0, 0, 0, 0), (5, 0, 0, 0, 0, 0, 0), (0, 5, 0, 0, 0, 0, 0)) Sunday is chosen and the payments sum to 5, more than its cost 0")]
    [InlineData("MECH0005", Home + "[Mechanism, Outcomes<Home>, Efficient, [|Reserve(3)|]] public partial class Renovation;",
        "[Reserve] and [Outcomes] exclude each other: it prices an item that one agent gets; an outcome is chosen for all, and each pays what its presence costs the others")]
    [InlineData("MECH0005", Home + "[Mechanism([|Ties = TieRule.Shared|]), Outcomes<Home>, Efficient] public partial class Renovation;",
        "[Mechanism] and [Outcomes] exclude each other: among equal outcomes the first declared one is chosen; agents do not compete for it")]
    [InlineData("MECH0013", Home + "[Mechanism, Outcomes<Home>([|Low = 2e15|]), Efficient] public partial class Renovation;",
        "the lowest value is 2000000000000000, but must be a number from -1E15 to 1E15")]
    [InlineData("MECH0013", Home + "[Mechanism, Outcomes<Home>(Low = 3, [|High = 2|]), Efficient] public partial class Renovation;",
        "the highest value is 2, but must be at least the lowest, 3")]
    [InlineData("MECH0015", Home + "[Mechanism, Outcomes<Home>, Efficient] public partial class Renovation { public static int [|RunMatrix|] => 3; }",
        "'Renovation' uses the name 'RunMatrix', which belongs to a member of the mechanism's generated part")]
    public Task SaysWhatIsWrong(string id, string marked, string message) => Expect.Fires(id, marked, message);

    [Theory]
    [InlineData("ExPostBudgetBalanced", "Low = 0",
        "at the values ((5, 0), (0, 5)) SwimmingPool is chosen and the payments sum to 5, more than its cost 0")]
    [InlineData("ExPostIndividuallyRational", "Low = -1, High = 2",
        "at the values ((0, 0), [(-1, -1)]) SwimmingPool is chosen, which is worth -1 to agent 1, and it pays nothing; that leaves it -1: a loss of 1")]
    public Task RefutesClaims(string claim, string domain, string words) => Expect.Fires(
        "MECH2001",
        $"{Home}[Mechanism, Outcomes<Home>({domain}), Efficient, Guarantees([|{claim}|])] public partial class Renovation;",
        $"'Renovation' does not have the guarantee {claim}: {words}");

    [Theory]
    [InlineData("DominantStrategyIncentiveCompatible, BayesianIncentiveCompatible, NoSubsidy, NoDeficit, AllocativelyEfficient", "")]
    [InlineData("ExPostIndividuallyRational, InterimIndividuallyRational", "(Low = 0)")]
    public async Task AcceptsWhatHoldsByTheorem(string claims, string domain) =>
        Expect.AssertNothingWorseThanInfo(await Analysis.Run($"{Home}[Mechanism, Outcomes<Home>{domain}, Efficient, Guarantees({claims})] public partial class Renovation;"));

    [Theory]
    [InlineData("MECH1012", "static double [|Value|](Home home) => 1;", "'Value' cannot be used as a rule: it must take one outcome and one type: Home outcome, double type")]
    [InlineData("MECH1012", "static double Value(Home home, double [|type|]) => type;", "'Value' cannot be used as a rule: 'type' has no domain to prove anything on; state it with [Between(low, high)]")]
    [InlineData("MECH1012", "static bool [|Value|](Home home, [Between(0, 1)] double type) => true;", "'Value' cannot be used as a rule: it returns bool, but must return a number (double, decimal, int or long)")]
    [InlineData("MECH1010", "static double Value(Home home, ReadOnlySpan<double> [|types|]) => types[0];", null)]
    [InlineData("MECH1011", "static double [|Value|](Home home, [Between(0, 1)] double type) => Random.Shared.NextDouble();", null)]
    [InlineData("MECH1014", "static double [|Value|](Home home, [Between(0, 3)] int type) => home == Home.SwimmingPool ? 1 : 6 / type;", "'Value' has no result on legal reports: at DanceStudio and type 0 it throws DivideByZeroException")]
    public async Task ValuesAreReadAndRun(string id, string method, string? message)
    {
        var marked = $"{Home}[Mechanism, Outcomes<Home>, Efficient] public partial class Renovation {{ [Value] {method} }}";
        var found = await Expect.FiresAt(id, marked);
        if (message is not null)
        {
            Assert.Equal(message, found.InvariantMessage());
        }
    }

    [Theory]
    [InlineData("ExPostBudgetBalanced", "",
        "at the types (1, 9) SwimmingPool is chosen and the payments sum to 4, more than its cost 0")]
    [InlineData("ExAnteBudgetBalanced", "",
        "expected payments are 20/27, and the expected cost is 0")]
    [InlineData("ExPostIndividuallyRational", ", OutsideOption = 10",
        "at the types ([1], 9) SwimmingPool is chosen, which is worth 6 to 'Alexa', and it pays 4; that leaves it 2, where staying away is worth 10: a loss of 8")]
    public Task FiniteTypesRefuteClaimsByEnumeration(string claim, string option, string words) => Expect.Fires(
        "MECH2001",
        $"{Home}[Mechanism, Outcomes<Home>, Efficient, Agent<UniformIntegers>(\"Alexa\", 1, 9{option}), Agent<UniformIntegers>(\"Siri\", 1, 9), Guarantees([|{claim}|])] "
            + "public partial class Improvement { [Value] static int Value(Home home, int type) => home == Home.SwimmingPool ? type + 5 : 2 * type; }",
        $"'Improvement' does not have the guarantee {claim}: {words}");

    [Theory]
    [InlineData("PublicProject(90, EqualShares = true)", "ExPostIndividuallyRational")]
    [InlineData("PublicProject(90)", "NoDeficit")]
    public async Task ProjectsCoverTheCostOrLoseNobody(string project, string claim)
    {
        await Expect.FiresAt("MECH2001", $"[Mechanism, {project}, Efficient, Agents(3), Guarantees([|{claim}|])] public partial class Bridge;");
        var other = claim == "NoDeficit" ? "ExPostIndividuallyRational" : "NoDeficit";
        Expect.AssertNothingWorseThanInfo(await Analysis.Run($"[Mechanism, {project}, Efficient, Agents(3), Guarantees({other}, NoSubsidy)] public partial class Bridge;"));
    }

    [Theory]
    [InlineData("MECH0013", "PublicProject([|-1|])", "the cost is -1, but must be a number from 0 to 1E15")]
    [InlineData("MECH0013", "PublicProject(90, [|Shares = new double[] { 30, 30, 20 }|])", "the sum of the shares is 80, but must be the cost, 90")]
    [InlineData("MECH0013", "PublicProject(90, [|Shares = new double[] { 45, 45 }|])", "the number of shares is 2, but must be 3: one an agent")]
    public Task ProjectsAreChecked(string id, string project, string message) =>
        Expect.Fires(id, $"[Mechanism, {project}, Efficient, Agents(3)] public partial class Bridge;", message);

    [Theory]
    [InlineData("MECH3013", "[Mechanism, [|PublicProject(300)|], Efficient] public partial class Bridge;",
        "The payments need not cover the cost: at the values (300, 300) Built is chosen and the payments sum to 0, less than its cost 300")]
    [InlineData("MECH3014", "[Mechanism, [|PublicProject(90, EqualShares = true)|], Efficient, Agents(3)] public partial class Bridge;",
        "A cost share can be worth less than staying away: at the values ([0], 0, 90) NotBuilt is chosen, which is worth 0 to agent 0, and it pays 30; that leaves it -30: a loss of 30")]
    [InlineData("MECH3015", Home + "[Mechanism, [|Outcomes<Home>|], Efficient, Agent(\"Big\", Weight = 2), Agent(\"Small\")] public partial class Renovation;",
        "The weighted choice is not Pareto optimal: at the values ((-1, 2), (5, 0)) DanceStudio is chosen, but SwimmingPool is worth 2 more: with the payments (-1.5, 4) instead of (2.5, 0) everybody gains 1")]
    public Task TellsWhatTheTheoryKnows(string id, string marked, string message) => Expect.Fires(id, marked, message);

    [Fact]
    public Task ParticipationNeedsFiniteTypes() => Expect.Fires(
        "MECH0005",
        $"{Home}[Mechanism, Outcomes<Home>, Efficient, [|IndividuallyRationalVcg|]] public partial class Renovation;",
        "[IndividuallyRationalVcg] and [Outcomes] exclude each other: the most that an agent can always be charged is known where its types are finitely many: a [Value] method, with [Types], [TypeRange] or finite priors");

    [Fact]
    public Task AlexaIsPaidToTakePart() => Expect.Fires(
        "MECH2001",
        $"{Home}[Mechanism, Outcomes<Home>, Efficient, IndividuallyRationalVcg, Agent<UniformIntegers>(\"Alexa\", 1, 9, OutsideOption = 12), Agent<UniformIntegers>(\"Siri\", 1, 9), "
            + "Guarantees(ExPostIndividuallyRational, [|NoSubsidy|])] public partial class Improvement { [Value] static int Value(Home home, int type) => home == Home.SwimmingPool ? type + 5 : 2 * type; }",
        "'Improvement' does not have the guarantee NoSubsidy: at the types ([2], 9) DanceStudio is chosen and 'Alexa' receives 10");

    [Fact]
    public Task WeightsAreNotEfficient() => Expect.Fires(
        "MECH2001",
        $"{Home}[Mechanism, Outcomes<Home>, Efficient, Agent(\"Big\", Weight = 2), Agent(\"Small\"), Guarantees([|AllocativelyEfficient|])] public partial class Renovation;",
        "'Renovation' does not have the guarantee AllocativelyEfficient: at the values ((-1, 2), (5, 0)) DanceStudio is chosen, but SwimmingPool is worth 2 more: "
            + "with the payments (-1.5, 4) instead of (2.5, 0) everybody gains 1");

    [Theory]
    [InlineData("MECH1003", "Types(0, 4), Agents(2)", "static int [|Half|](ReadOnlySpan<int> others) => others[0] / 2 + 1;",
        "'Half' is not individually rational, and nothing says that it need not be: at the types ([0], 0) SwimmingPool is chosen, which is worth 0 to agent 0, and it pays 1; that leaves it -1: a loss of 1")]
    [InlineData("MECH1012", "Types(0, 4), Agents(2)", "static int [|Half|](ReadOnlySpan<double> others) => 1;",
        "'Half' cannot be used as a rule: it must take the types of the others, in the order of the agents: ReadOnlySpan<int> others")]
    [InlineData("MECH1012", "Types(0, 4), Agents(2)", "static double [|Half|](ReadOnlySpan<int> others) => 1;",
        "'Half' cannot be used as a rule: it returns double, but must return int, like 'Value'")]
    [InlineData("MECH1012", "Types(0, 4)", "static int [|Half|](ReadOnlySpan<int> others) => 1;", null)]
    [InlineData("MECH1014", "Types(0, 4), Agents(2)", "static int [|Half|](ReadOnlySpan<int> others) => 8 / others[0];",
        "'Half' has no result on legal reports: where the others' types are (0) it throws DivideByZeroException")]
    [InlineData("MECH1011", "Types(0, 4), Agents(2)", "static int [|Half|](ReadOnlySpan<int> others) => Random.Shared.Next();", null)]
    [InlineData("MECH0005", "Types(0, 4), Agents(2), [|IndividuallyRationalVcg|]", "static int Half(ReadOnlySpan<int> others) => 1;",
        "[IndividuallyRationalVcg] and [Groves] exclude each other: each of them says what is paid")]
    public async Task TermsOfTheOthersAreReadAndJudged(string id, string attributes, string method, string? message)
    {
        var found = await Expect.FiresAt(
            id,
            $"{Home}[Mechanism, Outcomes<Home>, Efficient, {attributes}] public partial class Renovation {{ [Value] static int Value(Home home, int type) => home == Home.SwimmingPool ? 0 : type; [Groves] {method} }}");
        if (message is not null)
        {
            Assert.Equal(message, found.InvariantMessage());
        }
    }

    [Theory]
    [InlineData("ExPostIndividuallyRational", "others[0] / 2 + 1",
        "at the types ([0], 0) SwimmingPool is chosen, which is worth 0 to agent 0, and it pays 1; that leaves it -1: a loss of 1")]
    [InlineData("NoSubsidy", "others[0] / 2",
        "at the types ([0], 4) DanceStudio is chosen and agent 0 receives 2")]
    public Task TermsOfTheOthersRefuteClaims(string claim, string term, string words) => Expect.Fires(
        "MECH2001",
        $"{Home}[Mechanism, Outcomes<Home>, Efficient, Types(0, 4), Agents(2), Guarantees([|{claim}|])] public partial class Renovation {{ "
            + $"[Value] static int Value(Home home, int type) => home == Home.SwimmingPool ? 0 : type; [Groves] static int Half(ReadOnlySpan<int> others) => {term}; }}",
        $"'Renovation' does not have the guarantee {claim}: {words}");

    [Fact]
    public async Task TheTermOfClarkeKeepsItsPromises() => Expect.AssertNothingWorseThanInfo(await Analysis.Run(
        $"{Home}[Mechanism, Outcomes<Home>, Efficient, Types(0, 4), Agents(2), Guarantees(DominantStrategyIncentiveCompatible, ExPostIndividuallyRational, NoSubsidy, NoDeficit)] "
            + "public partial class Renovation { [Value] static int Value(Home home, int type) => home == Home.SwimmingPool ? 0 : type; [Groves] static int Clarke(ReadOnlySpan<int> others) => others[0]; }"));

    [Fact]
    public Task TermsNeedTypes() => Expect.Fires(
        "MECH1012",
        $"{Home}[Mechanism, Outcomes<Home>, Efficient, Agents(2)] public partial class Renovation {{ [Groves] static double [|Half|](ReadOnlySpan<double> others) => 1; }}",
        "'Half' cannot be used as a rule: it is judged at every profile of types, and here the agents report values; a [Value] method makes values follow from types");
}
