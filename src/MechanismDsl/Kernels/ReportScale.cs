namespace MechanismDsl.Kernels;

/// <summary>The reports of a domain as an ordered set that can be halved: what bisection needs to know of it.</summary>
/// <typeparam name="TReport">The numbers of reports.</typeparam>
internal interface IReportScale<TReport>
{
    /// <summary>A report strictly between two others, with about as many reports below it as above it.</summary>
    /// <param name="low">The lower report.</param>
    /// <param name="high">The higher report.</param>
    /// <param name="middle">The report between them; undefined if there is none.</param>
    /// <returns>False if the two are neighbours or equal.</returns>
    bool TryMiddle(TReport low, TReport high, out TReport middle);
}

/// <summary>All doubles. Their bit patterns, read as integers, are in the order of the numbers, so that 64 halvings separate any two.</summary>
internal readonly struct DoubleScale : IReportScale<double>
{
    /// <summary>The place of a number among all doubles; neighbours differ by one. −0.0 is a place of its own below 0.</summary>
    public static long Rank(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        return bits ^ ((bits >> 63) & long.MaxValue);
    }

    /// <summary>The number at a place; −0.0 reads as 0.</summary>
    public static double At(long rank) => BitConverter.Int64BitsToDouble(rank ^ ((rank >> 63) & long.MaxValue)) + 0.0;

    /// <inheritdoc/>
    public bool TryMiddle(double low, double high, out double middle)
    {
        var (from, to) = (Rank(low + 0.0), Rank(high + 0.0));
        if (to <= from)
        {
            middle = low;
            return false;
        }

        // The distance of two ranks may exceed the range of signed integers.
        var rank = from + (long)(unchecked((ulong)(to - from)) >> 1);
        middle = At(rank);

        // The place of −0.0 reads as 0, which may be the upper end itself.
        return middle > low && middle < high;
    }
}

/// <summary>Whole numbers.</summary>
internal readonly struct WholeScale : IReportScale<long>
{
    /// <inheritdoc/>
    public bool TryMiddle(long low, long high, out long middle)
    {
        middle = low;
        if (high <= low)
        {
            return false;
        }

        middle = low + (long)(unchecked((ulong)(high - low)) >> 1);
        return middle > low;
    }
}

/// <summary>Decimals at equal distances.</summary>
/// <param name="unit">The distance of neighbours, positive.</param>
internal readonly struct GridScale(decimal unit) : IReportScale<decimal>
{
    /// <inheritdoc/>
    public bool TryMiddle(decimal low, decimal high, out decimal middle)
    {
        middle = low + (decimal.Floor((high - low) / (2 * unit)) * unit);
        return middle > low;
    }
}
