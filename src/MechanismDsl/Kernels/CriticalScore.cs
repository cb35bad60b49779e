namespace MechanismDsl.Kernels;

/// <summary>The score of one agent as a function of its report, all public numbers held fixed.</summary>
public interface IScoreCurve
{
    /// <summary>The score with this report.</summary>
    /// <param name="report">A report of the agent's domain.</param>
    double Score(double report);
}

/// <summary>The worst report whose score still wins: a <see cref="CriticalReport"/> that is found faster, because a score says by how much it wins or loses.</summary>
/// <remarks>
/// A few steps of the false-position method (Dowell and Jarratt 1971, the Illinois variant) come within rounding of the answer where the score is smooth, in
/// one step where it is affine; then neighbouring doubles are tried until the answer is exact. Where the score jumps, bisection over the doubles takes
/// over. No allocation.
/// </remarks>
public static class CriticalScore
{
    /// <summary>Steps before bisection takes over.</summary>
    private const int MostSteps = 12;

    /// <summary>The least report of a buyer whose score wins.</summary>
    /// <typeparam name="TScore">The score.</typeparam>
    /// <param name="score">The score, non-decreasing; called in [low, served].</param>
    /// <param name="low">The least report of the domain; finite.</param>
    /// <param name="served">The agent's report, which wins.</param>
    /// <param name="atServed">Its score.</param>
    /// <param name="target">The score that must be reached or exceeded; zero without a rival, because a score below zero never wins.</param>
    /// <param name="mustExceed">Whether it must be exceeded.</param>
    /// <returns>The least report that still wins, exact to the last bit.</returns>
    public static double Least<TScore>(scoped TScore score, double low, double served, double atServed, double target, bool mustExceed)
        where TScore : IScoreCurve, allows ref struct
    {
        var test = new Wins<TScore>(score, target, mustExceed);
        var atLow = score.Score(low);
        if (served <= low || ScoreContest<double>.WouldWin(atLow, target, mustExceed))
        {
            return low;
        }

        // Signed distances from the target at the ends; halved at an end that stays twice, so that it moves too.
        var (loses, below, wins, above) = (low + 0.0, atLow - target, served + 0.0, atServed - target);
        var (guess, side) = (double.NaN, 0);
        for (var step = 0; step < MostSteps; step++)
        {
            var next = loses + ((wins - loses) * (below / (below - above)));
            if (!(next > loses && next < wins))
            {
                // The step rounds to an end, so the answer is beside it. Without a slope (or without a number) there is nothing to guess.
                guess = next == loses || next == wins ? next : guess;
                break;
            }

            guess = next;
            var reached = score.Score(next);
            if (Math.Abs(reached - target) <= Close * Math.Abs(target))
            {
                break;
            }

            if (ScoreContest<double>.WouldWin(reached, target, mustExceed))
            {
                (wins, above, below, side) = (next, reached - target, side > 0 ? 0.5 * below : below, 1);
            }
            else
            {
                (loses, below, above, side) = (next, reached - target, side < 0 ? 0.5 * above : above, -1);
            }
        }

        return CriticalReport.Least(test, loses, wins, guess);
    }

    /// <summary>The greatest cost of a supplier whose score wins.</summary>
    /// <typeparam name="TScore">The score.</typeparam>
    /// <param name="score">The score, non-increasing in the cost; called in [served, high].</param>
    /// <param name="served">The agent's cost, which wins.</param>
    /// <param name="high">The highest cost of the domain; finite.</param>
    /// <param name="atServed">The score of <paramref name="served"/>.</param>
    /// <param name="target">The score that must be reached or exceeded.</param>
    /// <param name="mustExceed">Whether it must be exceeded.</param>
    /// <returns>The highest cost that still wins, exact to the last bit.</returns>
    public static double Greatest<TScore>(scoped TScore score, double served, double high, double atServed, double target, bool mustExceed)
        where TScore : IScoreCurve, allows ref struct =>
        0.0 - Least(new Mirrored<TScore>(score), -high, -served, atServed, target, mustExceed);

    /// <summary>A score this near the target, relatively, is within a few units in the last place of it.</summary>
    private const double Close = 1e-15;

    private readonly ref struct Wins<TScore>(TScore score, double target, bool mustExceed) : IWinTest<double>
        where TScore : IScoreCurve, allows ref struct
    {
        private readonly TScore _score = score;

        bool IWinTest<double>.Wins(double report) => ScoreContest<double>.WouldWin(_score.Score(report), target, mustExceed);
    }

    /// <summary>A supplier's score as a buyer's: its type is minus its cost.</summary>
    private readonly ref struct Mirrored<TScore>(TScore score) : IScoreCurve
        where TScore : IScoreCurve, allows ref struct
    {
        private readonly TScore _score = score;

        public double Score(double report) => _score.Score(0.0 - report);
    }
}
