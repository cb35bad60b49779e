using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.SingleParameter;

/// <summary>
/// The monotone runs of a virtual value without a piecewise affine form, found on a grid of types that is dense in probability, in value and towards
/// every end and breakpoint. A rise and fall between two grid points is missed, and so is a fall below <see cref="Noise"/>.
/// </summary>
internal sealed class VirtualValueScan
{
    /// <summary>A fall counts if it exceeds this share of |v| + (1 − F)/f: the special functions behind a prior are good to about 1e-13.</summary>
    private const double Noise = 1e-10;

    private readonly ContinuousPrior _prior;
    private readonly List<Sample> _samples = [];
    private readonly List<MonotoneRun> _runs = [];

    /// <summary>Scans a prior.</summary>
    public VirtualValueScan(ContinuousPrior prior, CancellationToken cancellation)
    {
        _prior = prior;
        double[] ends = [prior.Lower, .. prior.Breakpoints.Where(point => point > prior.Lower && point < prior.Upper), prior.Upper];
        for (var segment = 0; segment + 1 < ends.Length; segment++)
        {
            cancellation.ThrowIfCancellationRequested();
            AddSegment(ends[segment], ends[segment + 1], segment);
        }

        IsHazardMonotone = Enumerable.Range(1, _samples.Count - 1)
            .All(index => _samples[index].InverseHazard <= _samples[index - 1].InverseHazard + Tolerance(_samples[index - 1]));
        FindRuns(cancellation);
    }

    /// <summary>The runs in order; the virtual value falls between two of them.</summary>
    public IReadOnlyList<MonotoneRun> Runs => _runs;

    /// <summary>Two types around the first fall; null if none was found.</summary>
    public TypeInterval? FirstFall { get; private set; }

    /// <summary>True if no fall of the hazard rate was found.</summary>
    public bool IsHazardMonotone { get; }

    private static double Tolerance(Sample sample) =>
        Noise * (Math.Abs(sample.Type) + (double.IsInfinity(sample.InverseHazard) ? 0 : sample.InverseHazard));

    private void AddSegment(double from, double to, int segment)
    {
        if (Ironing.Mass(_prior, from, to) <= 0)
        {
            _samples.Add(new Sample(from + ((to - from) / 2), double.PositiveInfinity, segment, IsGap: true));
            return;
        }

        var types = ScanGrid.Of(_prior, from, to);
        var samples = types.Select(type => new Sample(type, _prior.InverseHazard(type), segment)).ToList();
        for (var pass = 0; pass < 2; pass++)
        {
            samples = Refine(samples, segment);
        }

        if (!double.IsInfinity(from))
        {
            _samples.Add(new Sample(from, _prior.InverseHazard(from), segment));
        }

        _samples.AddRange(samples);
        if (!double.IsInfinity(to))
        {
            var survival = _prior.Survival(to);
            _samples.Add(new Sample(to, survival <= 0 ? 0 : survival / _prior.LeftDensity(to), segment, IsLeftLimit: true));
        }
    }

    /// <summary>Puts more points where the slope has a low local minimum: there a short fall may hide.</summary>
    private List<Sample> Refine(List<Sample> samples, int segment)
    {
        const int Parts = 8;
        var refined = new List<Sample>(samples.Take(1));
        for (var index = 1; index < samples.Count; index++)
        {
            if (IsLow(index - 1) || IsLow(index) || IsLow(index + 1))
            {
                var (low, high) = (samples[index - 1].Type, samples[index].Type);
                for (var part = 1; part < Parts; part++)
                {
                    var type = low + ((high - low) * part / Parts);
                    refined.Add(new Sample(type, _prior.InverseHazard(type), segment));
                }
            }

            refined.Add(samples[index]);
        }

        return refined;

        bool IsLow(int index) => index >= 2 && index < samples.Count - 1 && Slope(index) < Slope(index - 1) / 2 && Slope(index) < Slope(index + 1) / 2;

        double Slope(int index) => (samples[index].Virtual - samples[index - 1].Virtual) / (samples[index].Type - samples[index - 1].Type);
    }

    /// <summary>Follows the samples upwards: from a peak down to the lowest point before the next rise, and on.</summary>
    private void FindRuns(CancellationToken cancellation)
    {
        var start = _prior.Lower;
        var peak = 0;
        var trough = -1;
        for (var index = 1; index < _samples.Count; index++)
        {
            cancellation.ThrowIfCancellationRequested();
            var sample = _samples[index];
            if (trough < 0)
            {
                if (sample.Virtual >= _samples[peak].Virtual)
                {
                    peak = index;
                }
                else if (_samples[peak].Virtual - sample.Virtual > Tolerance(_samples[peak]))
                {
                    trough = index;
                }
            }
            else if (sample.Virtual <= _samples[trough].Virtual)
            {
                trough = index;
            }
            else if (sample.Virtual - _samples[trough].Virtual > Tolerance(_samples[trough]))
            {
                start = AddRun(start, peak, trough, index);
                (peak, trough) = (index, -1);
            }
        }

        if (trough >= 0)
        {
            AddRun(start, peak, trough, _samples.Count);
            start = _prior.Upper;
        }

        _runs.Add(Run(start, _prior.Upper));
    }

    /// <summary>Adds the run that ends at a peak and returns the type at which the next one starts.</summary>
    private double AddRun(double start, int peak, int trough, int next)
    {
        var top = Extreme(peak, sign: 1);
        var bottom = _samples[trough].IsGap && next < _samples.Count ? _samples[next].Type : Extreme(trough, sign: -1);
        FirstFall ??= Witness(peak, trough);
        _runs.Add(Run(start, Math.Max(start, top)));
        return bottom;
    }

    /// <summary>Two types of one fall: the lowest one before the peak and the highest one behind the trough that keep half of the fall between them.</summary>
    private TypeInterval Witness(int peak, int trough)
    {
        var (top, bottom) = (_samples[peak].Virtual, _samples[trough].Virtual);
        var quarter = double.IsInfinity(bottom) ? Math.Abs(top) : (top - bottom) / 4;
        var from = peak;
        while (from > 0 && (_samples[from].IsLeftLimit || _samples[from - 1].Virtual >= top - quarter))
        {
            from--;
        }

        var to = trough;
        while (_samples[trough].IsLeftLimit && to > peak + 1 && (to == trough || _samples[to - 1].Virtual <= bottom + quarter))
        {
            to--;
        }

        return new TypeInterval(_samples[from].Type, _samples[to].Type);
    }

    private MonotoneRun Run(double from, double to) => from < to
        ? new MonotoneRun(from, to, new ScoreCurve([new VirtualPiece(from, to, _prior)]))
        : MonotoneRun.Point(from);

    /// <summary>The type of the extreme next to a sample, by golden section between its neighbours of the same segment (Kiefer 1953).</summary>
    private double Extreme(int index, int sign)
    {
        const int Steps = 80;
        var ratio = (Math.Sqrt(5) - 1) / 2;
        var sample = _samples[index];
        var low = index > 0 && _samples[index - 1].Segment == sample.Segment ? _samples[index - 1].Type : sample.Type;
        var high = index + 1 < _samples.Count && _samples[index + 1].Segment == sample.Segment ? _samples[index + 1].Type : sample.Type;
        for (var step = 0; step < Steps; step++)
        {
            var (left, right) = (high - (ratio * (high - low)), low + (ratio * (high - low)));
            if (sign * _prior.VirtualValue(left) >= sign * _prior.VirtualValue(right))
            {
                high = right;
            }
            else
            {
                low = left;
            }
        }

        var middle = low + ((high - low) / 2);
        return sign * _prior.VirtualValue(middle) > sign * sample.Virtual ? middle : sample.Type;
    }

    private sealed record Sample(double Type, double InverseHazard, int Segment, bool IsGap = false, bool IsLeftLimit = false)
    {
        public double Virtual => Type - InverseHazard;
    }
}
