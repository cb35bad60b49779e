using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter.Expectations;

namespace MechanismDsl.Theory.SingleParameter.Curves;

/// <summary>What the platform expects with a common reserve (procurement: ceiling) in place of the declared one.</summary>
/// <param name="Reserve">The lowest price of a sale; in procurement the highest.</param>
/// <param name="Gain">Expected revenue less the seller's own value of what is sold; in procurement the buyer's value of what is bought less the outlay.</param>
/// <param name="Welfare">Expected welfare of all, the platform included.</param>
public readonly record struct ReservePoint(double Reserve, double Gain, double Welfare);

/// <summary>The expected gain of the auction in which the best report wins at the threshold, against its reserve (Riley and Samuelson 1981).</summary>
/// <param name="Agents">With how many agents.</param>
/// <param name="Points">The points, reserves ascending.</param>
public sealed record ReserveCurve(int Agents, EquatableArray<ReservePoint> Points)
{
    private const int Steps = 48;

    /// <summary>The most different agents: their expectations are integrals over products of distributions.</summary>
    private const int MostNamed = 6;

    /// <summary>The curve; null without priors, where payments are not thresholds, or where an expectation is not known.</summary>
    /// <param name="auction">The solved auction.</param>
    /// <param name="agents">How many alike agents there are, at least 1.</param>
    /// <param name="cancellation">Checked between the steps of an integration.</param>
    public static ReserveCurve? Of(SolvedAuction auction, int agents, CancellationToken cancellation = default)
    {
        var problem = auction.Problem;
        if (problem is not { Payments: PaymentRule.Threshold, Payments.EntryFee: 0, Strategy: null, Own: null, Money.IsGrid: false }
            || problem.Information is Information.JointPrior or Information.PersonalBeliefs
            || auction.Agents.Any(agent => agent.Agent.Prior is null or EmpiricalPrior)
            || auction.Agents.Count > MostNamed)
        {
            return null;
        }

        var isAlike = problem.Population is Population.Alike;
        var side = auction.Agents[0].Agent.Side;
        var cost = problem.Environment.Cost is SocialCost.PerServed(var amount) ? amount : 0;
        Prior[] types = [.. auction.Agents.Select(agent => side == Side.Buyer ? agent.Agent.Prior! : agent.Agent.Prior!.Mirrored())];
        var ranges = types.Select(TypeRange.Of).ToList();
        var range = new TypeRange(ranges.Min(one => one.From), ranges.Max(one => one.To));
        if (side == Side.Buyer && range.From > 0)
        {
            range = range with { From = 0 };
        }

        // Where the reserve is the one that was solved for, the curve has a point.
        var stops = Enumerable.Range(0, Steps + 1).Select(step => range.From + ((range.To - range.From) * step / Steps))
            .Concat(auction.Agents.Select(agent => agent.LowestServed).Where(lowest => lowest >= range.From && lowest <= range.To))
            .Distinct().OrderBy(stop => stop);
        List<ReservePoint> points = [];
        foreach (var stop in stops)
        {
            cancellation.ThrowIfCancellationRequested();
            var rule = types.Select(type => new RuleAgent(type, ScoreCurve.Proportional(side == Side.Buyer ? 0 : double.NegativeInfinity), stop)).ToEquatableArray();
            var result = isAlike
                ? AuctionExpectations.Alike(rule[0], [agents], cost, side, cancellation)
                : AuctionExpectations.Named(rule, problem.Ties, cost, side, cancellation);
            if (result is not ExpectationResult.Known { Numbers: [var numbers] })
            {
                return null;
            }

            var gain = (side == Side.Buyer ? numbers.Revenue : -numbers.Revenue) - (cost * numbers.Sale);
            points.Add(new(side == Side.Buyer ? stop : -stop, gain, numbers.Welfare));
        }

        return new ReserveCurve(isAlike ? agents : types.Length, points.OrderBy(point => point.Reserve).ToEquatableArray());
    }
}
