namespace MechanismDsl.Proofs.Terms;

/// <summary>The values that a term can have in the arithmetic of the program: all lie in [Low, High], or are NaN if that is possible.</summary>
/// <param name="Low">The lower end, −∞ if there is none.</param>
/// <param name="High">The upper end, at least <paramref name="Low"/>.</param>
/// <param name="MayBeNaN">Whether NaN cannot be excluded, or the value could depend on the sign of a zero.</param>
internal readonly record struct ValueRange(double Low, double High, bool MayBeNaN = false)
{
    /// <summary>All doubles with NaN.</summary>
    public static ValueRange Anything { get; } = new(double.NegativeInfinity, double.PositiveInfinity, MayBeNaN: true);

    /// <summary>Whether the range is one number.</summary>
    public bool IsPoint => Low == High && !MayBeNaN;

    /// <summary>Whether it holds neither NaN nor an infinity.</summary>
    public bool IsFinite => !MayBeNaN && !double.IsInfinity(Low) && !double.IsInfinity(High);

    /// <summary>Whether a number lies in it.</summary>
    public bool Contains(double value) => Low <= value && value <= High;

    /// <summary>Whether an infinity lies in it.</summary>
    public bool HasInfinity => double.IsInfinity(Low) || double.IsInfinity(High);

    /// <summary>The part that lies in [low, high]; the nearest end if there is none.</summary>
    public ValueRange Within(double low, double high)
    {
        var from = Math.Max(Low, low);
        var to = Math.Min(High, high);
        return new ValueRange(from, Math.Max(from, to), MayBeNaN);
    }

    /// <summary>The smallest range that contains both.</summary>
    public ValueRange Or(ValueRange other) => new(Math.Min(Low, other.Low), Math.Max(High, other.High), MayBeNaN || other.MayBeNaN);
}
