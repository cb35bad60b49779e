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

        var gain = 0.0;
        for (var before = 0; before < bidders; before++)
        {
            var after = bidders - 1 - before;
            gain += Math.Pow(unserved, bidders - 1) * (1 - unserved) * (_lowestServed - cutoff);
            var below = unserved;
            foreach (var (score, upTo) in levels)
            {
                // The best rival has this score, and all who have it come after (a tie is won) or one of them comes before (a tie is lost).
                var tieWon = Math.Pow(below, before) * (Math.Pow(upTo, after) - Math.Pow(below, after));
                var tieLost = (Math.Pow(upTo, before) - Math.Pow(below, before)) * Math.Pow(upTo, after);
                gain += tieWon * (1 - below) * (Price(score, rivalComesFirst: false) - cutoff);
                gain += upTo < 1 ? tieLost * (1 - upTo) * (Price(score, rivalComesFirst: true) - cutoff) : 0;
                below = upTo;
            }
        }

        return gain;
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
