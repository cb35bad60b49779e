using Fractions;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.SingleParameter;

/// <summary>
/// A piecewise constant density in rational numbers. In a bin ψ(v) = 2v − c with c = To + Above/density and 1 − F(v) = density·(c − v), so that R is
/// quadratic there, and whether ψ falls at a joint is decided without round-off.
/// </summary>
internal sealed class RationalHistogram
{
    private readonly IReadOnlyList<Bin> _bins;

    private RationalHistogram(IReadOnlyList<Bin> bins) => _bins = bins;

    /// <summary>The prior as a histogram; null where its density is not piecewise constant.</summary>
    public static RationalHistogram? Of(ContinuousPrior prior)
    {
        if (Densities(prior) is not { } densities)
        {
            return null;
        }

        var total = densities.Aggregate(Fraction.Zero, (sum, step) => sum + step.Mass);
        var bins = new List<Bin>();
        var above = total;
        foreach (var step in densities)
        {
            above -= step.Mass;
            if (step.Density > 0)
            {
                bins.Add(new Bin(step.From, step.To, step.Density / total, above / total));
            }
        }

        return new RationalHistogram(bins);
    }

    /// <summary>Classifies and irons.</summary>
    /// <param name="prior">The prior that this histogram is.</param>
    public VirtualTypes ToVirtualTypes(ContinuousPrior prior)
    {
        var falls = Enumerable.Range(1, _bins.Count - 1).Where(IsFall).ToList();
        var runs = new List<MonotoneRun>();
        var first = 0;
        foreach (var next in falls.Append(_bins.Count))
        {
            var pieces = Enumerable.Range(first, next - first).Select(index => _bins[index].ToPiece()).ToEquatableArray();
            runs.Add(new MonotoneRun(pieces[0].From, pieces[^1].To, new ScoreCurve(pieces)));
            first = next;
        }

        var rough = Ironing.Join(prior, runs, CancellationToken.None);
        var blocks = rough.Pieces.OfType<ConstantPiece>().Select(Sharpen).ToEquatableArray();
        var isHazardMonotone = Enumerable.Range(1, _bins.Count - 1).All(index => !IsGap(index) && _bins[index].Density >= _bins[index - 1].Density);
        var regularity = new Regularity(
            falls.Count > 0 ? RegularityClass.Irregular : isHazardMonotone ? RegularityClass.MonotoneHazardRate : RegularityClass.Regular,
            RegularityBasis.Exact,
            _bins.Count == 1 ? "the density is constant" : "the virtual values at the steps of the density, compared as rational numbers",
            falls.Count > 0 ? Witness(falls[0]) : null,
            blocks);
        return new VirtualTypes(prior, regularity, Assemble(blocks));
    }

    /// <summary>Constant densities on intervals in order, not normalised; null where the density is of another form.</summary>
    private static List<Step>? Densities(ContinuousPrior prior) => prior switch
    {
        UniformPrior(var low, var high) => [new(Rationals.FromDecimal(low), Rationals.FromDecimal(high), 1)],
        HistogramPrior(var edges, var masses) => [.. masses.Select((mass, index) => Step.OfMass(edges[index], edges[index + 1], mass))],
        MirroredContinuousPrior(var original) => Densities(original) is { } steps
            ? [.. Enumerable.Reverse(steps).Select(step => new Step(step.To.Negate(), step.From.Negate(), step.Density))]
            : null,
        MixturePrior(var components, var weights) => Mixture(components, weights),
        _ => null,
    };

    private static List<Step>? Mixture(EquatableArray<ContinuousPrior> components, EquatableArray<double> weights)
    {
        var scaled = new List<Step>();
        for (var index = 0; index < components.Count; index++)
        {
            if (Densities(components[index]) is not { } steps)
            {
                return null;
            }

            var factor = Rationals.FromDecimal(weights[index]) / steps.Aggregate(Fraction.Zero, (sum, step) => sum + step.Mass);
            scaled.AddRange(steps.Select(step => step with { Density = step.Density * factor }));
        }

        var edges = scaled.SelectMany(step => new[] { step.From, step.To }).Distinct().OrderBy(edge => edge).ToList();
        return [.. edges.Zip(edges.Skip(1), (from, to) => new Step(
            from,
            to,
            scaled.Where(step => step.From <= from && step.To >= to).Aggregate(Fraction.Zero, (sum, step) => sum + step.Density)))];
    }

    private bool IsGap(int index) => _bins[index - 1].To < _bins[index].From;

    private bool IsFall(int index) => IsGap(index) || _bins[index - 1].Virtual(_bins[index - 1].To) > _bins[index].Virtual(_bins[index].From);

    /// <summary>Two types around the joint below the bin, the lower one with the higher virtual value; inside a gap it is −∞.</summary>
    private TypeInterval Witness(int index)
    {
        var (left, right) = (_bins[index - 1], _bins[index]);
        var half = (left.To - left.From) / 2;
        if (IsGap(index))
        {
            return new(Rationals.ToNearest(left.To - half), Rationals.ToNearest((left.To + right.From) / 2));
        }

        var quarterFall = (left.Virtual(left.To) - right.Virtual(right.From)) / 4;
        return new(Rationals.ToNearest(left.To - (quarterFall < half ? quarterFall : half)), Rationals.ToNearest(right.From));
    }

    /// <summary>
    /// The level of a block whose ends are known up to round-off, as the root of the quadratic with rational coefficients that belongs to the kind
    /// of the block: bitangent, tangent from a corner, or chord. The integral of <see cref="Ironing"/> is h(left end) − h(right end), where an end that floats
    /// in a bin has h = density·(c − φ)²/4, and one that is held at x has h = (1 − F(x))·(x − φ).
    /// </summary>
    private IronedBlock Sharpen(ConstantPiece rough)
    {
        var left = End(rough.From);
        var right = End(rough.To);
        var a = left.Square - right.Square;
        var b = left.Linear - right.Linear;
        var c = left.Constant - right.Constant;
        double level;
        if (a.IsZero)
        {
            level = Rationals.ToNearest(c.Negate() / b);
        }
        else
        {
            // The numerically stable pair of roots; the discriminant is exact, and not negative because the block exists.
            var root = Math.Sqrt(Math.Max(0, Rationals.ToNearest((b * b) - (4 * a * c))));
            var half = -(Rationals.ToNearest(b) + (b < 0 ? -root : root)) / 2;
            var one = half / Rationals.ToNearest(a);
            var other = half == 0 ? one : Rationals.ToNearest(c) / half;
            level = Math.Abs(one - rough.Score) <= Math.Abs(other - rough.Score) ? one : other;
        }

        return new IronedBlock(left.At(level), right.At(level), level);
    }

    private BlockEnd End(double type)
    {
        foreach (var bin in _bins)
        {
            var (from, to) = (Rationals.ToNearest(bin.From), Rationals.ToNearest(bin.To));
            if (type > from && type < to)
            {
                return BlockEnd.Floating(bin);
            }

            if (type == from || type == to)
            {
                return BlockEnd.Held(type == from ? bin.From : bin.To, type == from ? bin.Above + (bin.Density * (bin.To - bin.From)) : bin.Above);
            }
        }

        throw new ArgumentOutOfRangeException(nameof(type), type, "The end of a block lies in the support.");
    }

    /// <summary>The bins' own virtual values outside the blocks; the last piece goes on above the support.</summary>
    private ScoreCurve Assemble(EquatableArray<IronedBlock> blocks)
    {
        var raw = new ScoreCurve(_bins.Select(bin => bin.ToPiece()).ToEquatableArray());
        var pieces = new List<ScorePiece>();
        var from = raw.From;
        foreach (var block in blocks)
        {
            pieces.AddRange(raw.Between(from, block.From));
            pieces.Add(new ConstantPiece(block.From, block.To, block.Score));
            from = block.To;
        }

        pieces.AddRange(raw.Between(from, double.PositiveInfinity));
        pieces[^1] = pieces[^1] with { To = double.PositiveInfinity };
        return new ScoreCurve(pieces.ToEquatableArray()).Normalise();
    }

    private readonly record struct Step(Fraction From, Fraction To, Fraction Density)
    {
        public Fraction Mass => Density * (To - From);

        public static Step OfMass(double from, double to, double mass)
        {
            var (low, high) = (Rationals.FromDecimal(from), Rationals.FromDecimal(to));
            return new Step(low, high, Rationals.FromDecimal(mass) / (high - low));
        }
    }

    private sealed record Bin(Fraction From, Fraction To, Fraction Density, Fraction Above)
    {
        public Fraction Offset => To + (Above / Density);

        public Fraction Virtual(Fraction value) => (2 * value) - Offset;

        public ScorePiece ToPiece() => new AffinePiece(Rationals.ToNearest(From), Rationals.ToNearest(To), 2, Rationals.ToNearest(Offset.Negate()));
    }

    /// <summary>One end of a block as the polynomial h(φ) = Square·φ² + Linear·φ + Constant, and its place at a level.</summary>
    private sealed record BlockEnd(Fraction Square, Fraction Linear, Fraction Constant, Func<double, double> At)
    {
        public static BlockEnd Floating(Bin bin)
        {
            var offset = Rationals.ToNearest(bin.Offset);
            return new(bin.Density / 4, (bin.Density * bin.Offset / 2).Negate(), bin.Density * bin.Offset * bin.Offset / 4, level => (level + offset) / 2);
        }

        public static BlockEnd Held(Fraction type, Fraction survival)
        {
            var place = Rationals.ToNearest(type);
            return new(Fraction.Zero, survival.Negate(), survival * type, _ => place);
        }
    }
}
