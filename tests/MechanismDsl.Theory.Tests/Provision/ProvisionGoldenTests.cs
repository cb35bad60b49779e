using Fractions;
using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Provision;
using MechanismDsl.Theory.Tests.Bayesian;
using MechanismDsl.Theory.Tests.Golden;

namespace MechanismDsl.Theory.Tests.Provision;

/// <summary>Topics 07 and 08: second-best trade and public projects, and their revenue optima.</summary>
public sealed class ProvisionGoldenTests
{
    private static readonly Prior Unit = new UniformPrior(0, 1);

    [Theory, Golden("ms-uniform-*")]
    public void Second_best_trade(string id)
    {
        var golden = GoldenCase.Get(id);
        var (seller, buyer) = (GoldenCase.Numbers(golden.Inputs.GetProperty("S")), GoldenCase.Numbers(golden.Inputs.GetProperty("B")));
        var solved = Solve(Markets.Trade(new UniformPrior(seller[0], seller[1]), new UniformPrior(buyer[0], buyer[1]), Objective.SecondBest));
        var numbers = solved.Numbers!;
        GoldenCase.Near(golden.Expected.GetProperty("first_best_gains"), numbers.FirstBest.Value);
        GoldenCase.Near(golden.Expected.GetProperty("second_best_gains"), numbers.Welfare.Value);
        GoldenCase.Near(golden.Expected.GetProperty("alpha_lambda_over_1_plus_lambda"), solved.Share.ToDouble());
        GoldenCase.Near(golden.Expected.GetProperty("lambda"), solved.Lambda!.Value.ToDouble());
        GoldenCase.Near(golden.Expected.GetProperty("second_best_threshold_b_minus_s"), solved.LeastSum!.Value.ToDouble());
        if (golden.Expected.TryGetProperty("ratio_second_to_first", out var ratio))
        {
            Assert.Equal(GoldenCase.Rational(ratio), numbers.Welfare.Exact / numbers.FirstBest.Exact);
            Assert.Equal(GoldenCase.Rational(golden.Expected.GetProperty("second_best_gains")), numbers.Welfare.Exact);
        }
    }

    [Theory, Golden("public-uniform2-*", "public-uniform3-*", "public-exp2-*")]
    public void Projects(string id)
    {
        var golden = GoldenCase.Get(id);
        var expected = golden.Expected;
        var agents = golden.Inputs.TryGetProperty("n", out var count) ? count.GetInt32() : 2;
        Prior prior = id.StartsWith("public-exp", StringComparison.Ordinal) ? new ExponentialPrior(1) : Unit;
        var cost = GoldenCase.Rational(golden.Inputs.GetProperty("c"));
        var exact = new ProvisionRule([.. Enumerable.Repeat((ContinuousPrior)prior, agents)], cost, default);
        var (share, isBalanced) = BalancingShare.Find(exact.Surplus, exact.IsExact, default);
        var numbers = exact.Numbers(share);
        Assert.True(isBalanced);
        Assert.Equal(0, numbers.Surplus.Value, 1e-12);
        var tolerance = exact.IsExact ? 1e-12 : 1e-9;
        Close("P_built", numbers.Chance.Value);
        Close("expected_welfare", numbers.Welfare.Value);
        Close("alpha", share.ToDouble());
        Close("lambda", (share / (Fraction.One - share)).ToDouble());
        Close("first_best_welfare", numbers.FirstBest.Value);
        Close("expected_payments_equal_cost", cost.ToDouble() * numbers.Chance.Value);
        Close("revenue_max_P_built", exact.Numbers(Fraction.One).Chance.Value);
        Close("revenue_max_profit", exact.Numbers(Fraction.One).Surplus.Value);
        Close("revenue_max_welfare", exact.Numbers(Fraction.One).Welfare.Value);

        void Close(string name, double actual)
        {
            if (expected.TryGetProperty(name, out var element))
            {
                Assert.True(Math.Abs(GoldenCase.Number(element) - actual) <= tolerance, FormattableString.Invariant($"{name}: expected {GoldenCase.Number(element):R}, actual {actual:R}"));
            }
        }
    }

    [Theory, Golden("public-power2-*")]
    public void A_project_for_types_that_are_not_uniform(string id)
    {
        var golden = GoldenCase.Get(id);
        var solved = Solve(Markets.Project(GoldenCase.Number(golden.Inputs.GetProperty("c")), Objective.SecondBest, new PowerPrior(2, 1), new PowerPrior(2, 1)));
        Assert.Equal(GoldenCase.Number(golden.Expected.GetProperty("alpha")), solved.Share.ToDouble(), 1e-8);
        Assert.Equal(GoldenCase.Number(golden.Expected.GetProperty("P_built")), solved.Numbers!.Chance.Value, 1e-8);
        Assert.Equal(GoldenCase.Number(golden.Expected.GetProperty("expected_welfare")), solved.Numbers.Welfare.Value, 1e-8);
    }

    [Fact]
    public void The_bridge_of_the_design()
    {
        var bridge = Solve(Markets.Project(1, Objective.SecondBest, Unit, Unit));
        Assert.Equal(new Fraction(5, 4), bridge.LeastSum);
        Assert.Equal(new Fraction(1, 2), bridge.Lambda);
        Assert.Equal(new Fraction(9, 64), bridge.Numbers!.Welfare.Exact);
        Assert.Equal(new Fraction(3, 2), Solve(Markets.Project(1, Objective.RevenueOptimal, Unit, Unit)).LeastSum);
    }

    private static SolvedProvision Solve(Problem problem) => (SolvedProvision)Solver.Solve(problem, CancellationToken.None);
}
