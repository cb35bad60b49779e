namespace MechanismDsl.Tests.Kernels;

/// <summary>The auction of scores by its definition, for curves of any form; types are values, or minus costs.</summary>
internal static class ScoreRules
{
    /// <summary>−1 if nobody reaches the lowest type that is served.</summary>
    public static int Winner(double[] types, double[] lowest, Func<int, double, double> score)
    {
        var winner = -1;
        for (var agent = 0; agent < types.Length; agent++)
        {
            if (types[agent] >= lowest[agent] && (winner < 0 || score(agent, types[agent]) > score(winner, types[winner])))
            {
                winner = agent;
            }
        }

        return winner;
    }

    /// <summary>The infimum of the winner's types that win, by bisection between 'does not win' and its own type.</summary>
    public static double Threshold(double[] types, double[] lowest, Func<int, double, double> score, int winner, double lowestType)
    {
        bool Wins(double type)
        {
            var changed = (double[])types.Clone();
            changed[winner] = type;
            return Winner(changed, lowest, score) == winner;
        }

        if (Wins(lowestType))
        {
            return lowestType;
        }

        var (below, above) = (lowestType, types[winner]);
        for (var step = 0; step < 200 && below < above; step++)
        {
            var middle = below + ((above - below) / 2);
            if (middle == below || middle == above)
            {
                break;
            }

            (below, above) = Wins(middle) ? (below, middle) : (middle, above);
        }

        return above;
    }

    public static void AssertClose(double expected, double actual, double tolerance = 1e-12) =>
        Assert.True(Math.Abs(expected - actual) <= tolerance * Math.Max(1, Math.Abs(expected)), $"{actual:R}, expected {expected:R}");
}
