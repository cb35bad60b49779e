using MechanismDsl.Theory.SingleParameter;

namespace MechanismDsl.Theory.Data;

/// <summary>
/// What a rule gains from alike bidders: the best score that reaches the cutoff wins, the lowest index among equals, and the winner pays
/// inf{type : it would still win}. Everything in types, net of the cutoff.
/// </summary>
internal sealed class AuctionReplay(ScoreCurve curve, double cutoff)
{
    private readonly double _lowestServed = Math.Max(curve.From, curve.LowestMeeting(cutoff));

    /// <summary>The gain from one auction with these types, in the order of the bidders.</summary>
    public double Gain(IReadOnlyList<double> types)
    {
        var (winner, best, rival, rivalComesFirst) = (-1, double.NegativeInfinity, double.NegativeInfinity, false);
        for (var bidder = 0; bidder < types.Count; bidder++)
        {
            var score = Score(types[bidder]);
            if (score > best)
            {
                (rival, rivalComesFirst) = (best, winner >= 0);
                (winner, best) = (bidder, score);
            }
            else if (score > rival)
            {
                (rival, rivalComesFirst) = (score, false);
            }
        }

        // Of rivals with equal scores the first one seen is kept, so "comes first" is true if any of them precedes the winner.
        return winner < 0 ? 0 : Price(rival, rivalComesFirst) - cutoff;
    }

    /// <summary>
    /// The expected gain from <paramref name="bidders"/> bidders whose types are drawn independently from a sample, by summing over which score
    /// the best rival has and whether it precedes the winner. No sampling.
    /// </summary>
    /// <param name="types">Distinct types in increasing order.</param>
    /// <param name="counts">How often each occurs; 0 is allowed.</param>
    /// <param name="bidders">At least 1.</param>
    public double ExpectedGain(IReadOnlyList<double> types, IReadOnlyList<int> counts, int bidders)
    {
        var levels = Levels(types, counts, out var unserved);
        if (levels.Count == 0)
        {
            return 0;
        }

        var gain = MixedPowers(unserved, unserved, bidders) * (1 - unserved) * (_lowestServed - cutoff);
        var below = unserved;
        foreach (var (score, upTo) in levels)
        {
            // Summed over the bidders: the best rival has this score, and all who have it come later (a tie is won) or one comes first (a tie is lost).
            var tieWon = MixedPowers(below, upTo, bidders) - MixedPowers(below, below, bidders);
            var tieLost = MixedPowers(upTo, upTo, bidders) - MixedPowers(below, upTo, bidders);
            gain += tieWon * (1 - below) * (Price(score, rivalComesFirst: false) - cutoff);
            gain += upTo < 1 ? tieLost * (1 - upTo) * (Price(score, rivalComesFirst: true) - cutoff) : 0;
            below = upTo;
        }

        return gain;
    }

    /// <summary>Σ first^k · second^(count−1−k) over k = 0 … count − 1, by doubling: logarithmic time, sums of positive terms only.</summary>
    private static double MixedPowers(double first, double second, int count)
    {
        var (sum, firstPower, secondPower) = (0.0, 1.0, 1.0);
        for (var bit = 30; bit >= 0; bit--)
        {
            sum *= firstPower + secondPower;
            firstPower *= firstPower;
            secondPower *= secondPower;
            if ((count >> bit & 1) == 1)
            {
                sum = (sum * second) + firstPower;
                firstPower *= first;
                secondPower *= second;
            }
        }

        return sum;
    }

    private double Score(double type) => type >= _lowestServed ? curve.Score(type) : double.NegativeInfinity;

    private double Price(double rival, bool rivalComesFirst) =>
        double.IsNegativeInfinity(rival) ? _lowestServed
        : Math.Max(_lowestServed, rivalComesFirst ? curve.LowestBeating(rival) : curve.LowestMeeting(rival));

    /// <summary>The distinct scores of served types in increasing order, each with the part of the sample that scores at most as much.</summary>
    private List<(double Score, double UpTo)> Levels(IReadOnlyList<double> types, IReadOnlyList<int> counts, out double unserved)
    {
        var total = (double)counts.Sum();
        List<(double Score, double UpTo)> levels = [];
        var (seen, left) = (0, 0);
        for (var index = 0; index < types.Count; index++)
        {
            if (counts[index] == 0)
            {
                continue;
            }

            seen += counts[index];
            var score = Score(types[index]);
            if (double.IsNegativeInfinity(score))
            {
                left = seen;
            }
            else if (levels.Count > 0 && levels[levels.Count - 1].Score == score)
            {
                levels[levels.Count - 1] = (score, seen / total);
            }
            else
            {
                levels.Add((score, seen / total));
            }
        }

        unserved = left / total;
        return levels;
    }
}
