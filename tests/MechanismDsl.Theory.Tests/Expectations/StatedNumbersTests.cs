using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Tests.SingleParameter;

namespace MechanismDsl.Theory.Tests.Expectations;

public sealed class StatedNumbersTests
{
    [Fact]
    public void Quadrature_states_only_the_digits_that_it_settles()
    {
        // Two buyers behind a low reserve, as the mean of a virtual value that is a small difference of large numbers.
        const double Exponent = 2.3626373626373627, Reserve = 0.06382978723404255;
        var problem = SingleItem.Alike(Objective.Efficient, 2, new KumaraswamyPrior(Exponent, 3))
            .With((agent, _) => agent with { Reserve = new Reserve(Reserve, ReserveKind.Eager) });
        var stated = Assert.Single(problem.Solve().StatedNumbers).Revenue;

        // 2 r S(r) F(r) + ∫ v·2 S f dv with 30 digits, by mpmath.
        const double Exact = 0.395949138646886907655;
        Assert.NotEqual(Exact, stated);
        Assert.Equal(stated, Math.Round(stated, 14));
        Assert.Equal(Exact, stated, 1e-14);
    }

    [Fact]
    public void One_buyer_pays_the_reserve_without_any_quadrature()
    {
        const double Exponent = 2.3626373626373627, Reserve = 0.06382978723404255;
        var problem = SingleItem.Alike(Objective.Efficient, 1, new KumaraswamyPrior(Exponent, 3))
            .With((agent, _) => agent with { Reserve = new Reserve(Reserve, ReserveKind.Eager) });
        Assert.Equal(Reserve * Math.Pow(1 - Math.Pow(Reserve, Exponent), 3), Assert.Single(problem.Solve().Numbers).Revenue, 1e-16);
    }

    [Fact]
    public void Closed_forms_are_stated_as_they_are()
    {
        var auction = SingleItem.Alike(Objective.RevenueOptimal, 3, new UniformPrior(0, 1)).Solve();
        Assert.Equal(auction.Numbers, auction.StatedNumbers);
    }
}
