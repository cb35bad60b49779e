using CsCheck;
using MechanismDsl.Proofs.Evaluation;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Tests.Rules;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using static MechanismDsl.Proofs.Tests.Rules.RuleBuilder;

namespace MechanismDsl.Proofs.Tests.Evaluation;

public class ThresholdPaymentsTests
{
    private static EquatableArray<EquatableArray<Scalar>> Bids(params double[] bids) => [bids.Select(Scalar.Of).ToEquatableArray()];

    [Fact]
    public void CriticalReport_IsTheSmallestDoubleThatWins()
    {
        var payments = new ThresholdPayments(Systems.OfAllocation(CorpusAllocations.Argmax(), AllocationForm.Winner, 3));
        // Ties go to the lowest index: bidder 0 wins with the highest of the others, bidder 2 needs the next double.
        Assert.Equal(Scalar.Of(7.3), payments.CriticalReport(Bids(50, 7.3, 2), 0));
        Assert.Equal(Scalar.Of(Math.BitIncrement(7.3)), payments.CriticalReport(Bids(7.3, 2, 50), 2));
        Assert.Null(payments.CriticalReport(Bids(100, 2, 50), 2));
        Assert.Equal((7.3, 0), payments.PaymentOf(Bids(50, 7.3, 2), 0));
        Assert.Equal((0, 0), payments.PaymentOf(Bids(50, 7.3, 2), 1));
    }

    [Fact]
    public void CriticalReport_IsOnTheGrid()
    {
        var builder = new RuleBuilder("Double");
        var (bids, w) = (builder.Reports(ScalarKind.Decimal), builder.Local(ScalarKind.Int32));
        // The first bidder needs 1.5 times the second one's bid.
        var rule = builder.Build(w, Set(w, Ex.Choose(At(bids, 0) >= At(bids, 1) * 1.5m, 0, 1)));
        var system = Systems.OfAllocation(rule, AllocationForm.Winner, new AgentRange(2, 2), new Domain.Grid(0, 100, 2));
        Assert.Equal(Scalar.Of(5.01m), new ThresholdPayments(system).CriticalReport([[Scalar.Of(90m), Scalar.Of(3.34m)]], 0));
        Assert.Equal(Scalar.Of(5m), new ThresholdPayments(system).CriticalReport([[Scalar.Of(90m), Scalar.Of(3.33m)]], 0));
    }

    [Fact]
    public void Suppliers_ArePaidTheHighestCostThatStillServes()
    {
        var builder = new RuleBuilder("Cheapest");
        var (costs, w) = (builder.Reports(), builder.Local(ScalarKind.Int32));
        var rule = builder.Build(w, Set(w, Ex.Choose(At(costs, 0) <= At(costs, 1), Ex.Choose(At(costs, 0) <= 6.0, 0, -1), 1)));
        var system = Systems.OfAllocation(rule, AllocationForm.Winner, 2) with { Side = Side.Supplier };
        var payments = new ThresholdPayments(system);
        Assert.Equal((-4.5, 0), payments.PaymentOf(Bids(2, 4.5), 0));
        Assert.Equal((-6.0, 0), payments.PaymentOf(Bids(2, 50), 0));
        Assert.Equal(Scalar.Of(6.0), payments.CriticalReport(Bids(2, 50), 0));
    }

    [Fact]
    public void Units_ArePaidStepByStep()
    {
        // min(3, (int)(b[0] / 10)) units: one each from 10, 20 and 30 on.
        var builder = new RuleBuilder("Units");
        var (bids, units) = (builder.Reports(), builder.Local(ScalarKind.Int32, isArray: true));
        var rule = builder.Build(units, Refer(units, Zeros(ScalarKind.Int32, Length(bids))), Store(units, 0, (At(bids, 0) / 10.0).To(ScalarKind.Int32).Min(3)));
        var payments = new ThresholdPayments(Systems.OfAllocation(rule, AllocationForm.Units, 1) with { Supply = 3 });
        Assert.Equal((0, 0), payments.PaymentOf(Bids(9.99), 0));
        Assert.Equal((10, 0), payments.PaymentOf(Bids(10), 0));
        Assert.Equal((30, 0), payments.PaymentOf(Bids(29), 0));
        Assert.Equal((60, 0), payments.PaymentOf(Bids(100), 0));
    }

    [Fact]
    public void Lottery_PaysTheAreaAboveItsCurve()
    {
        // q(t) = t / (t + s) from the lower end l: v·q(v) − [(v − l) − s·ln((v + s) / (l + s))].
        var system = Systems.OfAllocation(CorpusAllocations.ProportionalLottery(), AllocationForm.Probability, 3, low: 0.01);
        var payments = new ThresholdPayments(system);
        Gen.Select(Gen.Double[0.01, 100], Gen.Double[0.01, 100], Gen.Double[0.01, 100]).Sample(
            (own, first, second) =>
            {
                var others = first + second;
                var exact = (own * own / (own + others)) - (own - 0.01 - (others * Math.Log((own + others) / (0.01 + others))));
                var (amount, error) = payments.PaymentOf(Bids(own, first, second), 0);
                Assert.InRange(error, 0, 1e-11 * own);
                Assert.InRange(Math.Abs(amount - exact), 0, error + (1e-13 * own));
            },
            iter: 200);
    }

    [Fact]
    public void LotteryWithJumps_IsIntegratedWithinItsErrorBound()
    {
        // A quarter from 20 on, a half from 60.1 on, and a smooth rise by b/400 up to a quarter.
        var builder = new RuleBuilder("Jumps");
        var (bids, share) = (builder.Reports(), builder.Local(ScalarKind.Double, isArray: true));
        Ex own = At(bids, 0);
        var rule = builder.Build(share,
            Refer(share, Zeros(ScalarKind.Double, Length(bids))),
            Store(share, 0, Ex.Choose(own < 20.0, 0.0, Ex.Choose(own < 60.1, 0.25, 0.5)) + (own / 400.0)));
        var payments = new ThresholdPayments(Systems.OfAllocation(rule, AllocationForm.Probability, 1));
        Gen.Double[0, 100].Sample(
            own =>
            {
                var exact = (own >= 20 ? 20 * 0.25 : 0) + (own >= 60.1 ? 60.1 * 0.25 : 0) + (own * own / 800);
                var (amount, error) = payments.PaymentOf(Bids(own), 0);
                Assert.InRange(error, 0, 1e-9);
                Assert.InRange(Math.Abs(amount - exact), 0, error + 1e-12);
            },
            iter: 200);
    }

    [Fact]
    public void Payments_AgreeWithCorrectPaymentRules()
    {
        foreach (var name in new[] { "SecondPrice", "SecondPriceReserve", "QualityCritical" })
        {
            var (allocation, payment, _, _) = CorpusPayments.All[name];
            var (rule, form, agents, low, _) = CorpusAllocations.All[allocation];
            var thresholds = new ThresholdPayments(Systems.OfAllocation(rule, form, agents, low));
            var own = new CompiledRule(payment);
            Gen.Double[0, 100].Array[agents].Sample(
                bids =>
                {
                    for (var agent = 0; agent < agents; agent++)
                    {
                        var expected = own.Execute(Bids(bids), agent).Values[0].AsDouble;
                        Assert.InRange(Math.Abs(thresholds.PaymentOf(Bids(bids), agent).Amount - expected), 0, 1e-13 * Math.Max(1, expected));
                    }
                },
                iter: 100);
        }
    }
}
