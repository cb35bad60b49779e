namespace MechanismDsl.Kernels;

/// <summary>How many reports of one side of the market lie above, inside and below a bracket.</summary>
internal readonly record struct Position(int Above, int Inside, int Below);

/// <summary>
/// The reports in [Low, High]. It is good if there are no more bids above it than costs in and below it, and no more costs below it than bids in and
/// above it: then the last efficient pair is in it, or has a report that is next to it.
/// </summary>
/// <remarks>
/// Call the numbers A (bids above), B (bids inside), C (costs below), S (costs inside). In a good bracket A ≤ C + S and C ≤ A + B, so pairs up to
/// max(A, C) trade (one of the two reports is beyond the bracket and the other is not) and pairs after min(A + B, C + S) do not.
/// </remarks>
internal readonly record struct Bracket(double Low, double High)
{
    /// <summary>All legal reports: always good.</summary>
    public static Bracket Everything => new(0, ReportDomain.Highest);

    /// <summary>The half with the lower numbers, in the order in which doubles are numbered.</summary>
    public Bracket LowerHalf()
    {
        var first = BitConverter.DoubleToInt64Bits(Low + 0.0);
        return this with { High = BitConverter.Int64BitsToDouble(first + ((BitConverter.DoubleToInt64Bits(High) - first) / 2)) };
    }

    /// <summary>This bracket if it is good; otherwise the part of the parent, a good bracket around it, that is.</summary>
    /// <param name="parent">A good bracket that contains this one.</param>
    /// <param name="bids">How all bids lie about this bracket.</param>
    /// <param name="costs">How all costs lie about this bracket.</param>
    public Bracket Within(Bracket parent, Position bids, Position costs) =>
        bids.Above > costs.Below + costs.Inside ? parent with { Low = Math.BitIncrement(High) }
        : costs.Below > bids.Above + bids.Inside ? parent with { High = Math.BitDecrement(Low) }
        : this;
}
