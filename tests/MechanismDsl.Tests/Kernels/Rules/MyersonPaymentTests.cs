using MechanismDsl.Kernels;

namespace MechanismDsl.Tests.Kernels.Rules;

public class MyersonPaymentTests
{
    private readonly struct Curve<T>(Func<T, double> quantity) : IQuantityCurve<T>
    {
        public double Quantity(T report) => quantity(report);
    }

    private static Curve<double> Of(Func<double, double> quantity) => new(quantity);

    [Fact]
    public void UnitsCostTheReportsAtWhichTheyAreReached()
    {
        var draws = new Draws(41);
        for (var instance = 0; instance < 3_000; instance++)
        {
            var jumps = Enumerable.Range(0, draws.Below(6)).Select(_ => draws.Below(3) == 0 ? draws.Below(9) : draws.Uniform() * 10).Order().ToArray();
            var report = draws.Uniform() * 10;
            var gets = Of(x => jumps.Count(jump => x >= jump));
            Assert.Equal(jumps.Where(jump => jump <= report).Sum(), MyersonPayment.ForUnits(gets, 0, report), 1e-13);
            var supplies = Of(x => jumps.Count(jump => x <= jump));
            Assert.Equal(jumps.Where(jump => jump >= report).Sum(), MyersonPayment.ToSupplierForUnits(supplies, report, 10), 1e-13);
        }
    }

    [Fact]
    public void OneUnitCostsTheCriticalReportToTheLastBit()
    {
        var draws = new Draws(42);
        for (var instance = 0; instance < 2_000; instance++)
        {
            var jump = draws.Uniform() * 10;
            Assert.Equal(jump, MyersonPayment.ForUnits(Of(x => x >= jump ? 1 : 0), 0, 10));
            Assert.Equal(3 * jump, MyersonPayment.ForUnits(Of(x => x >= jump ? 3 : 0), 0, 10));
            Assert.Equal(jump, MyersonPayment.ToSupplierForUnits(Of(x => x <= jump ? 1 : 0), 0, 10));
        }

        Assert.Equal(2, MyersonPayment.ForUnits(Of(_ => 1), 2, 5));
        Assert.Equal(5, MyersonPayment.ToSupplierForUnits(Of(_ => 1), 2, 5));
        Assert.Equal(0, MyersonPayment.ForUnits(Of(_ => 0), 2, 5));
    }

    [Fact]
    public void OnAGridPaymentsEqualTheSumOverAllReports()
    {
        var draws = new Draws(43);
        for (var instance = 0; instance < 500; instance++)
        {
            var quantities = new double[41];
            for (var step = 1; step < quantities.Length; step++)
            {
                quantities[step] = quantities[step - 1] + (draws.Below(5) == 0 ? draws.Below(3) : 0);
            }

            var report = draws.Below(quantities.Length);
            var (rises, falls) = (0m, 0m);
            for (var step = 0; step < quantities.Length; step++)
            {
                rises += step <= report ? (decimal)(quantities[step] - (step == 0 ? 0 : quantities[step - 1])) * step * 0.25m : 0;
                falls += step >= report ? (decimal)(quantities[40 - step] - (step == 40 ? 0 : quantities[39 - step])) * step * 0.25m : 0;
            }

            Assert.Equal(rises, MyersonPayment.ForUnits(new Curve<decimal>(x => quantities[(int)(x / 0.25m)]), 0m, report * 0.25m, 0.25m));
            Assert.Equal(falls, MyersonPayment.ToSupplierForUnits(new Curve<decimal>(x => quantities[40 - (int)(x / 0.25m)]), report * 0.25m, 10m, 0.25m));
            Assert.Equal((long)(rises * 4), MyersonPayment.ForUnits(new Curve<long>(x => quantities[x]), 0L, report));
            Assert.Equal((long)(falls * 4), MyersonPayment.ToSupplierForUnits(new Curve<long>(x => quantities[40 - x]), report, 40L));
            long[] types = [.. Enumerable.Range(0, 41)];
            Assert.Equal((long)(rises * 4), MyersonPayment.ForTypes(new Curve<long>(x => quantities[x]), types, (long)report));
            Assert.Equal((long)(falls * 4), MyersonPayment.ToSupplierForTypes(new Curve<long>(x => quantities[40 - x]), types, (long)report));
        }
    }

    /// <summary>Curves with their integrals in closed form; payments are x·q(x) − ∫q.</summary>
    public static TheoryData<string, Func<double, double>, Func<double, double>> Chances => new()
    {
        // ∫ x/(x+40) = x − 40 ln(1 + x/40)
        { "proportional", x => x / (x + 40), x => x - (40 * Math.Log(1 + (x / 40))) },
        { "logistic", x => 1 / (1 + Math.Exp(-(x - 30) / 5)), x => 5 * (Math.Log(1 + Math.Exp((x - 30) / 5)) - Math.Log(1 + Math.Exp(-6))) },
        { "root", x => Math.Sqrt(x) / 20, x => Math.Pow(x, 1.5) / 30 },
        { "linear with a kink", x => Math.Min(1, x / 20), x => x < 20 ? x * x / 40 : 10 + (x - 20) },
        { "jump, then linear with a kink", x => x < 7.3 ? 0 : Math.Min(1, x / 20), x => x < 7.3 ? 0 : x < 20 ? ((x * x) - (7.3 * 7.3)) / 40 : ((400 - (7.3 * 7.3)) / 40) + x - 20 },
        { "three equal shares", x => x < 11 ? 0 : x < 33 ? 1.0 / 3 : x < 55 ? 2.0 / 3 : 1, x => (Math.Max(0, x - 11) + Math.Max(0, x - 33) + Math.Max(0, x - 55)) / 3 },
        { "a symmetric staircase", x => x < 45 ? 0 : x < 57 ? 0.5 : 1, x => (Math.Max(0, x - 45) + Math.Max(0, x - 57)) / 2 },
        { "smooth with two jumps", x => ((x / (x + 40)) + (x >= 3 ? 1 : 0) + (x >= 99.9 ? 1 : 0)) / 3, x => (x - (40 * Math.Log(1 + (x / 40))) + Math.Max(0, x - 3) + Math.Max(0, x - 99.9)) / 3 },
        { "a jump at the very end", x => x < 99.999999 ? x / 200 : 1, x => x < 99.999999 ? x * x / 400 : (99.999999 * 99.999999 / 400) + (x - 99.999999) },
        { "a narrow step", x => x < 50.00001 ? (x < 50 ? 0.25 : 0.5) : 0.75, x => 0.25 * (x + Math.Max(0, x - 50) + Math.Max(0, x - 50.00001)) },
        { "seven per cent everywhere", _ => 0.07, x => 0.07 * x },
    };

    [Theory]
    [MemberData(nameof(Chances))]
    public void ChancesCostTheirIntegral(string name, Func<double, double> chance, Func<double, double> integral)
    {
        Assert.NotEmpty(name);
        var draws = new Draws(44);
        for (var instance = 0; instance < 25; instance++)
        {
            var report = instance == 0 ? 100 : draws.Uniform() * 100;
            var expected = (report * chance(report)) - integral(report);
            Assert.Equal(expected, MyersonPayment.ForChance(Of(chance), 0, report), 1e-12 * Math.Max(1, report));

            // The mirrored curve of a supplier with cost c = 100 − x: c·q + ∫ from c to 100.
            var cost = 100 - report;
            var receipt = (cost * chance(100 - cost)) + integral(100 - cost);
            Assert.Equal(receipt, MyersonPayment.ToSupplierForChance(Of(c => chance(100 - c)), cost, 100), 1e-11);
        }
    }

    [Fact]
    public void NeitherPaymentNorReceiptLeavesItsBounds()
    {
        var draws = new Draws(45);
        for (var instance = 0; instance < 300; instance++)
        {
            var jumps = Enumerable.Range(0, 12).Select(_ => draws.Uniform()).Order().ToArray();
            var slope = draws.Uniform();
            var curve = Of(x => ((jumps.Count(jump => x >= jump) / 12.0) + (slope * x)) / 2);
            var report = draws.Uniform();
            var payment = MyersonPayment.ForChance(curve, 0, report);
            Assert.InRange(payment, 0, report * curve.Quantity(report));
            var expected = ((jumps.Where(jump => jump <= report).Sum() / 12) + (slope * report * report / 2)) / 2;
            Assert.Equal(expected, payment, 1e-13);
        }
    }

    [Fact]
    public void ALargeDomainIsNoObstacle()
    {
        // Up to a cost of 20 the chance falls, and then it is zero for all of the 10^15 that are left.
        var receipt = MyersonPayment.ToSupplierForChance(Of(c => Math.Max(0, 1 - (c / 20))), 5, 1e15);
        Assert.Equal((5 * 0.75) + (0.5 * 15 * 0.75), receipt, 1e-12);
    }

    [Fact]
    public void AGridThatCannotBeSummedSaysSo()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => MyersonPayment.ForUnits(new Curve<decimal>(x => (double)(x / 100_000m)), 0m, 100_000m, 0.01m));
        Assert.Contains("smaller domain", failure.Message, StringComparison.Ordinal);
    }
}
