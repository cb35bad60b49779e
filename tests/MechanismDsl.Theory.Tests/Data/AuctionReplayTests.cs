using CsCheck;
using MechanismDsl.Theory.Data;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.SingleParameter;

namespace MechanismDsl.Theory.Tests.Data;

public sealed class AuctionReplayTests
{
    private const int Highest = 12;

    /// <summary>Rules learnt from random whole numbers: second prices with a reserve, and ironed steps.</summary>
    private static readonly Gen<(ScoreCurve Curve, int Own)> Rules =
        Gen.Select(Gen.Int[0, Highest].Array[1, 8], Gen.Int[0, 5], Gen.Bool).Select((values, own, isIroned) =>
        {
            var grid = new TypeGrid(new BidSample("s", values.Select(value => (double)value).ToEquatableArray(), []), new DataOptions(Own: own));
            var curve = isIroned ? EmpiricalIroning.Of(grid, grid.Count(_ => true)) : ScoreCurve.Proportional(Math.Max(own, values[0]));
            return (curve, own);
        });

    [Theory]
    [InlineData(new double[] { 10, 8, 6, 4 }, 0, 8)]
    [InlineData(new double[] { 7 }, 0, 0)]
    [InlineData(new double[] { }, 0, 0)]
    [InlineData(new double[] { 10, 8 }, 9, 9)]
    [InlineData(new double[] { 9, 8 }, 9, 9)]
    [InlineData(new double[] { 8, 8.5 }, 9, 0)]
    [InlineData(new double[] { 8, 8 }, 0, 8)]
    public void Second_price_with_a_reserve(double[] bids, double reserve, double revenue) =>
        Assert.Equal(revenue, new AuctionReplay(ScoreCurve.Proportional(reserve), 0).Gain(bids));

    /// <summary>Bids and thresholds are whole numbers, so the lowest winning bid is found among whole and half numbers by trying.</summary>
    [Fact]
    public void The_winner_pays_the_lowest_type_at_which_it_still_wins() =>
        Gen.Select(Rules, Gen.Int[0, Highest + 2].Array[0, 5]).Sample((rule, bids) =>
        {
            double[] types = [.. bids.Select(bid => (double)bid)];
            var winner = Winner(rule.Curve, rule.Own, types);
            var expected = 0.0;
            if (winner >= 0)
            {
                var lowest = Enumerable.Range(0, (2 * Highest) + 8).Select(half => half / 2.0).First(own =>
                {
                    double[] deviated = [.. types];
                    deviated[winner] = own;
                    return Winner(rule.Curve, rule.Own, deviated) == winner;
                });

                // Just above a rival's whole number the half is the first that wins; the infimum is the whole number.
                expected = Math.Floor(lowest) - rule.Own;
            }

            Assert.Equal(expected, new AuctionReplay(rule.Curve, rule.Own).Gain(types));
        });

    /// <summary>The closed form against the average over every profile.</summary>
    [Fact]
    public void Expected_gain_is_the_mean_over_all_profiles() =>
        Gen.Select(Rules, Gen.Int[0, Highest + 2].HashSet[1, 4], Gen.Int[1, 3].Array[4], Gen.Int[1, 3]).Sample((rule, values, weights, bidders) =>
        {
            double[] types = [.. values.Order().Select(value => (double)value)];
            int[] counts = weights[..types.Length];
            double[] population = [.. types.SelectMany((type, index) => Enumerable.Repeat(type, counts[index]))];
            var replay = new AuctionReplay(rule.Curve, rule.Own);
            IEnumerable<double[]> profiles = [[]];
            for (var bidder = 0; bidder < bidders; bidder++)
            {
                profiles = profiles.SelectMany(profile => population.Select(type => (double[])[.. profile, type])).ToList();
            }

            Assert.Equal(profiles.Average(replay.Gain), replay.ExpectedGain(types, counts, bidders), 1e-10);
        }, iter: 300);

    /// <summary>Values 1, 2: P(both highest are 2) = 1 − 2⁻ⁿ(n + 1); a million bidders take no longer than two.</summary>
    [Theory]
    [InlineData(2, 1.25)]
    [InlineData(10, 2 - (11.0 / 1024))]
    [InlineData(1_000_000, 2)]
    public void Any_number_of_bidders(int bidders, double revenue) =>
        Close.Equal(revenue, new AuctionReplay(ScoreCurve.Proportional(0), 0).ExpectedGain([1, 2], [3, 3], bidders));

    private static int Winner(ScoreCurve curve, double cutoff, double[] types)
    {
        double[] scores = [.. types.Select(curve.Score)];
        return scores.Length == 0 || scores.Max() < cutoff || double.IsNegativeInfinity(scores.Max()) ? -1 : Array.IndexOf(scores, scores.Max());
    }
}
