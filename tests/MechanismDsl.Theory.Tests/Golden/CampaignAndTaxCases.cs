using MechanismDsl.Theory.Crowdfunding;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Screening;
using Environment = MechanismDsl.Theory.Problems.Environment;

namespace MechanismDsl.Theory.Tests.Golden;

/// <summary>Topic 09: campaigns at a fixed price and the most profitable one; income taxes of finitely many and of uniform skills.</summary>
public sealed class CampaignAndTaxCases
{
    [Theory, Golden("crowdfunding-allornothing-P-*")]
    public void Fixed_price(string id)
    {
        var golden = GoldenCase.Get(id);
        var price = GoldenCase.Number(golden.Inputs.GetProperty("price"));
        var solved = CampaignSolver.Solve(
            ProblemOf(new Campaign(GoldenCase.Number(golden.Inputs.GetProperty("cost"))), Objective.FirstToAccept, new PaymentRule.Posted(price), golden.Inputs.GetProperty("N").GetInt32(), new UniformPrior(0, 1)), CancellationToken.None);
        Assert.Equal(golden.Expected.GetProperty("threshold_pledges").GetInt32(), solved.Pledges);
        GoldenCase.Near(golden.Expected.GetProperty("P_funded"), solved.Numbers!.Funded.Value);
        GoldenCase.Near(golden.Expected.GetProperty("expected_entrepreneur_profit"), solved.Numbers.Profit.Value);
        GoldenCase.Near(golden.Expected.GetProperty("expected_backer_surplus"), solved.Numbers.BackerSurplus!.Value);
        Assert.Contains(solved.Evidence, evidence => evidence.Guarantee == Guarantee.DominantStrategyIncentiveCompatible);
        Assert.Contains(solved.Evidence, evidence => evidence.Guarantee == Guarantee.ExPostIndividuallyRational);
    }

    [Theory, Golden("crowdfunding-optimal-P-*")]
    public void Most_profitable(string id)
    {
        var golden = GoldenCase.Get(id);
        var solved = CampaignSolver.Solve(
            ProblemOf(new Campaign(GoldenCase.Number(golden.Inputs.GetProperty("cost"))), Objective.RevenueOptimal, new PaymentRule.Threshold(), golden.Inputs.GetProperty("N").GetInt32(), new UniformPrior(0, 1)), CancellationToken.None);
        Assert.Equal(new Fractions.Fraction(37, 192), solved.Numbers!.Profit.Exact);
        GoldenCase.Near(golden.Expected.GetProperty("expected_profit"), solved.Numbers.Profit.Value);
    }

    [Theory, Golden("taxation-finite-*")]
    public void Finitely_many_skills(string id)
    {
        var golden = GoldenCase.Get(id);
        var skills = GoldenCase.Numbers(golden.Inputs.GetProperty("skills"));
        var solved = TaxationSolver.Solve(Tax(TaxObjective.Revenue, 1, new DiscretePrior(skills.ToEquatableArray(), skills.Select(_ => 1.0).ToEquatableArray())), CancellationToken.None);
        foreach (var (name, number) in new (string, Func<Bracket, Fractions.Fraction>)[]
        {
            ("output", bracket => bracket.Output), ("consumption", bracket => bracket.Consumption), ("tax", bracket => bracket.Tax),
            ("utility", bracket => bracket.Utility), ("marginal_tax_1_minus_q_over_theta2", bracket => bracket.MarginalTax),
        })
        {
            Assert.Equal(golden.Expected.GetProperty(name).EnumerateArray().Select(GoldenCase.Rational), solved.Brackets.Select(number));
        }

        Assert.Equal(GoldenCase.Rational(golden.Expected.GetProperty("expected_tax_revenue")), solved.Revenue.Exact);
    }

    [Theory, Golden("taxation-uniform-1-2")]
    public void Uniform_skills(string id)
    {
        var golden = GoldenCase.Get(id);
        var problem = Tax(TaxObjective.Revenue, 1, new UniformPrior(1, 2));
        var solved = TaxationSolver.Solve(problem, CancellationToken.None);
        var curve = TaxationSolver.CurveOf(problem, CancellationToken.None);
        Assert.Equal(GoldenCase.Number(golden.Expected.GetProperty("expected_tax_revenue")), solved.Revenue.Value, 1e-9);
        Assert.All(GoldenCase.Table(golden.Expected.GetProperty("output_at")), entry => Assert.Equal(entry.Value, curve.At(entry.Key), 1e-12));
        Assert.All(GoldenCase.Table(golden.Expected.GetProperty("marginal_tax_at")), entry => Assert.Equal(entry.Value, 1 - (curve.At(entry.Key) / (entry.Key * entry.Key)), 1e-12));
        Assert.Empty(solved.Bunches);
    }

    private static Problem Tax(TaxObjective objective, double weight, Prior prior) =>
        ProblemOf(new TaxSchedules(objective, weight), Objective.Efficient, new PaymentRule.Threshold(), null, prior);

    private static Problem ProblemOf(FeasibleSet feasible, Objective objective, PaymentRule payments, int? count, Prior prior) => new()
    {
        Environment = new Environment(feasible is Campaign ? EnvironmentName.Crowdfunding : EnvironmentName.Taxation, Kernel.SingleParameter, feasible, Absence.Unserved, new Ownership.Platform(), new SocialCost.PerServed(0)),
        Population = new Population.Alike(count ?? 0, count, new Agent(null, Side.Buyer, prior)),
        Information = Information.IndependentPriors,
        Participation = Participation.Unspecified,
        Objective = objective,
        Payments = payments,
        Ties = TieBreaking.LowestIndex,
        Money = new Money(MoneyKind.Double),
        Claims = [],
    };
}
