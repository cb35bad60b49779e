using System.Globalization;
using MechanismDsl.Generators.Tests.Support;
using MechanismDsl.Theory;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Provision;
using Environment = MechanismDsl.Theory.Problems.Environment;
using Goal = MechanismDsl.Theory.Problems.Objective;

namespace MechanismDsl.Generators.Tests.Provision;

/// <summary>Trades and projects whose payments balance at every profile: generated, compiled without a warning, run, and held against the interpreter.</summary>
public class BalancedProvisionProgramsTests
{
    [Fact]
    public async Task House()
    {
        var (driver, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, BilateralTrade, SecondBest, Rebalanced]
            [Seller<Uniform>(0, 1), Buyer<Uniform>(0, 1)]
            [Guarantees(BayesianIncentiveCompatible, InterimIndividuallyRational, ExPostBudgetBalanced)]
            public partial class House;

            internal static class Table
            {
                public static Trade<double> Run(double cost, double bid) => House.Run(cost, bid);

                public static bool Holds<M>() where M : IBilateralTrade<double>, IBayesianIncentiveCompatible, IInterimIndividuallyRational, IExPostBudgetBalanced => true;

                public static bool Holds() => Holds<House>();

                public static (double Gains, double Subsidy) Expected() => (House.ExpectedGains, House.ExpectedSubsidy);
            }
            """);
        var table = assembly.GetType("Shop.Table")!;
        var run = table.GetMethod("Run")!.CreateDelegate<Func<double, double, Trade<double>>>();

        // (b² − 1/16)/2 + (9/16 − c²)/2 − 9/64, each part where it is positive.
        Assert.Equal(new Trade<double>(true, .578125, .578125), run(.25, 1), Near.By(1e-11));
        Assert.Equal(new Trade<double>(false, -.046875, -.046875), run(.75, .5), Near.By(1e-11));
        Assert.Equal(new Trade<double>(false, -.140625, -.140625), run(1, 0), Near.By(1e-11));
        Assert.Equal(run(1, 0), run(3, 0));
        Assert.Equal((9.0 / 64, 0.0), table.GetMethod("Expected")!.Invoke(null, null));
        await Verifier.Verify(driver);
    }

    [Fact]
    public async Task Bridge()
    {
        var (driver, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, PublicProject(1), SecondBest, Rebalanced]
            [Agent<Uniform>("First", 0, 1), Agent<Uniform>("Second", 0, 1)]
            [Guarantees(InterimIndividuallyRational, ExPostBudgetBalanced)]
            public partial class Bridge;

            internal static class Table
            {
                public static string Run(double first, double second)
                {
                    var result = Bridge.Run(first: first, second: second);
                    return FormattableString.Invariant($"{result.Outcome} {result.FirstPays:0.######} {result.SecondPays:0.######} {result.FirstPays + result.SecondPays}");
                }

                public static (double Welfare, double Revenue) Expected() => (Bridge.ExpectedWelfare, Bridge.ExpectedRevenue);
            }
            """);
        var table = assembly.GetType("Shop.Table")!;
        var run = table.GetMethod("Run")!.CreateDelegate<Func<double, double, string>>();

        // Net of half of the cost a type t expects to pay t²/2 − 1/32 − (t − 1/4)/2 from 1/4 on: 3/32 at 1, −1/32 at 1/2.
        Assert.Equal("Built 0.5 0.5 1", run(.75, .75));
        Assert.Equal("Built 0.625 0.375 1", run(1, .5));
        Assert.Equal("NotBuilt -0.03125 0.03125 0", run(.5, 0));
        Assert.Equal((9.0 / 64, 9.0 / 32), table.GetMethod("Expected")!.Invoke(null, null));
        await Verifier.Verify(driver);
    }

    /// <summary>Every way to balance, with priors of several kinds, profile by profile as the interpreter does it.</summary>
    [Fact]
    public void As_the_interpreter_does_it()
    {
        (string Text, Problem Problem, double Highest)[] declarations =
        [
            ("BilateralTrade, Efficient, DAgva, Seller<Exponential>(1), Buyer<Exponential>(1)", Trade(new ExponentialPrior(1), new ExponentialPrior(1), Goal.Efficient, BalancingMethod.DAgva), 6),
            ("BilateralTrade, Efficient, Rebalanced, Seller<Beta>(2, 2), Buyer<Power>(2, 1)", Trade(new BetaPrior(2, 2), new PowerPrior(2, 1), Goal.Efficient, BalancingMethod.Rebalanced), 1),
            ("BilateralTrade, SecondBest, Rebalanced, Seller<Uniform>(0, 3), HistogramPrior([0, 3, 8], [.75, .25], Agent = \"Customer\"), Buyer(\"Customer\")", Trade(new UniformPrior(0, 3), new HistogramPrior([0, 3, 8], [.75, .25]), Goal.SecondBest, BalancingMethod.Rebalanced), 8),
            ("PublicProject(3), Efficient, ExpectedExternality, Agent<Uniform>(\"A\", 0, 1), Agent<Uniform>(\"B\", 1, 3), Agent<Uniform>(\"C\", 0, 4)", Project(3, Goal.Efficient, BalancingMethod.ExpectedExternality, new UniformPrior(0, 1), new UniformPrior(1, 3), new UniformPrior(0, 4)), 4),
            ("PublicProject(3), Efficient, DAgva, Agent<Uniform>(\"A\", 0, 1), Agent<Uniform>(\"B\", 1, 3), Agent<Uniform>(\"C\", 0, 4)", Project(3, Goal.Efficient, BalancingMethod.DAgva, new UniformPrior(0, 1), new UniformPrior(1, 3), new UniformPrior(0, 4)), 4),
            ("PublicProject(1), Efficient, Rebalanced, Agent<Exponential>(\"A\", 1), Agent<Power>(\"B\", 2, 1)", Project(1, Goal.Efficient, BalancingMethod.Rebalanced, new ExponentialPrior(1), new PowerPrior(2, 1)), 2),
            ("PublicProject(3), Efficient, DAgva, Agents(3), Prior<Exponential>(1)", Project(3, Goal.Efficient, BalancingMethod.DAgva, new ExponentialPrior(1), new ExponentialPrior(1), new ExponentialPrior(1)), 4),
            (
                "PublicProject(2), Efficient, Rebalanced, Agent<Power>(\"A\", 2, 1), Agent<Beta>(\"B\", 2, 3), Agent<Exponential>(\"C\", 1), Agent<Uniform>(\"D\", 0, 2)",
                Project(2, Goal.Efficient, BalancingMethod.Rebalanced, new PowerPrior(2, 1), new BetaPrior(2, 3), new ExponentialPrior(1), new UniformPrior(0, 2)),
                2),
            ("PublicProject(3), Efficient, DAgva, Agent<Exponential>(\"A\", 1), Agent<Beta>(\"B\", 2, 2), Agent<Gamma>(\"C\", 2, 1)", Project(3, Goal.Efficient, BalancingMethod.DAgva, new ExponentialPrior(1), new BetaPrior(2, 2), new GammaPrior(2, 1)), 4),
            ("PublicProject(2), SecondBest, Rebalanced, Agents(4), Prior<Beta>(2, 2)", Project(2, Goal.SecondBest, BalancingMethod.Rebalanced, new BetaPrior(2, 2), new BetaPrior(2, 2), new BetaPrior(2, 2), new BetaPrior(2, 2)), 1),
            ("PublicProject(2), SecondBest, Rebalanced, Agents(4), Prior<Uniform>(0, 1)", Project(2, Goal.SecondBest, BalancingMethod.Rebalanced, new UniformPrior(0, 1), new UniformPrior(0, 1), new UniformPrior(0, 1), new UniformPrior(0, 1)), 1),
        ];
        Compare(declarations, tolerance: 1e-9, sumsToCost: true);
    }

    /// <summary>
    /// Thresholds of priors whose scores begin at minus infinity, have poles at either end or none: a density that vanishes where the others' types have no bound once made a
    /// block of a score.
    /// </summary>
    [Fact]
    public void Thresholds_of_all_kinds_of_densities_as_the_interpreter_finds_them()
    {
        (string Text, Prior Prior, double Highest)[] kinds =
        [
            ("Exponential>({0}1)", new ExponentialPrior(1), 5), ("Beta>({0}2, 2)", new BetaPrior(2, 2), 1), ("Gamma>({0}2, 1)", new GammaPrior(2, 1), 6),
            ("Lognormal>({0}0, 0.5)", new LognormalPrior(0, .5), 4), ("Triangular>({0}0, 1, 3)", new TriangularPrior(0, 1, 3), 3), ("Power>({0}2, 2)", new PowerPrior(2, 2), 2),
        ];
        List<(string Text, Problem Problem, double Highest)> declarations = [];
        for (var one = 0; one < kinds.Length; one++)
        {
            var (first, second, third) = (kinds[one], kinds[(one + 1) % kinds.Length], kinds[(one + 3) % kinds.Length]);
            var (goal, name) = one % 2 == 0 ? (Goal.SecondBest, "SecondBest") : (Goal.RevenueOptimal, "RevenueOptimal");
            string Of((string Text, Prior Prior, double Highest) kind, string agent) => string.Format(CultureInfo.InvariantCulture, kind.Text, agent);
            declarations.Add(($"BilateralTrade, {name}, Seller<{Of(first, "")}, Buyer<{Of(second, "")}", Thresholds(Trade(first.Prior, second.Prior, goal, default)), Math.Max(first.Highest, second.Highest)));
            declarations.Add(($"PublicProject(2), {name}, Agent<{Of(first, "\"A\", ")}, Agent<{Of(second, "\"B\", ")}, Agent<{Of(third, "\"C\", ")}", Thresholds(Project(2, goal, default, first.Prior, second.Prior, third.Prior)), Math.Max(third.Highest, Math.Max(first.Highest, second.Highest))));
        }

        Compare(declarations, tolerance: 1e-8, sumsToCost: false);

        static Problem Thresholds(Problem problem) => problem with { Payments = new PaymentRule.Threshold() };
    }

    private static void Compare(IReadOnlyList<(string Text, Problem Problem, double Highest)> declarations, double tolerance, bool sumsToCost)
    {
        var source = string.Concat(declarations.Select((one, index) => one.Text.StartsWith("Bilateral", StringComparison.Ordinal)
            ? FormattableString.Invariant($"[Mechanism, {one.Text}] internal partial class M{index} {{ public static double[] Of(double[] reports) {{ var trade = Run(reports[0], reports[1]); return [-trade.SellerReceives, trade.BuyerPays, trade.IsTraded ? 1 : 0]; }} }}\n")
            : FormattableString.Invariant($"[Mechanism, {one.Text}] internal partial class M{index} {{ public static double[] Of(double[] reports) {{ var payments = new double[reports.Length]; var outcome = Run(reports, payments); return [.. payments, outcome == ProjectDecision.Built ? 1 : 0]; }} }}\n")));
        var (_, assembly) = Driver.Load(source);
        for (var index = 0; index < declarations.Count; index++)
        {
            var (_, problem, highest) = declarations[index];
            var solved = (SolvedProvision)Solver.Solve(problem, default);
            var interpreter = new ProvisionInterpreter(solved);
            var run = assembly.GetType(FormattableString.Invariant($"M{index}"))!.GetMethod("Of")!.CreateDelegate<Func<double[], double[]>>();
            for (var step = 0; step < 60; step++)
            {
                double[] reports = [.. solved.Agents.Select((_, agent) => highest * (step * (.61803398875 + (.137 * agent)) % 1))];
                var (expected, actual) = (interpreter.Run(reports), run(reports));
                Assert.Equal(expected.IsMade ? 1 : 0, actual[^1]);
                for (var agent = 0; agent < reports.Length; agent++)
                {
                    Assert.Equal(expected.Payments[agent], actual[agent], tolerance);
                }

                if (sumsToCost)
                {
                    Assert.Equal(expected.IsMade ? solved.Cost.ToDouble() : 0, actual[..^1].Sum(), 1e-14 * 8);
                }
            }
        }
    }

    private static Problem Trade(Prior seller, Prior buyer, Goal objective, BalancingMethod method) => new()
    {
        Environment = new Environment(EnvironmentName.BilateralTrade, Kernel.SingleParameter, new UnitTrades(), Absence.TakesOwnGood, new Ownership.EachSeller(), new SocialCost.PerServed(0)),
        Population = new Population.Named([new Agent("Seller", Side.Supplier, seller), new Agent("Buyer", Side.Buyer, buyer)]),
        Information = Information.IndependentPriors,
        Participation = Participation.Interim,
        Objective = objective,
        Payments = new PaymentRule.Balanced(method, new PaymentRule.Threshold()),
        Ties = TieBreaking.LowestIndex,
        Money = new Money(MoneyKind.Double),
        Claims = [],
    };

    private static Problem Project(double cost, Goal objective, BalancingMethod method, params IEnumerable<Prior> priors) => Trade(new UniformPrior(0, 1), new UniformPrior(0, 1), objective, method) with
    {
        Environment = new Environment(EnvironmentName.PublicProject, Kernel.SingleParameter, new Alternatives(["NotBuilt", "Built"]), Absence.NoSay, new Ownership.Platform(), new SocialCost.PerOutcome([0, cost])),
        Population = new Population.Named(priors.Select((prior, index) => new Agent(FormattableString.Invariant($"Agent{index}"), Side.Buyer, prior)).ToEquatableArray()),
        Choice = new OutcomeChoice { Form = ValueForm.OfLast, Low = 0, High = 1e15 },
    };

    private sealed class Near(double tolerance) : IEqualityComparer<Trade<double>>
    {
        public static Near By(double tolerance) => new(tolerance);

        public bool Equals(Trade<double> one, Trade<double> other) =>
            one.IsTraded == other.IsTraded && Math.Abs(one.BuyerPays - other.BuyerPays) <= tolerance && Math.Abs(one.SellerReceives - other.SellerReceives) <= tolerance;

        public int GetHashCode(Trade<double> trade) => trade.IsTraded ? 1 : 0;
    }
}
