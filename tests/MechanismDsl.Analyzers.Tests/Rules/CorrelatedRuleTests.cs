using MechanismDsl.Analyzers.Tests.Harness;

namespace MechanismDsl.Analyzers.Tests.Rules;

/// <summary>Types that depend on each other: what is said where promises contradict, and where bets are asked for beside something else than a sale.</summary>
public sealed class CorrelatedRuleTests
{
    private const string Promises = "Guarantees(AllocativelyEfficient, BayesianIncentiveCompatible, InterimIndividuallyRational, ExPostBudgetBalanced)";

    [Fact]
    public async Task A_joint_prior_that_is_not_identifiable_is_named()
    {
        var found = await Expect.FiresAt("MECH0045", $"[Mechanism, PublicProject(4), [|Optimal(Objective.Welfare)|], Agent(\"A\"), Agent(\"B\"), Types(1, 4), JointPrior(3, 1, 1, 3), {Promises}] public partial class Bridge;");
        Assert.EndsWith(
            "; the joint prior is not identifiable, which none of two agents is whose types depend on each other, so that a budget that balances in expectation need not balance at every profile (Kosenok and Severinov 2008)",
            found.InvariantMessage(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Outcomes<Home>, [|CremerMcLean|]", "[CremerMcLean] and [Outcomes] exclude each other: its bets are worked out for a sale; [Optimal(Objective.Revenue)] with [JointPrior] extracts as much from any outcomes, the whole surplus where beliefs tell types apart")]
    [InlineData("Outcomes<Home>, Optimal(Objective.Revenue)", null)]
    public async Task Bets_are_for_sales(string what, string? message)
    {
        var code = $"public enum Home {{ A, B }} [Mechanism, {what}, Agent(\"A\"), Agent(\"B\"), Types(1, 2), JointPrior(3, 1, 1, 3)] public partial class House {{ [Value] static int Value(Home home, int type) => home == Home.A ? type : 1; }}";
        if (message is not null)
        {
            await Expect.Fires("MECH0005", code, message);
            return;
        }

        Assert.DoesNotContain(await Analysis.Run(code), one => one.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
    }

    [Fact]
    public async Task A_trade_has_a_joint_prior() => Assert.DoesNotContain(
        await Analysis.Run("[Mechanism, BilateralTrade, Optimal(Objective.Welfare), Seller(\"Ann\"), Buyer(\"Bob\"), Types(1, 3, Agent = \"Ann\"), Types(2, 4, Agent = \"Bob\"), JointPrior(3, 1, 1, 3)] public partial class House;"),
        one => one.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);

    [Fact]
    public Task A_measure_has_a_name() => Expect.Fires(
        "MECH0013",
        "[Mechanism, SingleItem, Efficient, Agents(2), DiscretePrior([1, 2], [1, 1]), Undominated([|(Performance)7|])] public partial class Sale;",
        "the measure is 7, but must be Performance.ExPostWelfare, Performance.InterimWelfare or Performance.Revenue");
}
