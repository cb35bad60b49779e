namespace MechanismDsl.Theory.Numbers;

/// <summary>The number of successes in independent trials with chances of their own (Poisson 1837), as probabilities of 0, 1, 2, …</summary>
internal static class SuccessCounts
{
    /// <summary>The probabilities after one trial more.</summary>
    /// <param name="counts">The probabilities before it; of no trial at all, <c>[1]</c>.</param>
    /// <param name="chance">The chance of its success, from 0 to 1.</param>
    public static double[] WithTrial(double[] counts, double chance)
    {
        var next = new double[counts.Length + 1];
        for (var count = 0; count < counts.Length; count++)
        {
            next[count] += counts[count] * (1 - chance);
            next[count + 1] += counts[count] * chance;
        }

        return next;
    }
}
