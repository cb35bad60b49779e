using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Tests.SingleParameter;

namespace MechanismDsl.Theory.Tests.Expectations;

public sealed class StatedNumbersTests
{
    /// <summary>
    /// One buyer behind a low reserve pays r·(1 − F(r)) = r·(1 − r^a)³ exactly, but as the mean of a virtual value it is a small difference of
    /// large numbers, so that the quadrature settles fewer digits than 15.
    /// </summary>
    [Fact]
    public void Quadrature_states_only_the_digits_that_it_settles()
    {
        const double Exponent = 2.3626373626373627, Reserve = 0.06382978723404255;
        var problem = SingleItem.Alike(Objective.Efficient, 1, new KumaraswamyPrior(Exponent, 3))
            .With((agent, _) => agent with { Reserve = new Reserve(Reserve, ReserveKind.Eager) });
        var auction = problem.Solve();
        var exact = Reserve * Math.Pow(1 - Math.Pow(Reserve, Exponent), 3);

        var stated = Assert.Single(auction.StatedNumbers).Revenue;
        Assert.Equal(stated, Math.Round(stated, 11));
        Assert.Equal(Math.Round(exact, 10), Math.Round(stated, 10));
    }

    [Fact]
    public void Closed_forms_are_stated_as_they_are()
    {
        var auction = SingleItem.Alike(Objective.RevenueOptimal, 3, new UniformPrior(0, 1)).Solve();
        Assert.Equal(auction.Numbers, auction.StatedNumbers);
    }
}
