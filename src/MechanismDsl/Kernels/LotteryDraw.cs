namespace MechanismDsl.Kernels;

/// <summary>Draws from finitely many probabilities.</summary>
public static class LotteryDraw
{
    /// <summary>The place that a number drawn evenly from [0, 1) stands for.</summary>
    /// <param name="chances">Probabilities, from 0 to 1, with a sum of at most 1 up to rounding.</param>
    /// <param name="uniform">At least 0 and below 1.</param>
    /// <returns>
    /// The first place whose probability and those before it sum to more than the number. Where they never do: the last place with a probability if they sum to 1 up
    /// to rounding, otherwise −1, which is what nobody was drawn for.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is not in [0, 1).</exception>
    public static int Of(ReadOnlySpan<double> chances, double uniform)
    {
        if (!(uniform >= 0 && uniform < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(uniform), uniform, "A draw is a number from 0 to below 1.");
        }

        var (sum, last) = (0.0, -1);
        for (var place = 0; place < chances.Length; place++)
        {
            if (chances[place] > 0)
            {
                sum += chances[place];
                last = place;
                if (uniform < sum)
                {
                    return place;
                }
            }
        }

        // Rounding loses less than this of a sum of one.
        return sum > 1 - 1e-12 ? last : -1;
    }
}
