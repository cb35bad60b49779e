using CsCheck;
using MechanismDsl.Theory.Data;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Tests.Data;

public sealed class EmpiricalIroningTests
{
    /// <summary>The golden cases empirical-5 and empirical-8; only blocks of at least 0 are kept.</summary>
    [Theory]
    [InlineData(new double[] { 3, 7, 4, 9, 4 }, "4:1 7:5 9:9")]
    [InlineData(new double[] { 12, 5, 8, 8, 20, 21, 1, 9 }, "8:2 20:19 21:21")]
    public void Published_samples(double[] values, string blocks) =>
        IronedBlocks.AssertEqual(blocks, new BidSample("s", values.ToEquatableArray(), []), new DataOptions());

    /// <summary>The same cases: E[max ironed virtual value, 0] with one and two bidders.</summary>
    [Theory]
    [InlineData(new double[] { 3, 7, 4, 9, 4 }, 16.0 / 5, 124.0 / 25)]
    [InlineData(new double[] { 12, 5, 8, 8, 20, 21, 1, 9 }, 6.0, 313.0 / 32)]
    public void Published_optimal_revenue(double[] values, double one, double two)
    {
        var grid = new TypeGrid(new BidSample("s", values.ToEquatableArray(), []), new DataOptions());
        var counts = grid.Count(_ => true);
        var replay = new AuctionReplay(EmpiricalIroning.Of(grid, counts), 0);

        Close.Equal(one, replay.ExpectedGain(grid.Types, counts, 1));
        Close.Equal(two, replay.ExpectedGain(grid.Types, counts, 2));
    }

    /// <summary>2·3 = 3·2 = 6·1: three collinear points make one block of score 0, and it is served.</summary>
    [Fact]
    public void Collinear_points_are_one_block() => IronedBlocks.AssertEqual("2:0 6:6", new BidSample("s", [2, 3, 6], []), new DataOptions());

    [Fact]
    public void Numbers_beyond_the_range_of_a_double_when_scaled_are_no_problem() =>
        IronedBlocks.AssertEqual("1E+15:1E+15", new BidSample("s", [1e-300, 1e15, 1e15], []), new DataOptions());

    /// <summary>Against the min-max formula of isotonic regression: φ̄ₖ = max over a ≤ k of min over b ≥ k of the mean of φ over a … b.</summary>
    [Fact]
    public void Scores_are_the_isotonic_regression_of_the_virtual_values() =>
        Gen.Select(Gen.Int[0, 12].Array[1, 12], Gen.Int[-3, 6]).Sample((values, own) =>
        {
            var sample = new BidSample("s", values.Select(value => (double)value).ToEquatableArray(), []);
            var grid = new TypeGrid(sample, new DataOptions(Own: own));
            var counts = grid.Count(_ => true);
            var curve = EmpiricalIroning.Of(grid, counts);
            for (var index = 0; index < counts.Length; index++)
            {
                var ironed = Enumerable.Range(0, index + 1).Max(from => Enumerable.Range(index, counts.Length - index).Min(to => MeanVirtualValue(from, to)));
                if (ironed >= own - 1e-9)
                {
                    Assert.Equal(ironed, curve.Score(grid.Types[index]), 1e-9);
                }
                else
                {
                    Assert.Equal(double.NegativeInfinity, curve.Score(grid.Types[index]));
                }
            }

            // Σ φ·count over from … to telescopes to the difference of price·demand.
            double MeanVirtualValue(int from, int to) =>
                (Revenue(from) - Revenue(to + 1)) / (Demand(from) - Demand(to + 1));
            double Demand(int index) => counts.Skip(index).Sum();
            double Revenue(int index) => index < counts.Length ? grid.Types[index] * Demand(index) : 0;
        });
}
