namespace MechanismDsl.Theory.SingleParameter;

/// <summary>
/// A longest interval of types [From, To) on which the virtual value never falls; From = To where it falls from the first type on, or to the last.
/// </summary>
/// <param name="From">First type.</param>
/// <param name="To">First type behind the run.</param>
/// <param name="Score">The virtual value on the run; no pieces if the run is a point.</param>
internal sealed record MonotoneRun(double From, double To, ScoreCurve Score)
{
    /// <summary>A run without length.</summary>
    public static MonotoneRun Point(double type) => new(type, type, new ScoreCurve([]));

    /// <summary>inf{t of the run : s(t) ≥ level}; <see cref="To"/> if there is none.</summary>
    public double LowestMeeting(double level) => Math.Min(Score.LowestMeeting(level), To);

    /// <summary>inf{t of the run : s(t) &gt; level}; <see cref="To"/> if there is none.</summary>
    public double LowestBeating(double level) => Math.Min(Score.LowestBeating(level), To);
}
