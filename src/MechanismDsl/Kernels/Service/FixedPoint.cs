namespace MechanismDsl.Kernels;

/// <summary>
/// Scores as whole multiples of a small unit, so that sums of them are exact: where sets of agents are compared by their sums, rounding must decide neither
/// who is served nor what is paid. Money with a grid is counted in its steps; doubles are multiples of 2⁻⁶⁴.
/// </summary>
/// <remarks>
/// A double of at least 2⁻¹² is such a multiple itself. Smaller ones, and the last digits of scores between 0 and 2⁻¹², are cut: the score that counts never
/// falls where the double rises, so a rule that maximises sums of such scores is monotone and its critical scores are exact (Myerson 1981, lemma 2).
/// </remarks>
public static class FixedPoint
{
    /// <summary>Binary digits behind the point.</summary>
    public const int Digits = 64;

    private const double Bound = 8.5e37;    // below 2^126

    /// <summary>The score of an agent that does not take part.</summary>
    public static Int128 Absent => Int128.MinValue;

    /// <summary>A double as a multiple of the unit; digits beyond it are cut. What is below −2¹²⁶ units, −∞ too, counts as that.</summary>
    /// <param name="score">The score; not NaN.</param>
    /// <param name="digits">Binary digits behind the point.</param>
    /// <exception cref="OverflowException">The score is NaN or too large.</exception>
    public static Int128 Of(double score, int digits = Digits)
    {
        var scaled = Math.ScaleB(score, digits);
        return scaled < Bound ? (Int128)Math.Floor(Math.Max(scaled, -Bound)) : throw new OverflowException("A score is NaN or too large to be added up exactly.");
    }

    /// <summary>The double nearest to a number of units.</summary>
    /// <param name="number">The number.</param>
    /// <param name="digits">Binary digits behind the point.</param>
    public static double ToDouble(Int128 number, int digits = Digits) => Math.ScaleB((double)number, -digits);

    /// <summary>The lowest double that is at least a number of units.</summary>
    /// <param name="number">The number.</param>
    /// <param name="digits">Binary digits behind the point.</param>
    public static double AtLeast(Int128 number, int digits = Digits)
    {
        var nearest = ToDouble(number, digits);
        return Of(nearest, digits) < number ? Math.BitIncrement(nearest) : nearest;
    }

    /// <summary>The highest double that is at most a number of units.</summary>
    /// <param name="number">The number.</param>
    /// <param name="digits">Binary digits behind the point.</param>
    public static double AtMost(Int128 number, int digits = Digits)
    {
        var nearest = ToDouble(number, digits);
        return Of(nearest, digits) > number ? Math.BitDecrement(nearest) : nearest;
    }

    /// <summary>The lowest step of the money's grid at which an agent meets, or exceeds, a critical score.</summary>
    /// <param name="critical">The critical score in units.</param>
    /// <param name="unitsPerStep">Units of the score in a step of the money.</param>
    /// <param name="mustExceed">Whether reaching the critical score is not enough.</param>
    public static Int128 LowestStep(Int128 critical, Int128 unitsPerStep, bool mustExceed)
    {
        var (quotient, rest) = Int128.DivRem(critical, unitsPerStep);
        var floor = rest < 0 ? quotient - 1 : quotient;
        return rest != 0 || mustExceed ? floor + 1 : floor;
    }

    /// <summary>Throws unless every sum of the scores of agents that take part can be told exactly.</summary>
    /// <param name="scores">One score an agent, <see cref="Absent"/> for those that do not take part.</param>
    /// <exception cref="OverflowException">Some sum is too large.</exception>
    internal static void CheckSums(ReadOnlySpan<Int128> scores)
    {
        var (above, below) = (Int128.Zero, Int128.Zero);
        foreach (var score in scores)
        {
            if (score == Absent)
            {
                continue;
            }

            above += score > 0 ? score : 0;
            below += score < 0 ? score : 0;
            if (above > Int128.MaxValue / 2 || below < Int128.MinValue / 2)
            {
                throw new OverflowException("The scores are too many and too large to be added up exactly.");
            }
        }
    }
}
