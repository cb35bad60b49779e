using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Crowdfunding;

/// <summary>
/// Runs a campaign by its definition: every set of backers is looked at, and a threshold is searched for among the reports. Slow and obvious on purpose: it is
/// what fast generated code is compared with.
/// </summary>
/// <param name="campaign">The solved campaign; at most 16 backers run.</param>
public sealed class CampaignInterpreter(SolvedCampaign campaign)
{
    private readonly Problem _problem = campaign.Problem;

    /// <summary>Who gets the product, and what each pays.</summary>
    /// <param name="reports">What the product is worth to each, or its pledge.</param>
    public (EquatableArray<bool> Served, EquatableArray<double> Payments) Run(IReadOnlyList<double> reports)
    {
        var served = Serve(reports);
        return (served.ToEquatableArray(), reports.Select((report, agent) => !served[agent] ? 0 : _problem.Payments switch
        {
            PaymentRule.Posted(var price) => price,
            PaymentRule.PayAsBid => report,
            PaymentRule.CostSharing => (double)Share(served, agent),
            _ => Threshold(reports, agent),
        }).ToEquatableArray());
    }

    private bool[] Serve(IReadOnlyList<double> reports)
    {
        if (_problem.Payments is PaymentRule.Posted(var price))
        {
            bool[] pledges = [.. reports.Select(report => report >= price)];
            return pledges.Count(pledge => pledge) >= campaign.Pledges ? pledges : new bool[reports.Count];
        }

        if (_problem.Payments is PaymentRule.CostSharing)
        {
            // The largest set to each of whose members it is worth its share; there is one, because shares fall as a set grows.
            return Enumerable.Range(0, 1 << reports.Count)
                .Select(set => Enumerable.Range(0, reports.Count).Select(agent => ((set >> agent) & 1) == 1).ToArray())
                .Where(set => set.Select((isIn, agent) => !isIn || (_problem.Money.IsGrid ? (decimal)reports[agent] >= Share(set, agent) : reports[agent] >= campaign.Target / set.Count(one => one))).All(holds => holds))
                .OrderByDescending(set => set.Count(isIn => isIn))
                .First();
        }

        // The set that is worth most after the cost; the largest of equals, and nobody only if no set is worth its cost.
        var (best, worth) = (0, double.NegativeInfinity);
        for (var set = 1; set < 1 << reports.Count; set++)
        {
            var members = Enumerable.Range(0, reports.Count).Where(agent => ((set >> agent) & 1) == 1).ToList();
            if (members.TrueForAll(agent => reports[agent] >= ScoreOf(agent).Lowest))
            {
                var value = members.Sum(agent => (ScoreOf(agent).Slope * reports[agent]) + ScoreOf(agent).Intercept) - campaign.Target;
                if (value >= -RoundOff && (value > worth + RoundOff || (value >= worth - RoundOff && Count(set) > Count(best))))
                {
                    (best, worth) = (set, value);
                }
            }
        }

        return [.. reports.Select((_, agent) => ((best >> agent) & 1) == 1)];
    }

    /// <summary>An equal share of the cost; on a grid the first members pay one step more, as far as the cost cannot be divided.</summary>
    private decimal Share(bool[] set, int agent)
    {
        var members = set.Count(isIn => isIn);
        if (!_problem.Money.IsGrid)
        {
            return (decimal)(campaign.Target / members);
        }

        var steps = (decimal)campaign.Target * (decimal)_problem.Money.StepsPerUnit;
        var (even, rest) = (decimal.Floor(steps / members), steps % members);
        return (even + (set.Take(agent).Count(isIn => isIn) < rest ? 1 : 0)) / (decimal)_problem.Money.StepsPerUnit;
    }

    private double Threshold(IReadOnlyList<double> reports, int agent)
    {
        var (low, high) = (0.0, reports[agent]);
        if (Wins(low))
        {
            return low;
        }

        for (var step = 0; step < 60; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = Wins(middle) ? (low, middle) : (middle, high);
        }

        return high;

        bool Wins(double report) => Serve([.. reports.Select((own, index) => index == agent ? report : own)])[agent];
    }

    private BackerScore ScoreOf(int agent) => campaign.Scores[campaign.Scores.Count == 1 ? 0 : agent];

    private const double RoundOff = 1e-12;

    private static int Count(int set)
    {
        var count = 0;
        for (; set != 0; set &= set - 1)
        {
            count++;
        }

        return count;
    }
}
