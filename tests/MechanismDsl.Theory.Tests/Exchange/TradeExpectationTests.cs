using MechanismDsl.Theory.Exchange;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Tests.Golden;
using Environment = MechanismDsl.Theory.Problems.Environment;

namespace MechanismDsl.Theory.Tests.Exchange;

public sealed class TradeExpectationTests
{
    private static readonly Prior Unit = new UniformPrior(0, 1);

    [Fact]
    public void Uniform_types_give_the_gains_of_Myerson_and_Satterthwaite()
    {
        Assert.Equal(new TradeNumbers(0.166666666666667, 0.166666666666667, 0.166666666666667), Of(Unit, Unit));

        // THEORY section 6: buyer on [1, 3], seller on [0, 2]: Clarke's deficit is 25/24; buyer on [2, 3], seller on [0, 1]: it is 2.
        Assert.Equal(25.0 / 24, Of(new UniformPrior(0, 2), new UniformPrior(1, 3))!.Subsidy, 1e-14);
        Assert.Equal(2, Of(Unit, new UniformPrior(2, 3))!.Subsidy);
        Assert.Equal(0, Of(new UniformPrior(2, 3), Unit)!.Gains);
    }

    [Theory]
    [Golden("amd-bilateral-*")]
    public void Finite_types_are_summed_exactly(string id)
    {
        var golden = GoldenCase.Get(id);
        var (seller, buyer) = (Types("seller"), Types("buyer"));
        var numbers = Of(seller, buyer)!;
        GoldenCase.Near(golden.Expected.GetProperty("first_best_gains"), numbers.FirstBest);
        Assert.Equal(numbers.FirstBest, numbers.Subsidy);

        DiscretePrior Types(string side)
        {
            var values = GoldenCase.Numbers(golden.Inputs.GetProperty(side));
            return new([.. values], [.. values.Select(_ => 1.0)]);
        }
    }

    [Fact]
    public void Quadrature_agrees_with_closed_forms()
    {
        // The same numbers where no prior is uniform to the program: a histogram of one bar is uniform, and a mixture of two halves is too.
        var bar = new HistogramPrior([0, 1], [1]);
        Assert.Equal(1.0 / 6, Of(bar, Unit)!.Gains, 1e-10);
        Assert.Equal(1.0 / 6, Of(Unit, bar)!.Gains, 1e-10);

        // Exponential value (rate 1), exponential cost (rate 1): E[max(v − c, 0)] = 1/2 by the lack of memory.
        Assert.Equal(.5, Of(new ExponentialPrior(1), new ExponentialPrior(1))!.Gains, 1e-9);

        // A sure cost of 1/2 and a uniform value: E[max(v − 1/2, 0)] = 1/8.
        Assert.Equal(.125, Of(new DiscretePrior([.5], [1]), Unit)!.Gains, 1e-10);
    }

    [Fact]
    public void A_fixed_price_keeps_what_lies_between()
    {
        // P(c ≤ 1/2) · E[(v − 1/2)⁺] + P(v ≥ 1/2) · E[(1/2 − c)⁺] = 1/8, of 1/6; without a subsidy (Hagerty and Rogerson 1987).
        Assert.Equal(new TradeNumbers(0.166666666666667, 0.125, 0), Of(Unit, Unit, .5));
        Assert.Equal(.125, Of(new HistogramPrior([0, 1], [1]), new HistogramPrior([0, 1], [1]), .5)!.Gains, 1e-10);
        Assert.Equal(0, Of(Unit, Unit, 1)!.Gains);

        // Of the profiles (1, 2), (1, 4), (3, 4) with gains 1, 3, 1 the price 3 keeps the last two, each of probability 1/4.
        Assert.Equal(1, Of(new DiscretePrior([1, 3], [1, 1]), new DiscretePrior([2, 4], [1, 1]), 3)!.Gains);
    }

    [Fact]
    public void Nothing_is_stated_where_nothing_is_known()
    {
        Assert.Null(Of(null, Unit));
        Assert.Null(Of(Unit, new ParetoPrior(1, 1)));
        Assert.Null(Of(new LogisticPrior(1, 1), Unit));
        Assert.Null(Of(Unit, Unit, money: new Money(MoneyKind.Decimal, 2)));
        Assert.Equal(1.25, Of(new DiscretePrior([1, 3], [1, 1]), new DiscretePrior([2, 4], [1, 1]), money: new Money(MoneyKind.Int64))!.Gains);
    }

    private static TradeNumbers? Of(Prior? seller, Prior? buyer, double? price = null, Money? money = null) => ExchangeSolver.Solve(
        new Problem
        {
            Environment = new Environment(EnvironmentName.BilateralTrade, Kernel.SingleParameter, new UnitTrades(), Absence.TakesOwnGood, new Ownership.EachSeller(), new SocialCost.PerServed(0)),
            Population = new Population.Named([new Agent("Seller", Side.Supplier, seller), new Agent("Buyer", Side.Buyer, buyer)]),
            Information = Information.IndependentPriors,
            Participation = Participation.Unspecified,
            Objective = price is null ? Objective.Efficient : Objective.FirstToAccept,
            Payments = price is { } posted ? new PaymentRule.Posted(posted) : new PaymentRule.Threshold(),
            Ties = TieBreaking.LowestIndex,
            Money = money ?? new Money(MoneyKind.Double),
            Claims = [],
        },
        CancellationToken.None).Numbers;
}
