using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Partnerships;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.Tests.Partnerships;

public class PartnershipSolverTests
{
    private static readonly Prior[] Bounded =
    [
        new UniformPrior(0, 1), new UniformPrior(2, 5), new PowerPrior(2, 1), new BetaPrior(2, 3), new BetaPrior(.5, .5), new TriangularPrior(0, 1, 4),
        new HistogramPrior([0, 1, 3], [3, 1]), new TruncatedExponentialPrior(1, 2),
    ];

    [Fact]
    public void A_surplus_of_uniform_values_is_a_fraction()
    {
        var solved = Firms.Solve([.9, .1], new UniformPrior(0, 1));
        Assert.Equal(new Fractions.Fraction(-23, 300), solved.Surplus.Exact);
        Assert.Equal(-1, solved.Surplus.Sign);

        // Shifting all values changes nothing, stretching them stretches the surplus.
        Assert.Equal(new Fractions.Fraction(-23, 100), Firms.Solve([.9, .1], new UniformPrior(2, 5)).Surplus.Exact);

        // Σ αᵢ^(3/2) is rational for shares 4/9, 4/9, 1/9, and for perfect squares only.
        Assert.NotNull(Firms.Solve([.64, .36, 0], new UniformPrior(0, 1)).Surplus.Exact);
        Assert.Null(Firms.Solve([.5, .25, .25], new UniformPrior(0, 1)).Surplus.Exact);
    }

    [Fact]
    public void Fractions_agree_with_integrals()
    {
        foreach (var (one, other) in new[] { (new UniformPrior(0, 1), new UniformPrior(0, 2)), (new UniformPrior(0, 1), new UniformPrior(2, 3)), (new UniformPrior(1, 4), new UniformPrior(0, 2)) })
        {
            foreach (var share in new[] { 0, .1, .35, .5, .8, 1 })
            {
                var exact = Firms.Solve([share, 1 - share], one, other).Surplus;
                Assert.NotNull(exact.Exact);

                // The same distributions in a form that no closed form knows.
                var quadrature = Firms.Solve([share, 1 - share], Disguised(one), Disguised(other)).Surplus;
                Assert.Null(quadrature.Exact);
                Assert.Equal(exact.Value, quadrature.Value, 1e-9);
            }
        }

        static Prior Disguised(UniformPrior prior) => new HistogramPrior([prior.Low, (prior.Low + prior.High) / 2, prior.High], [1, 1]);
    }

    [Fact]
    public void Surplus_and_payments_are_those_of_the_definition()
    {
        foreach (var prior in Bounded)
        {
            foreach (var shares in new double[][] { [.5, .5], [.7, .3], [1, 0], [.5, .3, .2] })
            {
                Check(shares, prior);
            }
        }

        Check([.6, .4], new UniformPrior(0, 1), new UniformPrior(0, 2));
        Check([.3, .3, .4], new UniformPrior(0, 1), new TriangularPrior(0, 1, 2), new PowerPrior(3, 2));

        static void Check(double[] shares, params Prior[] priors)
        {
            var problem = Firms.Of(shares, priors);
            var solved = PartnershipSolver.Solve(problem, CancellationToken.None);
            var oracle = new PartnershipInterpreter(problem, 1000);
            Assert.Equal(oracle.Surplus, solved.Surplus.Value, 2e-3);
            Assert.Equal(0, solved.Partners.Sum(partner => partner.SidePayment), 1e-8);
            var all = PartnershipSolver.PriorsOf(problem);
            double[] values = [.. all.Select((prior, partner) => prior.Quantile(.3 + (.2 * partner)))];
            var (_, payments) = oracle.Run(values);
            double[] charges = [.. all.Select((_, partner) => PartnershipSolver.ChargeOf(all, partner, CancellationToken.None).At(values[partner]))];
            for (var partner = 0; partner < shares.Length; partner++)
            {
                var expected = charges[partner] - ((charges.Sum() - charges[partner]) / (shares.Length - 1)) + solved.Partners[partner].SidePayment;
                Assert.Equal(payments[partner], expected, 2e-3);
            }
        }
    }

    [Fact]
    public void Equal_shares_of_alike_partners_can_always_be_dissolved()
    {
        foreach (var prior in Bounded.Append(new ExponentialPrior(1)).Append(new LognormalPrior(0, 1)).Append(new GammaPrior(2, 1)))
        {
            for (var n = 2; n <= 4; n++)
            {
                var solved = Firms.Solve([.. Enumerable.Repeat(1.0 / n, n)], prior);
                Assert.Equal(1, solved.Surplus.Sign);
                Assert.Contains(solved.Evidence, evidence => evidence.Guarantee == Problems.Guarantee.InterimIndividuallyRational);
                Assert.All(solved.Partners, partner => Assert.Equal(0, partner.SidePayment, 1e-10));
            }

            // One owner of everything: a bilateral trade in which no gains can be had without a subsidy.
            Assert.Equal(-1, Firms.Solve([1, 0], prior).Surplus.Sign);
        }
    }

    [Fact]
    public void The_ends_of_the_admissible_shares_have_no_surplus()
    {
        foreach (var priors in new Prior[][] { [new BetaPrior(2, 3)], [new ExponentialPrior(1)], [new UniformPrior(0, 1), new UniformPrior(0, 2)], [new PowerPrior(2, 1), new UniformPrior(0, 1)] })
        {
            var interval = Firms.Solve([.5, .5], priors).Admissible!;
            Assert.InRange(interval.Low, 0, interval.High);
            foreach (var end in new[] { interval.Low, interval.High })
            {
                Assert.Equal(0, Firms.Solve([end, 1 - end], priors).Surplus.Value, 1e-8);
            }

            Assert.Equal(1, Firms.Solve([(interval.Low + interval.High) / 2, 1 - ((interval.Low + interval.High) / 2)], priors).Surplus.Sign);
        }

        // Values that cannot overlap: whoever owns the firm sells it at a price between them.
        var apart = Firms.Solve([.5, .5], new UniformPrior(0, 1), new UniformPrior(2, 3)).Admissible!;
        Assert.Equal((0, 1), (apart.Low, apart.High));
    }
}
