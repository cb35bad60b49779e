using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Exchange;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;

namespace MechanismDsl.Theory.Equivalence;

/// <summary>Compares two mechanisms of infinitely many types: a profile at which they decide otherwise refutes, and what a theorem says of one item or one trade decides.</summary>
internal sealed class ContinuousComparison(Solution one, Solution other, Court left, Court right, EquatableArray<Agent> agents, CancellationToken cancellation)
{
    /// <summary>So many profiles are looked at.</summary>
    private const int MostProfiles = 3_000;

    /// <summary>So many steps are taken to look at them.</summary>
    private const long MostSteps = 1_500_000;

    private const string SameFloor = "both serve the best report from the same lowest one on, and charge the lowest report that would still be served";

    private static readonly double[] Ranks = [.9, .5, .7, .3, .6, .4, .8, .2, .1];

    /// <summary>Whether a reason holds for every number of agents.</summary>
    public static bool IsTheorem(string because) => because == SameFloor;

    /// <summary>The answer.</summary>
    public EquivalenceAnswer Answer()
    {
        foreach (var reports in Profiles())
        {
            cancellation.ThrowIfCancellationRequested();
            var (first, second) = (left.At(reports), right.At(reports));
            if (first.Decision != second.Decision)
            {
                return new EquivalenceAnswer.OutcomesDiffer(reports, left.Words(first.Decision), right.Words(second.Decision));
            }
        }

        return (one, other) switch
        {
            (SolvedAuction auction, SolvedAuction against) => Auctions(auction, against),
            (SolvedExchange exchange, SolvedExchange against) => Trades(exchange, against),
            _ => null,
        } ?? new EquivalenceAnswer.Open("no profile was found at which they decide otherwise, and no theorem says that types of a density expect to pay the same");
    }

    private EquivalenceAnswer? Auctions(SolvedAuction auction, SolvedAuction against)
    {
        var (first, second) = (AuctionPayments.Of(auction, agents), AuctionPayments.Of(against, agents));
        if (first is null || second is null || first.Lowest != second.Lowest)
        {
            return null;
        }

        if (first.IsThreshold && second.IsThreshold && first.Fee == second.Fee && auction.Problem.Ties == against.Problem.Ties)
        {
            return new EquivalenceAnswer.Same(SameFloor);
        }

        if (auction.Problem.Money.IsGrid || agents[0].Prior is not ContinuousPrior prior)
        {
            return null;
        }

        // The median, unless it is not served: then a type in the middle of those who are.
        var type = NumberText.Rounded(Math.Max(prior.Quantile(.5), prior.UpperQuantile(prior.Survival(first.Lowest) / 2)), 2);
        var (mine, theirs) = (first.Expected(type, cancellation), second.Expected(type, cancellation));
        return (mine - theirs).Sign is not (null or 0)
            ? new EquivalenceAnswer.PaymentsDiffer("an agent", type, type, mine, theirs)
            : null;
    }

    /// <summary>Both trade efficiently; what the buyer of the lowest value expects to pay, and what the seller of the highest cost does.</summary>
    private EquivalenceAnswer? Trades(SolvedExchange exchange, SolvedExchange against)
    {
        if (exchange.Problem.Environment.Name != EnvironmentName.BilateralTrade || exchange.Problem.Objective != Objective.Efficient || against.Problem.Objective != Objective.Efficient
            || (exchange.Problem.Payments is PaymentRule.Balanced) == (against.Problem.Payments is PaymentRule.Balanced))
        {
            return null;
        }

        var balanced = exchange.Problem.Payments is PaymentRule.Balanced;
        if (TradeAgva.Of((balanced ? exchange : against).Problem) is not { } agva || agents is not [{ Prior: UniformPrior costs }, { Prior: UniformPrior values } buyer])
        {
            return null;
        }

        // Clarke's buyer pays the cost wherever it is at most the value.
        var value = Rationals.FromDecimal(values.High);
        var (low, high) = (Rationals.FromDecimal(costs.Low), Rationals.FromDecimal(costs.High));
        var upTo = value < low ? low : value > high ? high : value;
        var chance = (upTo - low) / (high - low);
        var clarke = Amount.Of(((upTo * upTo) - (low * low)) / (2 * (high - low)));
        var agreed = Amount.Of((value * chance) - agva.BuyerUtility(value));
        return clarke == agreed ? null : new EquivalenceAnswer.PaymentsDiffer(buyer.Name ?? "the buyer", values.High, values.High, balanced ? agreed : clarke, balanced ? clarke : agreed);
    }

    private IEnumerable<EquatableArray<double>> Profiles()
    {
        var choices = agents.Select(agent => Reports(agent).ToList()).ToList();
        var most = (int)Math.Min(MostProfiles, MostSteps / Math.Max(1, Math.Max(left.Steps, right.Steps)));
        var all = choices.Aggregate(1.0, (product, own) => product * own.Count);
        for (var number = 0; number < Math.Min(all, most); number++)
        {
            // All combinations where that is possible; otherwise agents step through their reports at different paces.
            var rest = number;
            yield return choices.Select((own, agent) =>
            {
                var pick = all <= most ? rest % own.Count : ((number / (agent + 1)) + (number * agent)) % own.Count;
                rest /= own.Count;
                return own[pick];
            }).ToEquatableArray();
        }
    }

    /// <summary>A few reports that a person can reckon with.</summary>
    private IEnumerable<double> Reports(Agent agent)
    {
        var money = one.Problem.Money;
        var scale = one.Problem.Environment.Cost is SocialCost.PerOutcome { Amounts: { Count: > 0 } costs } && costs.Max() > 0 ? costs.Max() : 5;
        var reports = agent.Prior switch
        {
            null => Ranks.Select(rank => 2 * scale * rank).Append(0),
            AtomicPrior atoms => atoms.Values,
            { } prior when double.IsInfinity(prior.Lower) || double.IsInfinity(prior.Upper) => Ranks.Select(rank => NumberText.Rounded(prior.Quantile(rank), 2)),
            { } prior => Ranks.Select(rank => NumberText.Rounded(prior.Lower + ((prior.Upper - prior.Lower) * rank), 6)).Append(prior.Lower).Append(prior.Upper),
        };
        return reports.Select(money.RoundDown).Where(report => report is >= 0 and <= AuctionInterpreter.HighestReport).Distinct();
    }
}
