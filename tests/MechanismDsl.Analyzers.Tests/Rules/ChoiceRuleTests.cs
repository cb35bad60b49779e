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
    [InlineData("MECH0005", Home + "[Mechanism, Outcomes<Home>, Efficient, [|Reserve(3)|]] public partial class Renovation;",
        "[Reserve] and [Outcomes] exclude each other: it prices an item that one agent gets; an outcome is chosen for all, and each pays what its presence costs the others")]
    [InlineData("MECH0005", Home + "[Mechanism([|Ties = TieRule.Shared|]), Outcomes<Home>, Efficient] public partial class Renovation;",
        "[Mechanism] and [Outcomes] exclude each other: among equal outcomes the first declared one is chosen; agents do not compete for it")]
    [InlineData("MECH0013", Home + "[Mechanism, Outcomes<Home>([|Low = 2e15|]), Efficient] public partial class Renovation;",
        "the lowest value is 2000000000000000, but must be a number from -1E15 to 1E15")]
    [InlineData("MECH0013", Home + "[Mechanism, Outcomes<Home>(Low = 3, [|High = 2|]), Efficient] public partial class Renovation;",
        "the highest value is 2, but must be at least the lowest, 3")]
    [InlineData("MECH0015", Home + "[Mechanism, Outcomes<Home>, Efficient] public partial class Renovation { public static int [|RunMatrix|] => 3; }",
        "'Renovation' already has a member named 'RunMatrix', which the generated part of the mechanism declares")]
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
}
