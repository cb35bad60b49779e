using System.Globalization;

namespace MechanismDsl.Proofs.Real.Intervals;

/// <summary>
/// A set of numbers that encloses both what a program computes with doubles and what the same formula is in real arithmetic: all numbers from
/// <see cref="Low"/> to <see cref="High"/>, and NaN if <see cref="MayBeNaN"/>. Infinite ends count as values that can occur.
/// </summary>
/// <remarks>Outward rounding keeps both promises at once, because rounding to nearest is monotone (Moore 1966; Rump 2010).</remarks>
internal readonly struct Interval : IEquatable<Interval>
{
    /// <summary>An interval.</summary>
    /// <param name="low">The lower end, not NaN.</param>
    /// <param name="high">The upper end, at least <paramref name="low"/>.</param>
    /// <param name="mayBeNaN">Whether NaN is possible too.</param>
    public Interval(double low, double high, bool mayBeNaN = false)
    {
        if (!(low <= high))
        {
            throw new ArgumentOutOfRangeException(nameof(low), string.Format(CultureInfo.InvariantCulture, "[{0}, {1}] is no interval.", low, high));
        }

        // Zero has one sign here: −0.0 in an end would leak into quotients.
        Low = low + 0.0;
        High = high + 0.0;
        MayBeNaN = mayBeNaN;
    }

    /// <summary>The lower end.</summary>
    public double Low { get; }

    /// <summary>The upper end.</summary>
    public double High { get; }

    /// <summary>Whether the result can be not a number: an undefined operation, or one on infinities.</summary>
    public bool MayBeNaN { get; }

    /// <summary>Every number and NaN: nothing is known.</summary>
    public static Interval Everything => new(double.NegativeInfinity, double.PositiveInfinity, mayBeNaN: true);

    /// <summary>Every number.</summary>
    public static Interval Line => new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>High − low, rounded up.</summary>
    public double Width => Low == High ? 0 : DirectedRounding.AddUp(High, -Low);

    /// <summary>A finite number in the middle; for unbounded intervals one far out.</summary>
    public double Middle
    {
        get
        {
            var low = Math.Max(Low, -double.MaxValue);
            var high = Math.Min(High, double.MaxValue);
            return Math.Min(high, Math.Max(low, (low / 2) + (high / 2)));
        }
    }

    /// <summary>Whether it is one number.</summary>
    public bool IsPoint => Low == High && !MayBeNaN;

    /// <summary>Whether both ends are finite and NaN is impossible.</summary>
    public bool IsFinite => !MayBeNaN && !double.IsInfinity(Low) && !double.IsInfinity(High);

    /// <summary>Exactly one double; NaN is the empty set of numbers together with NaN, which is enclosed by everything.</summary>
    public static Interval Of(double value) => double.IsNaN(value) ? Everything : new(value, value);

    /// <summary>
    /// A literal, which a program reads as the nearest double and real arithmetic as the decimal that is written: one double if both agree.
    /// </summary>
    public static Interval OfLiteral(double value)
    {
        if (Math.Abs(value) <= 9007199254740992 && Math.Floor(value) == value)
        {
            return Of(value);
        }

        return double.IsNaN(value) || double.IsInfinity(value) || Rationals.IsBinary(value)
            ? Of(value)
            : new(DirectedRounding.Below(value), DirectedRounding.Above(value));
    }

    /// <summary>Whether a number, or NaN, lies in it.</summary>
    public bool Contains(double value) => double.IsNaN(value) ? MayBeNaN : Low <= value && value <= High;

    /// <summary>The smallest interval around both.</summary>
    public Interval Join(Interval other) => new(Math.Min(Low, other.Low), Math.Max(High, other.High), MayBeNaN || other.MayBeNaN);

    /// <summary>What lies in both; null if nothing does.</summary>
    public Interval? Meet(Interval other)
    {
        var low = Math.Max(Low, other.Low);
        var high = Math.Min(High, other.High);
        return low <= high ? new Interval(low, high, MayBeNaN && other.MayBeNaN) : null;
    }

    /// <summary>The same numbers, and NaN if told so.</summary>
    public Interval OrNaN(bool mayBeNaN) => mayBeNaN && !MayBeNaN ? new(Low, High, mayBeNaN: true) : this;

    /// <summary>The same numbers without NaN.</summary>
    public Interval Numbers => new(Low, High);

    /// <inheritdoc/>
    public bool Equals(Interval other) => Low.Equals(other.Low) && High.Equals(other.High) && MayBeNaN == other.MayBeNaN;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Interval other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((Low.GetHashCode() * 31) + High.GetHashCode());

    /// <inheritdoc/>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "[{0:R}, {1:R}]{2}", Low, High, MayBeNaN ? " or NaN" : "");
}
