using System.Diagnostics;
using System.Reflection;
using MechanismDsl.Kernels;

namespace MechanismDsl.Tests.Kernels;

/// <summary>No kernel allocates. Only meaningful in optimised code: in Debug the compiler itself makes arrays of constants.</summary>
public class AllocationTests
{
    private static readonly double[] Eight = [3, 1, 4, 1, 5, 9, 2, 6];
    private static readonly double[] Many = [.. new Draws(1).Reports(1000).Select(Math.Abs)];
    private static readonly AffineScores Affine = new([2, 2, 2, 2, 2, 2, 2, 2], [0, -1, -2, -3, -4, -5, -6, -7], new double[8]);
    private static readonly PiecewiseScores Piecewise = new(
        [1, 1, 1, 1, 1, 1, 1, 1], new double[8], [1, 1, 1, 1, 1, 1, 1, 1], new double[8], new double[8]);

    private static void RunRules()
    {
        CriticalReport.Least(default(HalfPriced), 0.0, 9.0);
        CriticalReport.Least(default(HalfPriced), 0.0, 9.0, 3.0);
        CriticalReport.Least(default(HalfPriced), 0m, 9m, 0.25m);
        MyersonPayment.ForUnits(default(HalfPriced), 0.0, 9.0);
        MyersonPayment.ForChance(default(HalfPriced), 0, 9);
        Span<RankedScore<double>> places = stackalloc RankedScore<double>[4];
        var ranking = new ScoreRanking<double>(places);
        var contest = new ScoreContest<double>();
        for (var agent = 0; agent < Eight.Length; agent++)
        {
            ranking.Enter(agent, agent, Eight[agent]);
            contest.Enter(agent, Eight[agent]);
        }
    }

    /// <summary>Served from 3.5 on; before that with some chance.</summary>
    private readonly struct HalfPriced : IQuantityCurve<double>, IWinTest<double>, IWinTest<decimal>
    {
        public double Quantity(double report) => report >= 3.5 ? 1 : 0;

        public bool Wins(double report) => report >= 3.5;

        public bool Wins(decimal report) => report >= 3.5m;
    }

    [Fact]
    public void KernelsAllocateNothing()
    {
        var sales = new Sale<double>[125];
        var grid = new Sale<decimal>[2];
        var winners = new int[125];
        var prices = new double[125];
        var probabilities = new double[8];
        var payments = new double[8];
        decimal[] money = [1.25m, 3, 2, 7];
        void RunAll()
        {
            SecondPrice.Run(Eight, 1);
            SecondPrice.Run(Many, 1);
            LowestCost.Run(Eight, 10);
            LowestCost.Run(Many, 10);
            SecondPrice.RunBatch(Many, 8, 1, sales);
            SecondPrice.RunColumns(Many, 1, winners, prices);
            LowestCost.RunBatch(Many, 8, 10, sales);
            LowestCost.RunColumns(Many, 10, winners, prices);
            GridSecondPrice.Run(money, 1m, 0.25m);
            GridLowestCost.RunBatch(money, 2, 9m, 0.25m, grid);
            SharedSecondPrice.Run(Eight, 1, probabilities, payments);
            SharedLowestCost.Run(Eight, 10, probabilities, payments);
            Affine.Run(Eight);
            Piecewise.Run(Eight);
            RunRules();
        }

        for (var warmUp = 0; warmUp < 100; warmUp++)
        {
            RunAll();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var run = 0; run < 100; run++)
        {
            RunAll();
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        if (IsOptimised)
        {
            Assert.Equal(0, allocated);
        }
    }

    private static bool IsOptimised =>
        typeof(SecondPrice).Assembly.GetCustomAttribute<DebuggableAttribute>() is not { IsJITOptimizerDisabled: true }
        && typeof(AllocationTests).Assembly.GetCustomAttribute<DebuggableAttribute>() is not { IsJITOptimizerDisabled: true };
}
