using MathNet.Numerics.Integration;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter.Expectations;

namespace MechanismDsl.Theory.SingleParameter.Curves;

/// <summary>What one type of an agent expects while the others are truthful.</summary>
/// <param name="Type">The type: a value, or minus a cost.</param>
/// <param name="Chance">Q(t), the probability of being served.</param>
/// <param name="Payment">P(t), the expected payment; negative: it is received.</param>
/// <param name="Utility">t·Q(t) − P(t).</param>
public readonly record struct InterimPoint(double Type, double Chance, double Payment, double Utility);

/// <summary>
/// Interim allocation, payment and utility of one agent of a single-item rule by its type: Q(t) = P(served | t), P(t) = t·Q(t) − ∫ Q up to t (Myerson 1981, lemma 2).
/// </summary>
/// <param name="Agents">With how many agents, the one itself included.</param>
/// <param name="Panels">The curve between neighbouring types at which it jumps or is not smooth, types ascending.</param>
public sealed record InterimCurve(int Agents, EquatableArray<EquatableArray<InterimPoint>> Panels)
{
    private const int Points = 160;

    /// <summary>Nodes of each of the integrals between two neighbouring types; Q is smooth there.</summary>
    private const int Nodes = 8;

    /// <summary>The curve of an agent; null without priors of all agents, where the reserve is known only when the mechanism runs, or where payments are not thresholds.</summary>
    /// <param name="auction">The solved auction.</param>
    /// <param name="self">The agent; 0 for alike agents.</param>
    /// <param name="agents">How many alike agents there are, at least 1; named agents are as many as they are.</param>
    /// <param name="cancellation">Checked between panels.</param>
    public static InterimCurve? Of(SolvedAuction auction, int self, int agents, CancellationToken cancellation = default)
    {
        if (!Applies(auction))
        {
            return null;
        }

        var isAlike = auction.Problem.Population is Population.Alike;
        RuleAgent[] rule = isAlike
            ? [.. Enumerable.Repeat(AuctionExpectations.ToRule(auction.Agents[0]), agents)]
            : [.. auction.Agents.Select(AuctionExpectations.ToRule)];

        // An alike agent does not know its index: with the tie rule by index its chance is the mean over all places, which is that of equal shares.
        var chances = new InterimAllocation(rule, isAlike ? TieBreaking.Shared : auction.Problem.Ties);
        var own = rule[self];
        var (range, floor) = (TypeRange.Of(own.Types), own.Floor);
        var utility = 0.0;
        if (range.From > floor && !double.IsInfinity(floor))
        {
            // A type below the support would be served as well: what it would pay less is kept by all above it.
            utility = Integral(floor, range.From, RuleKinks.Of(rule, self, cancellation));
        }

        List<EquatableArray<InterimPoint>> panels = [];
        foreach (var panel in range.Panels(RuleKinks.Of(rule, self, cancellation).Append(floor), Points))
        {
            cancellation.ThrowIfCancellationRequested();
            List<InterimPoint> points = [];
            for (var index = 0; index < panel.Count; index++)
            {
                utility += index == 0 ? 0 : GaussLegendreRule.Integrate(Chance, panel[index - 1], panel[index], Nodes);
                var chance = Chance(panel[index]);
                points.Add(new(panel[index], chance, (panel[index] * chance) - utility, utility));
            }

            panels.Add(points.ToEquatableArray());
        }

        return new InterimCurve(rule.Length, panels.ToEquatableArray());

        double Chance(double type) => chances.At(self, type).Served;

        double Integral(double from, double to, IEnumerable<double> kinks)
        {
            List<double> ends = [from, .. kinks.Where(kink => kink > from && kink < to).OrderBy(kink => kink), to];
            return Enumerable.Range(0, ends.Count - 1).Sum(index => GaussLegendreRule.Integrate(Chance, ends[index], ends[index + 1], 32));
        }
    }

    private static bool Applies(SolvedAuction auction) => auction.Problem is
    {
        Payments: PaymentRule.Threshold or PaymentRule.Posted,
        Payments.EntryFee: 0,
        Strategy: null,
        Information: not (Information.JointPrior or Information.PersonalBeliefs),
        Own: null,
    }
        && auction.Agents.All(agent => agent.Agent.Prior is not null && agent.Agent.Reserve is not { Amount: null });
}
