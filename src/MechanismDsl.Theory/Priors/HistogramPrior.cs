using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Priors;

/// <summary>
/// A piecewise constant density: Masses[k], normalised, spread evenly over [Edges[k], Edges[k+1]). A bin without mass is a gap of the
/// support, or shortens it at the ends.
/// </summary>
/// <param name="Edges">Finite, strictly increasing, one more than masses.</param>
/// <param name="Masses">Not negative, not all zero.</param>
public sealed record HistogramPrior(EquatableArray<double> Edges, EquatableArray<double> Masses) : ContinuousPrior
{
    /// <summary>The bins with positive mass, in order.</summary>
    public EquatableArray<HistogramBin> Bins => Table.Bins;

    /// <inheritdoc/>
    public override double Lower => Bins[0].From;

    /// <inheritdoc/>
    public override double Upper => Bins[Bins.Count - 1].To;

    /// <inheritdoc/>
    public override double Mean
    {
        get
        {
            var sum = new CompensatedSum();
            foreach (var bin in Bins)
            {
                sum.Add(bin.Mass * (bin.From + ((bin.To - bin.From) / 2)));
            }

            return sum.Value;
        }
    }

    /// <inheritdoc/>
    public override double Cdf(double value)
    {
        var bin = FirstEndingAfter(value);
        return bin is not { } found ? 1 : found.Below + (found.Mass * Share(value - found.From, found));
    }

    /// <inheritdoc/>
    public override double Survival(double value)
    {
        var bin = FirstEndingAfter(value);
        return bin is not { } found ? 0 : found.Above + (found.Mass * Share(found.To - value, found));
    }

    /// <inheritdoc/>
    public override double Quantile(double probability)
    {
        foreach (var bin in Bins)
        {
            if (bin.Below + bin.Mass >= probability || bin == Bins[Bins.Count - 1])
            {
                return bin.From + (Clamp((probability - bin.Below) / bin.Mass) * (bin.To - bin.From));
            }
        }

        return Upper;
    }

    /// <inheritdoc/>
    public override double UpperQuantile(double tail)
    {
        foreach (var bin in Bins)
        {
            if (bin.Above <= tail)
            {
                return bin.To - (Clamp((tail - bin.Above) / bin.Mass) * (bin.To - bin.From));
            }
        }

        return Upper;
    }

    /// <inheritdoc/>
    public override double Density(double value) =>
        value == Upper ? Bins[Bins.Count - 1].Density : FirstEndingAfter(value) is { } bin && value >= bin.From ? bin.Density : 0;

    /// <inheritdoc/>
    public override double LeftDensity(double value)
    {
        if (value == Lower)
        {
            return Bins[0].Density;
        }

        foreach (var bin in Bins)
        {
            if (value > bin.From && value <= bin.To)
            {
                return bin.Density;
            }
        }

        return 0;
    }

    /// <inheritdoc/>
    public override double InverseHazard(double value) =>
        FirstEndingAfter(value) is not { } bin ? 0 : value < bin.From ? double.PositiveInfinity : bin.To - value + (bin.Above / bin.Density);

    /// <inheritdoc/>
    public override double InverseReverseHazard(double value)
    {
        if (value <= Lower)
        {
            return 0;
        }

        var bin = value == Upper ? Bins[Bins.Count - 1] : FirstEndingAfter(value);
        return bin is { } found && value >= found.From ? value - found.From + (found.Below / found.Density) : double.PositiveInfinity;
    }

    /// <inheritdoc/>
    public override EquatableArray<double> Breakpoints => Table.Breakpoints;

    /// <summary>In a bin ψ(v) = 2v − (To + Above/density).</summary>
    public override EquatableArray<AffineInterval> AffineVirtualValue =>
        Bins.Select(bin => new AffineInterval(bin.From, bin.To, 2, -(bin.To + (bin.Above / bin.Density)))).ToEquatableArray();

    /// <summary>In a bin the virtual cost is 2c − (From − Below/density).</summary>
    public override EquatableArray<AffineInterval> AffineVirtualCost =>
        Bins.Select(bin => new AffineInterval(bin.From, bin.To, 2, (bin.Below / bin.Density) - bin.From)).ToEquatableArray();

    /// <inheritdoc/>
    public override string Describe() => $"Histogram({Numerals.List(Edges)}, {Numerals.List(Masses)})";

    private BinTable Table => Derived(this, static self => new BinTable(self.Edges, WeightTable.FromDecimals(self.Masses)));

    /// <summary>The bin in which the value lies, or the first one after it; null from the upper end on.</summary>
    private HistogramBin? FirstEndingAfter(double value)
    {
        var bins = Bins;
        var low = 0;
        var high = bins.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (bins[middle].To > value)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low < bins.Count ? bins[low] : null;
    }

    private static double Share(double length, HistogramBin bin) => Clamp(length / (bin.To - bin.From));

    private static double Clamp(double share) => Math.Min(Math.Max(share, 0), 1);

    private sealed class BinTable
    {
        public BinTable(EquatableArray<double> edges, WeightTable weights)
        {
            var bins = new List<HistogramBin>();
            for (var index = 0; index < weights.Masses.Count; index++)
            {
                if (weights.Masses[index] > 0)
                {
                    var below = index == 0 ? 0 : weights.Cumulative[index - 1];
                    bins.Add(new HistogramBin(edges[index], edges[index + 1], weights.Masses[index], below, weights.Tails[index]));
                }
            }

            Bins = bins.ToEquatableArray();
            Breakpoints = bins.SelectMany(bin => new[] { bin.From, bin.To }).Distinct().ToEquatableArray();
        }

        public EquatableArray<HistogramBin> Bins { get; }

        public EquatableArray<double> Breakpoints { get; }
    }
}

/// <summary>A bin of positive mass.</summary>
/// <param name="From">Lower end.</param>
/// <param name="To">Upper end.</param>
/// <param name="Mass">Probability of the bin.</param>
/// <param name="Below">Probability of all lower values.</param>
/// <param name="Above">Probability of all higher values.</param>
public readonly record struct HistogramBin(double From, double To, double Mass, double Below, double Above)
{
    /// <summary>The density inside.</summary>
    public double Density => Mass / (To - From);
}
