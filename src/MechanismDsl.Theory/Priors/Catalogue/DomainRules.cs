namespace MechanismDsl.Theory.Priors;

/// <summary>The conditions from which the families' domains are made.</summary>
internal sealed class DomainRules(params string[] names)
{
    /// <summary>Amounts of money beyond this are not reports either; below its inverse, scales are not distinguished from 0.</summary>
    public const double LargestAmount = 1e15;

    /// <summary>Shapes within this range keep every quantity of every family inside the range of doubles with its digits.</summary>
    private const double SmallestShape = 1e-3;
    private const double LargestShape = 1e6;

    /// <summary>An interval narrower than this part of its ends has too few doubles inside to be a continuum.</summary>
    private const double NarrowestInterval = 1e-9;

    /// <summary>A finite amount of money of either sign.</summary>
    public DomainRule Amount(int index) => Within(index, -LargestAmount, LargestAmount, "a number from -1E15 to 1E15");

    /// <summary>A positive amount of money.</summary>
    public DomainRule PositiveAmount(int index) => Positive(index, 1 / LargestAmount, LargestAmount, "from 1E-15 to 1E15");

    /// <summary>A positive shape.</summary>
    public DomainRule Shape(int index) => Positive(index, SmallestShape, LargestShape, "from 0.001 to 1000000");

    /// <summary>A number in a closed interval.</summary>
    public DomainRule Within(int index, double low, double high, string words) => new(
        index,
        [],
        values => values[index] >= low && values[index] <= high,
        _ => words,
        values => double.IsNaN(values[index]) || double.IsInfinity(values[index]) ? [] : [Set(values, index, values[index] < low ? low : high)]);

    /// <summary>A positive number in a closed interval; minus or zero is called by its name.</summary>
    public DomainRule Positive(int index, double low, double high, string words) => new(
        index,
        [],
        values => values[index] >= low && values[index] <= high,
        values => values[index] > 0 ? words : "positive",
        values => values[index] switch
        {
            double.PositiveInfinity or double.NegativeInfinity => [],
            > 0 => [Set(values, index, values[index] < low ? low : high)],
            < 0 => [Set(values, index, -values[index])],
            0 => [Set(values, index, 1)],
            _ => [],
        });

    /// <summary>The upper end lies above the lower end, far enough for an interval of doubles.</summary>
    public DomainRule Above(int index, int lower) => new(
        index,
        [lower],
        values => (values[index] - values[lower] > NarrowestInterval * Math.Max(Math.Abs(values[index]), Math.Abs(values[lower])) && values[index] - values[lower] >= 1 / LargestAmount)
            || (values[index] > values[lower] && double.IsInfinity(values[index] - values[lower])),
        values => values[index] > values[lower]
            ? $"above {Named(values, lower)} by at least {(values[index] - values[lower] < 1 / LargestAmount && values[lower] == 0 ? "1E-15" : "1E-9 of it")}"
            : $"above {Named(values, lower)}",
        values => values[index] < values[lower]
            ? [($"Swap {names[lower]} and {names[index]}", With(With(values, index, values[lower]), lower, values[index]))]
            : []);

    /// <summary>The parameter lies between two others, ends included.</summary>
    public DomainRule Between(int index, int lower, int upper) => new(
        index,
        [lower, upper],
        values => values[index] >= values[lower] && values[index] <= values[upper],
        values => $"from {Named(values, lower)} to {Named(values, upper)}",
        values => [Set(values, index, values[index] < values[lower] ? values[lower] : values[upper])]);

    /// <summary>A whole number.</summary>
    public DomainRule Whole(int index) => new(
        index,
        [],
        values => Math.Floor(values[index]) == values[index] && Math.Abs(values[index]) <= int.MaxValue,
        _ => "a whole number from -2147483647 to 2147483647",
        values => double.IsNaN(values[index]) || Math.Abs(values[index]) > int.MaxValue ? [] : [Set(values, index, Math.Round(values[index]))]);

    /// <summary>The upper end of a range of integers.</summary>
    public DomainRule AtLeast(int index, int lower, int maximumCount) => new(
        index,
        [lower],
        values => values[index] >= values[lower] && values[index] - values[lower] < maximumCount,
        values => values[index] < values[lower]
            ? $"at least {Named(values, lower)}"
            : $"at most {Numerals.Format(values[lower] + maximumCount - 1)}, so that there are at most {Numerals.Format(maximumCount)} values",
        values => values[index] < values[lower]
            ? [($"Swap {names[lower]} and {names[index]}", With(With(values, index, values[lower]), lower, values[index]))]
            : [Set(values, index, values[lower] + maximumCount - 1)]);

    /// <summary>The end of an interval that may be infinite.</summary>
    public DomainRule End(int index, double infinity) => new(
        index,
        [],
        values => values[index] == infinity || Math.Abs(values[index]) <= LargestAmount,
        _ => $"a number from -1E15 to 1E15, or {Numerals.Format(infinity)}",
        values => double.IsNaN(values[index]) ? [Set(values, index, infinity)] : []);

    private static double[] With(double[] values, int index, double value)
    {
        var copy = (double[])values.Clone();
        copy[index] = value;
        return copy;
    }

    private (string Title, double[] Values) Set(double[] values, int index, double value) =>
        ($"Set {names[index]} to {Numerals.Format(value)}", With(values, index, value));

    private string Named(double[] values, int index) => $"{names[index]} = {Numerals.Format(values[index])}";
}
