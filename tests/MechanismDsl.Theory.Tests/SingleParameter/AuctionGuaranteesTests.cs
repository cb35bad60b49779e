using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;
using Environment = MechanismDsl.Theory.Problems.Environment;

namespace MechanismDsl.Theory.Tests.SingleParameter;

public sealed class AuctionGuaranteesTests
{
    /// <summary>ψ(t) = 2t − 1 goes on above U[0, 1]: with a seller's value of 3 the good would be sold from 2 on.</summary>
    [Theory]
    [InlineData(0, true)]
    [InlineData(.5, true)]
    [InlineData(1, true)]
    [InlineData(3, false)]
    public void No_deficit_is_promised_only_where_every_price_covers_the_sellers_value(double sellerValue, bool holds)
    {
        var auction = AuctionSolver.Solve(RevenueOptimal(sellerValue), CancellationToken.None);
        var evidence = auction.Evidence.Select(item => item.Guarantee);

        Assert.Equal(holds, evidence.Contains(Guarantee.NoDeficit));
        var outcome = new AuctionInterpreter(auction).Run([2.5, 0]);
        Assert.Equal(holds, outcome.Winner < 0 || outcome.Price >= sellerValue);
    }

    private static Problem RevenueOptimal(double sellerValue) => new()
    {
        Environment = new Environment(
            EnvironmentName.SingleItem,
            Kernel.SingleParameter,
            new ServeAtMost(1),
            Absence.Unserved,
            new Ownership.Platform(),
            new SocialCost.PerServed(sellerValue)),
        Population = new Population.Alike(1, null, new Agent(null, Side.Buyer, new UniformPrior(0, 1))),
        Information = Information.IndependentPriors,
        Participation = Participation.ExPost,
        Objective = Objective.RevenueOptimal,
        Payments = new PaymentRule.Threshold(),
        Ties = TieBreaking.LowestIndex,
        Money = new Money(MoneyKind.Double),
        Claims = [],
    };
}
