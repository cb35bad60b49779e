using CsCheck;
using Fractions;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.SingleParameter;

namespace MechanismDsl.Theory.Tests.SingleParameter;

/// <summary>Ironing of random priors against definitions: the concave hull on a dense grid, pool-adjacent-violators, preserved means.</summary>
public sealed class IroningPropertyTests
{
    private static readonly Gen<DiscretePrior> Atoms =
        Gen.Select(Gen.Int[0, 20], Gen.Int[1, 12]).Array[1, 9].Select(atoms =>
        {
            var distinct = atoms.GroupBy(atom => atom.Item1).OrderBy(group => group.Key).Select(group => group.First()).ToList();
            return new DiscretePrior(distinct.Select(atom => (double)atom.Item1).ToEquatableArray(), distinct.Select(atom => (double)atom.Item2).ToEquatableArray());
        });

    /// <summary>Small integers, so that equal densities, gaps and collinear corners are common.</summary>
    private static readonly Gen<HistogramPrior> Histograms =
        Gen.Select(Gen.Int[0, 3], Gen.Select(Gen.Int[1, 4], Gen.Int[0, 5]).Array[1, 7])
            .Where((_, bins) => bins.Any(bin => bin.Item2 > 0))
            .Select((start, bins) =>
            {
                var edges = new List<double> { start };
                foreach (var (width, _) in bins)
                {
                    edges.Add(edges[^1] + width);
                }

                return new HistogramPrior(edges.ToEquatableArray(), bins.Select(bin => (double)bin.Item2).ToEquatableArray());
            });

    private static readonly Gen<ContinuousPrior> Families = Gen.OneOf<ContinuousPrior>(
        Gen.Select(Gen.Double[.2, 4], Gen.Double[.5, 5]).Select((shape, scale) => (ContinuousPrior)new GammaPrior(shape, scale)),
        Gen.Select(Gen.Double[.3, 3], Gen.Double[.5, 5]).Select((exponent, high) => (ContinuousPrior)new PowerPrior(exponent, high)),
        Gen.Select(Gen.Double[-1, 1], Gen.Double[.2, 2]).Select((location, scale) => (ContinuousPrior)new LognormalPrior(location, scale)),
        Gen.Select(Gen.Double[0, 4], Gen.Double[.5, 3]).Select((low, width) => (ContinuousPrior)new UniformPrior(low, low + width)),
        Gen.Select(Gen.Double[.3, 4], Gen.Double[.3, 4]).Select((a, b) => (ContinuousPrior)new BetaPrior(a, b)),
        Gen.Select(Gen.Double[0, 4], Gen.Double[.1, 1]).Select((mean, deviation) => (ContinuousPrior)new TruncatedNormalPrior(mean, deviation, 0, 6)));

    private static readonly Gen<MixturePrior> Mixtures =
        Gen.Select(Families, Gen.Int[1, 5]).Array[2, 3].Select(parts =>
            new MixturePrior(parts.Select(part => part.Item1).ToEquatableArray(), parts.Select(part => (double)part.Item2).ToEquatableArray()));

    [Fact]
    public void Ironed_values_of_finite_types_are_pooled_adjacent_violators() => Atoms.Sample(prior =>
    {
        var types = FiniteTypes.Of(prior);
        Assert.Equal(PooledAdjacentViolators(types.Virtual, prior.ExactMasses), types.Ironed);
        Assert.Equal(
            types.Virtual.Zip(prior.ExactMasses, (value, mass) => value * mass).Aggregate(Fraction.Zero, (sum, term) => sum + term),
            types.Values[0]);

        // The hull lies on or above the curve, and is concave.
        var hull = types.HullPoints;
        Assert.All(types.RevenueCurve, point => Assert.True(Height(hull, point.Quantile) >= point.Revenue));
        var slopes = hull.Zip(hull.Skip(1), (left, right) => (right.Revenue - left.Revenue) / (right.Quantile - left.Quantile)).ToList();
        Assert.All(slopes.Zip(slopes.Skip(1)), pair => Assert.True(pair.First > pair.Second));
    }, iter: 100);

    [Fact]
    public void The_monopoly_price_of_finite_types_is_the_lowest_best_value() => Atoms.Sample(prior =>
    {
        var types = FiniteTypes.Of(prior);
        var best = types.RevenueCurve.Max(point => point.Revenue);
        var lowest = Enumerable.Range(0, prior.Values.Count).First(k => types.RevenueCurve[k].Revenue == best);
        Assert.Equal(prior.Values[lowest], types.ToVirtualTypes().MonopolyPrice());
    }, iter: 100);

    [Fact]
    public void The_curve_of_a_histogram_is_the_slope_of_the_hull() => Histograms.Sample(prior => CheckHull(prior, 1e-10), iter: 100);

    [Fact]
    public void A_mirrored_histogram_is_ironed_as_any_other() => Histograms.Sample(prior => CheckHull(prior.Mirrored(), 1e-10), iter: 50);

    [Fact]
    public void The_class_of_a_histogram_follows_from_its_densities() => Histograms.Sample(prior =>
    {
        var solved = VirtualTypes.Of(prior, default);
        var bins = prior.Bins;
        var falls = Enumerable.Range(1, bins.Count - 1).Any(index =>
            bins[index - 1].To < bins[index].From || bins[index].Above + bins[index].Mass is var tail && tail / bins[index].Density > (tail / bins[index - 1].Density) + 1e-12);
        var isRising = Enumerable.Range(1, bins.Count - 1).All(index => bins[index].Density >= bins[index - 1].Density - 1e-12);
        Assert.Equal(falls ? RegularityClass.Irregular : isRising ? RegularityClass.MonotoneHazardRate : RegularityClass.Regular, solved.Regularity.Class);
        Assert.Equal(falls, solved.Regularity.Ironed.Count > 0);
        CheckWitness(prior, solved.Regularity);
    }, iter: 100);

    [Fact]
    public void The_curve_of_a_mixture_is_the_slope_of_the_hull() => Mixtures.Sample(prior => CheckHull(prior, 1e-4), iter: 8);

    [Fact]
    public void Theorems_and_scan_agree() => Families.Sample(prior =>
    {
        foreach (var types in new[] { prior, prior.Mirrored() }.Where(types => RegularityTheorems.Of(types) is not null))
        {
            var theorem = RegularityTheorems.Of(types)!.Class;
            var scan = new VirtualValueScan(types, default);
            Assert.Equal(theorem == RegularityClass.Irregular, scan.FirstFall is not null);
            Assert.Equal(theorem == RegularityClass.MonotoneHazardRate, scan.IsHazardMonotone);
        }
    }, iter: 20);

    private static void CheckHull(ContinuousPrior prior, double tolerance)
    {
        var solved = VirtualTypes.Of(prior, default);
        var scale = Math.Max(Math.Abs(prior.Quantile(.01)), Math.Abs(prior.UpperQuantile(.01)));
        CheckWitness(prior, solved.Regularity);
        var pieces = solved.Score.Pieces;
        Assert.All(pieces.Zip(pieces.Skip(1)), joint => Assert.Equal(joint.First.To, joint.Second.From));
        foreach (var block in solved.Regularity.Ironed)
        {
            var to = Math.Min(block.To, prior.Upper);
            Assert.True(Math.Abs(Ironing.Excess(prior, block.From, to, block.Score)) <= 1e-12 * scale);
        }

        var grid = Grid(prior);
        var scores = grid.Select(solved.Score.Score).ToList();
        Assert.True(scores.Zip(scores.Skip(1)).All(pair => pair.First <= pair.Second + (1e-9 * (1 + Math.Abs(pair.First)))));
        var hull = GridHull(prior, grid);
        var edge = 1;
        var gridError = GridError(prior, grid, tolerance);
        foreach (var type in Enumerable.Reverse(grid))
        {
            while (edge + 1 < hull.Count && hull[edge].Quantile < prior.Survival(type))
            {
                edge++;
            }

            var block = solved.Regularity.Ironed.FirstOrDefault(block => block.From <= type && type < block.To);
            var height = block == default
                ? type * prior.Survival(type)
                : Math.Min(block.To, prior.Upper) is var to && double.IsPositiveInfinity(to)
                    ? prior.RevenueLimit + (block.Score * prior.Survival(type))
                    : (to * prior.Survival(to)) + (block.Score * Ironing.Mass(prior, type, to));
            var lower = Height(hull[edge - 1], hull[edge], prior.Survival(type));
            Assert.True(height >= lower - (tolerance * scale), FormattableString.Invariant($"at {type:R} the hull is at least {lower:R}, not {height:R}"));
            Assert.True(height <= lower + (tolerance * scale) + gridError, FormattableString.Invariant($"at {type:R} the hull is at most {lower:R} + {gridError:R}, not {height:R}"));
            Assert.True(height >= (type * prior.Survival(type)) - (1e-12 * scale));
        }
    }

    /// <summary>The hull through grid points lies below the true one by at most about the square of the step; histograms have their corners on the grid.</summary>
    private static double GridError(ContinuousPrior prior, List<double> grid, double tolerance) =>
        tolerance < 1e-9 ? 2 * grid.Zip(grid.Skip(1), (low, high) => Ironing.Mass(prior, low, high) * (high - low)).Max() : 0;

    private static void CheckWitness(ContinuousPrior prior, Regularity regularity)
    {
        if (regularity.Witness is { } witness)
        {
            Assert.True(witness.From < witness.To);
            Assert.True(prior.VirtualValue(witness.From) > prior.VirtualValue(witness.To));
        }

        Assert.Equal(regularity.Class == RegularityClass.Irregular, regularity.Witness is not null);
    }

    /// <summary>Even steps of value, of probability (shifted, so that no two points differ by round-off only), and the corners.</summary>
    private static List<double> Grid(ContinuousPrior prior)
    {
        const int Steps = 400;
        var low = double.IsInfinity(prior.Lower) ? prior.Quantile(1e-9) : prior.Lower;
        var high = double.IsInfinity(prior.Upper) ? prior.UpperQuantile(1e-9) : prior.Upper;
        return
        [
            .. Enumerable.Range(0, Steps).Select(step => prior.UpperQuantile((step + .37) / Steps))
                .Concat(Enumerable.Range(0, Steps).Select(step => low + ((high - low) * step / Steps)))
                .Concat(prior.Breakpoints).Where(type => type >= low && type < high).Distinct().Order(),
        ];
    }

    /// <summary>The upper hull of the revenue curve at the grid points, by the monotone chain.</summary>
    private static List<(double Quantile, double Revenue)> GridHull(ContinuousPrior prior, List<double> grid)
    {
        var top = double.IsPositiveInfinity(prior.Upper) ? prior.RevenueLimit : 0;
        var hull = new List<(double Quantile, double Revenue)> { (0, top) };
        foreach (var type in Enumerable.Reverse(grid))
        {
            var point = (Quantile: prior.Survival(type), Revenue: type * prior.Survival(type));
            while (hull.Count > 0 && hull[^1].Quantile == point.Quantile && hull[^1].Revenue <= point.Revenue)
            {
                hull.RemoveAt(hull.Count - 1);
            }

            if (hull.Count > 0 && hull[^1].Quantile == point.Quantile)
            {
                continue;
            }

            while (hull.Count > 1 && Cross(hull[^2], hull[^1], point) >= 0)
            {
                hull.RemoveAt(hull.Count - 1);
            }

            hull.Add(point);
        }

        return hull;

        static double Cross((double Quantile, double Revenue) a, (double Quantile, double Revenue) b, (double Quantile, double Revenue) c) =>
            ((b.Quantile - a.Quantile) * (c.Revenue - a.Revenue)) - ((b.Revenue - a.Revenue) * (c.Quantile - a.Quantile));
    }

    private static double Height((double Quantile, double Revenue) left, (double Quantile, double Revenue) right, double quantile) =>
        left.Revenue + ((right.Revenue - left.Revenue) * (quantile - left.Quantile) / (right.Quantile - left.Quantile));

    private static Fraction Height(EquatableArray<RevenuePoint> hull, Fraction quantile)
    {
        var right = hull.Select((point, index) => (point, index)).First(entry => entry.point.Quantile >= quantile).index;
        var (left, next) = (hull[right - 1], hull[right]);
        return left.Revenue + ((next.Revenue - left.Revenue) * (quantile - left.Quantile) / (next.Quantile - left.Quantile));
    }

    private static EquatableArray<Fraction> PooledAdjacentViolators(EquatableArray<Fraction> values, EquatableArray<Fraction> masses)
    {
        var pools = new List<(Fraction Sum, Fraction Mass, int Count)>();
        for (var k = 0; k < values.Count; k++)
        {
            var pool = (Sum: values[k] * masses[k], Mass: masses[k], Count: 1);
            while (pools.Count > 0 && pools[^1].Sum / pools[^1].Mass >= pool.Sum / pool.Mass)
            {
                pool = (pool.Sum + pools[^1].Sum, pool.Mass + pools[^1].Mass, pool.Count + pools[^1].Count);
                pools.RemoveAt(pools.Count - 1);
            }

            pools.Add(pool);
        }

        return pools.SelectMany(pool => Enumerable.Repeat(pool.Sum / pool.Mass, pool.Count)).ToEquatableArray();
    }
}
