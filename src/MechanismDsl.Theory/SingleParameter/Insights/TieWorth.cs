using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter.Expectations;

namespace MechanismDsl.Theory.SingleParameter.Insights;

/// <summary>Ties of positive probability that the lowest index wins, and what that is worth to the first agent over the last.</summary>
/// <param name="Agents">The number n of alike agents.</param>
/// <param name="Probability">P(the tie rule decides who is served).</param>
/// <param name="Worth">
/// Expected utility of the first agent minus that of the last: Σ [P(score ≤ s)ⁿ⁻¹ − P(score &lt; s)ⁿ⁻¹] ∫ P(T ≥ t) dt over the blocks of one
/// score, by the envelope formula (Myerson 1981).
/// </param>
public sealed record TieWorth(int Agents, double Probability, double Worth)
{
    /// <summary>The worth of ties; null unless at least two alike agents with a prior pay thresholds, ties go by index and winning them is worth something.</summary>
    public static TieWorth? Of(SolvedAuction auction)
    {
        if (auction.Problem is not { Ties: TieBreaking.LowestIndex, Payments: PaymentRule.Threshold { EntryFee: 0 }, Population: Population.Alike { Count: >= 2 and { } count, Agent: { Prior: not null } agent } }
            || agent.Reserve is { Amount: null } || auction.Numbers is not [{ Tie: > Variants.Negligible and var probability }])
        {
            return null;
        }

        // Ties that the grid of money alone brings about are the declared rounding, not news.
        var continuous = AuctionExpectations.ToRule(auction.Agents[0]);
        if (auction.Problem.Money.IsGrid && new AlikeRule(continuous).Tie(count) <= Variants.Negligible)
        {
            return null;
        }

        var onGrid = auction.Problem.Money.IsGrid && !auction.IgnoresGrid ? GridRule.Of([continuous], auction.Problem.Money, agent.Side) : null;
        var rule = new AlikeRule(onGrid?[0] ?? continuous);
        var worth = rule.Blocks.Sum(block => (Power(block.High, count - 1) - Power(block.Low, count - 1)) * rule.RentOver(block));
        return worth > Variants.Negligible * Math.Abs(auction.Numbers[0].Welfare) ? new TieWorth(count, probability, worth) : null;
    }

    private static double Power(double chance, int exponent) => Chance.Power(chance, 1 - chance, exponent);
}
