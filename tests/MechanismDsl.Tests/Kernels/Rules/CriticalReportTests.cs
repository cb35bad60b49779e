using MechanismDsl.Kernels;

namespace MechanismDsl.Tests.Kernels.Rules;

public class CriticalReportTests
{
    private sealed class Counter
    {
        public int Calls;
    }

    /// <summary>Served from a report on (a buyer), or up to it (a supplier).</summary>
    private readonly struct From<T>(T threshold, Counter? counter = null, bool isSupplier = false) : IWinTest<T>
        where T : IComparable<T>
    {
        public bool Wins(T report)
        {
            if (counter is not null)
            {
                counter.Calls++;
            }

            return isSupplier ? report.CompareTo(threshold) <= 0 : report.CompareTo(threshold) >= 0;
        }
    }

    [Fact]
    public void TheLeastDoubleIsFoundToTheLastBitWithinSixtyFourEvaluations()
    {
        var draws = new Draws(31);
        for (var instance = 0; instance < 20_000; instance++)
        {
            var (low, high) = (Report(draws), Report(draws));
            (low, high) = (Math.Min(low, high), Math.Max(low, high));
            var threshold = instance % 5 == 0 ? low : instance % 7 == 0 ? high : low + ((high - low) * draws.Uniform());
            var counter = new Counter();
            Assert.Equal(threshold, CriticalReport.Least(new From<double>(threshold, counter), low, high));
            Assert.InRange(counter.Calls, 0, 64);

            counter.Calls = 0;
            Assert.Equal(threshold, CriticalReport.Greatest(new From<double>(threshold, counter, isSupplier: true), low, high));
            Assert.InRange(counter.Calls, 0, 64);
        }
    }

    [Fact]
    public void AGuessDecidesTheTimeAndNotTheAnswer()
    {
        var draws = new Draws(32);
        for (var instance = 0; instance < 20_000; instance++)
        {
            var (low, high) = (instance % 3 == 0 ? 0 : Report(draws), ReportDomain.Highest);
            var threshold = Math.Max(low, Report(draws));
            var guess = (instance % 6) switch
            {
                0 => double.NaN,
                1 => double.PositiveInfinity,
                2 => -5,
                3 => Report(draws),
                4 => Math.BitIncrement(threshold),
                _ => threshold,
            };
            var counter = new Counter();
            Assert.Equal(threshold, CriticalReport.Least(new From<double>(threshold, counter), low, high, guess));
            Assert.InRange(counter.Calls, 0, instance % 6 >= 4 ? 4 : 130);
            counter.Calls = 0;
            Assert.Equal(threshold, CriticalReport.Greatest(new From<double>(threshold, counter, isSupplier: true), low, high, guess));
            Assert.InRange(counter.Calls, 0, instance % 6 >= 4 ? 5 : 130);
        }
    }

    [Fact]
    public void ReportsBelowZeroAndZeroItselfAreOrdinary()
    {
        Assert.Equal(0, CriticalReport.Least(new From<double>(0), -5, 5));
        Assert.False(double.IsNegative(CriticalReport.Least(new From<double>(0), -0.0, 5)));
        Assert.Equal(-3, CriticalReport.Least(new From<double>(-3), -5, 5));
        Assert.Equal(double.Epsilon, CriticalReport.Least(new From<double>(double.Epsilon), 0, 5));
        Assert.Equal(5, CriticalReport.Least(new From<double>(7), 5, 5));
        Assert.Equal(-double.Epsilon, CriticalReport.Greatest(new From<double>(-double.Epsilon, isSupplier: true), -5, 5));
    }

    [Fact]
    public void GridsAndListsAreExact()
    {
        var draws = new Draws(33);
        decimal[] units = [0.01m, 0.25m, 1m, 0.000000000001m];
        for (var instance = 0; instance < 5_000; instance++)
        {
            var unit = units[draws.Below(units.Length)];
            var steps = draws.Below(100_000);
            var threshold = draws.Below(steps + 1) * unit;
            var counter = new Counter();
            Assert.Equal(threshold, CriticalReport.Least(new From<decimal>(threshold, counter), 0m, steps * unit, unit));
            Assert.InRange(counter.Calls, 0, 18);
            Assert.Equal(threshold, CriticalReport.Greatest(new From<decimal>(threshold, isSupplier: true), 0m, steps * unit, unit));

            var whole = (long)(draws.Next() % 1_000_000_000_000_000);
            counter.Calls = 0;
            Assert.Equal(whole, CriticalReport.Least(new From<long>(whole, counter), 0, 1_000_000_000_000_000));
            Assert.InRange(counter.Calls, 0, 52);
            Assert.Equal(whole, CriticalReport.Greatest(new From<long>(whole, isSupplier: true), 0, 1_000_000_000_000_000));
        }

        double[] types = [1, 2, 5, 7.5];
        foreach (var threshold in types)
        {
            Assert.Equal(threshold, CriticalReport.Least(new From<double>(threshold), types, 7.5));
            Assert.Equal(threshold, CriticalReport.Greatest(new From<double>(threshold, isSupplier: true), types, 1.0));
        }

        Assert.Equal(5, CriticalReport.Least(new From<double>(2.5), types, 5.0));
        Assert.Throws<ArgumentException>(() => CriticalReport.Least(new From<double>(2), types, 3.0));
        Assert.Throws<ArgumentOutOfRangeException>(() => CriticalReport.Least(new From<decimal>(2), 0m, 3m, 0m));
        Assert.Equal(1e15m, CriticalReport.Least(new From<decimal>(1e15m), 0m, 1e15m, 0.000000000001m));
    }

    private static double Report(Draws draws) => draws.Below(4) switch
    {
        0 => draws.Uniform() * 100,
        1 => draws.Below(20),
        2 => draws.Uniform() * ReportDomain.Highest,
        _ => Math.ScaleB(draws.Uniform(), -draws.Below(1000)),
    };
}
