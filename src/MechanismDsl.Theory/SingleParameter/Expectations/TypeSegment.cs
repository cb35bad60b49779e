using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.SingleParameter.Expectations;

/// <summary>How a distribution behaves on a stretch of types.</summary>
internal enum SegmentKind
{
    /// <summary>A density: mass is spread over the open interval.</summary>
    Spread,

    /// <summary>No mass inside: reports are legal, types do not occur.</summary>
    Gap,

    /// <summary>One type of positive probability.</summary>
    Atom,
}

/// <summary>A stretch of types with the probabilities at its ends, counted from below and from above so that neither tail cancels.</summary>
/// <param name="Kind">Spread, gap or atom.</param>
/// <param name="From">First type.</param>
/// <param name="To">Last type; equal to From for an atom.</param>
/// <param name="Low">P(T &lt; stretch).</param>
/// <param name="High">P(T ≤ To−), for an atom P(T ≤ To).</param>
/// <param name="LowTail">P(T ≥ stretch).</param>
/// <param name="HighTail">P(T ≥ To), for an atom P(T &gt; To).</param>
internal readonly record struct TypeSegment(SegmentKind Kind, double From, double To, double Low, double High, double LowTail, double HighTail)
{
    /// <summary>P(T in the stretch).</summary>
    public double Mass => LowTail < 0.5 ? LowTail - HighTail : High - Low;

    /// <summary>
    /// The types from <paramref name="floor"/> to the upper end of the support, cut at the breakpoints of the distribution and at
    /// <paramref name="cuts"/>, in increasing order. Reports above the support never occur and are left out.
    /// </summary>
    public static List<TypeSegment> Cut(Prior types, double floor, IEnumerable<double> cuts)
    {
        var ends = new SortedSet<double>(types.Breakpoints.Concat(cuts).Where(end => end > floor && end < types.Upper)) { floor, types.Upper };
        if (types.Lower > floor)
        {
            ends.Add(types.Lower);
        }

        var segments = new List<TypeSegment>();
        if (floor > types.Upper)
        {
            return segments;
        }

        var previous = double.NaN;
        foreach (var end in ends)
        {
            if (!double.IsNaN(previous))
            {
                segments.Add(Between(types, previous, end));
            }

            var mass = types.MassAt(end);
            if (mass > 0)
            {
                segments.Add(new(
                    SegmentKind.Atom,
                    end,
                    end,
                    Distributions.Below(types, end),
                    Distributions.AtMost(types, end),
                    Distributions.AtLeast(types, end),
                    Distributions.Above(types, end)));
            }

            previous = end;
        }

        return segments;
    }

    private static TypeSegment Between(Prior types, double from, double to)
    {
        var segment = new TypeSegment(
            SegmentKind.Spread,
            from,
            to,
            Distributions.AtMost(types, from),
            Distributions.Below(types, to),
            Distributions.Above(types, from),
            Distributions.AtLeast(types, to));
        return types is AtomicPrior || segment.Mass <= 0 ? segment with { Kind = SegmentKind.Gap } : segment;
    }

    /// <summary>The type at a point of the stretch, given as shares of its mass counted from both ends.</summary>
    public double TypeAt(Prior types, double fromLow, double fromHigh)
    {
        var mass = Mass;
        var below = Low + (mass * fromLow);
        var above = HighTail + (mass * fromHigh);
        var type = below <= above ? types.Quantile(below) : types.UpperQuantile(above);
        return Math.Min(Math.Max(type, From), To);
    }
}
