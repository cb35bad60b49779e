using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.SingleParameter.Equilibria;

/// <summary>
/// Checks a claimed symmetric equilibrium: is the strategy a best reply for every type if all rivals follow it? A deterministic search over
/// types and bids with a golden-section refinement; a deviation that it reports is real, a deviation that it misses is small.
/// </summary>
public static class BestReply
{
    /// <summary>Gains below this share of the values' scale are rounding.</summary>
    public const double Significant = 1e-9;

    /// <summary>Types above this tail do not deviate in the search; they are too rare to matter and too large to compute with.</summary>
    private const double RareTail = 1e-4;

    private const int TypeProbes = 96;
    private const int GoldenSteps = 48;
    private static readonly double GoldenRatio = (Math.Sqrt(5) - 1) / 2;

    /// <summary>The most profitable deviation found.</summary>
    /// <param name="strategy">The bid of each value.</param>
    /// <param name="prior">The prior of each of the alike agents.</param>
    /// <param name="agents">n ≥ 1.</param>
    /// <param name="rule">What is paid: pay-as-bid, all-pay, threshold (second price) or a posted price.</param>
    /// <param name="lowestMessage">The lowest allowed bid.</param>
    /// <param name="highestMessage">The highest allowed bid; may be +∞.</param>
    /// <param name="reserve">The lowest bid that can win.</param>
    /// <param name="cancellation">Checked between types.</param>
    public static BestReplyResult Check(
        Func<double, double> strategy,
        Prior prior,
        int agents,
        PaymentRule rule,
        double lowestMessage = 0,
        double highestMessage = double.PositiveInfinity,
        double reserve = 0,
        CancellationToken cancellation = default)
    {
        if (prior is not ContinuousPrior continuous)
        {
            return new BestReplyResult.Undecided("the check needs a prior with a density");
        }

        var (rivals, problem) = BidDistribution.Of(strategy, continuous, agents, reserve);
        if (rivals is null)
        {
            return new BestReplyResult.Undecided(problem!);
        }

        for (var index = 0; index < rivals.Types.Count; index++)
        {
            if (rivals.Bids[index] < lowestMessage || rivals.Bids[index] > highestMessage)
            {
                return new BestReplyResult.Undecided(
                    $"value {NumberText.Words(rivals.Types[index])} bids {NumberText.Words(rivals.Bids[index])}, which is no allowed message");
            }
        }

        var candidates = Candidates(rivals, lowestMessage, highestMessage, rule is PaymentRule.Posted(var price) ? price : reserve);
        var chances = candidates.Select(bid => Won(rivals, rule, bid)).ToArray();
        BestReplyResult.Refuted? worst = null;
        var largest = 0.0;
        foreach (var type in Probes(rivals.Types.Where(type => prior.Survival(type) >= RareTail || type == prior.Upper).ToList()))
        {
            cancellation.ThrowIfCancellationRequested();
            var own = strategy(type);
            var truth = Utility(type, Won(rivals, rule, own));
            var best = 0;
            for (var index = 1; index < candidates.Length; index++)
            {
                best = Utility(type, chances[index]) > Utility(type, chances[best]) ? index : best;
            }

            var (bid, utility) = Refine(
                candidate => Utility(type, Won(rivals, rule, candidate)),
                candidates[Math.Max(best - 1, 0)],
                candidates[best],
                candidates[Math.Min(best + 1, candidates.Length - 1)]);
            var gain = utility - truth;
            if (gain > largest)
            {
                (largest, worst) = (gain, new(type, own, bid, gain));
            }
        }

        var scale = Math.Max(Math.Abs(prior.Quantile(RareTail)), Math.Abs(prior.UpperQuantile(RareTail)));
        return worst is not null && largest > Significant * scale ? worst : new BestReplyResult.NoneFound(largest);
    }

    /// <summary>The chance of being served and the expected payment.</summary>
    private static (double Chance, double Payment) Won(BidDistribution rivals, PaymentRule rule, double bid)
    {
        if (rule is PaymentRule.Posted posted)
        {
            // The price is the bar, and the bid says no more than whether it is accepted.
            var accepted = rivals.Accepted(bid, posted.Price);
            return (accepted, posted.Price * accepted);
        }

        var chance = rivals.Chance(bid);
        return rule switch
        {
            PaymentRule.PayAsBid => (chance, bid * chance),
            PaymentRule.AllPay => (chance, bid),
            _ => (chance, (bid * chance) - rivals.Kept(bid)),
        };
    }

    private static double Utility(double type, (double Chance, double Payment) won) => (type * won.Chance) - won.Payment;

    /// <summary>Bids worth trying: every bid of the strategy, one just above each, the reserve and the ends of the message set.</summary>
    private static double[] Candidates(BidDistribution rivals, double lowest, double highest, double reserve)
    {
        var top = rivals.Bids[rivals.Bids.Count - 1];
        var step = 1e-7 * Math.Max(top, 1e-300);
        return
        [
            .. rivals.Bids
                .SelectMany(bid => new[] { bid, bid + step })
                .Concat([lowest, reserve, Math.Min(highest, rivals.Types[rivals.Types.Count - 1])])
                .Where(bid => bid >= lowest && bid <= highest)
                .Distinct()
                .OrderBy(bid => bid),
        ];
    }

    private static IEnumerable<double> Probes(IReadOnlyList<double> types)
    {
        for (var probe = 0; probe <= TypeProbes; probe++)
        {
            yield return types[probe * (types.Count - 1) / TypeProbes];
        }
    }

    /// <summary>Golden-section search for the maximum between two neighbours of the best candidate, which itself may be the best.</summary>
    private static (double Bid, double Utility) Refine(Func<double, double> utility, double low, double start, double high)
    {
        var (best, value) = (start, utility(start));
        var (left, right) = (high - (GoldenRatio * (high - low)), low + (GoldenRatio * (high - low)));
        var (atLeft, atRight) = (utility(left), utility(right));
        for (var step = 0; step < GoldenSteps; step++)
        {
            if (atLeft >= atRight)
            {
                (high, right, atRight) = (right, left, atLeft);
                left = high - (GoldenRatio * (high - low));
                atLeft = utility(left);
            }
            else
            {
                (low, left, atLeft) = (left, right, atRight);
                right = low + (GoldenRatio * (high - low));
                atRight = utility(right);
            }

            if (Math.Max(atLeft, atRight) > value)
            {
                (best, value) = atLeft >= atRight ? (left, atLeft) : (right, atRight);
            }
        }

        return (best, value);
    }
}
