using MechanismDsl.Theory.Crowdfunding;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Claims;

/// <summary>Looks for a profile at which a promise of a campaign fails, by running it.</summary>
internal sealed class CampaignRefuter(SolvedCampaign campaign, CancellationToken cancellation)
{
    /// <summary>Numbers of backers that are tried where none is fixed.</summary>
    private const int MostBackers = 4;

    /// <summary>More named backers than this are too many to try all their reports.</summary>
    private const int MostFixed = 8;

    private readonly CampaignInterpreter _interpreter = new(campaign);
    private readonly Problem _problem = campaign.Problem;

    /// <summary>The counterexample in words; null if none was found.</summary>
    public string? Refute(Guarantee guarantee) => guarantee switch
    {
        Guarantee.DominantStrategyIncentiveCompatible => Lie(string.Empty),
        Guarantee.BayesianIncentiveCompatible when _problem.Information == Information.Unknown => Lie(" for a backer that expects these reports"),
        Guarantee.NoDeficit => Balance((paid, cost) => paid < cost, "less than"),
        Guarantee.ExPostBudgetBalanced => Balance((paid, cost) => paid != cost, "not equal to"),
        Guarantee.ExAnteBudgetBalanced when _problem.Information == Information.Unknown => Balance((paid, cost) => paid != cost, "not equal to"),
        Guarantee.AllocativelyEfficient => Waste(),
        _ => null,
    };

    private string? Lie(string because)
    {
        foreach (var reports in Profiles())
        {
            var (served, payments) = _interpreter.Run(reports);
            for (var agent = 0; agent < reports.Count; agent++)
            {
                foreach (var report in Reports)
                {
                    List<double> other = [.. reports];
                    other[agent] = report;
                    var (gets, pays) = _interpreter.Run(other);
                    var gain = Utility(gets, pays) - Utility(served, payments);
                    if (gain > Tolerance)
                    {
                        return $"at the values {Text(reports, agent)} agent {agent} {Fate(served, payments, agent)}; reporting {Profile.Text(report)} it {Fate(gets, pays, agent)}, a gain of {Profile.Text(gain)}{because}";
                    }

                    double Utility(EquatableArray<bool> who, EquatableArray<double> what) => (who[agent] ? reports[agent] : 0) - what[agent];
                }
            }
        }

        return null;
    }

    private string? Balance(Func<double, double, bool> isBroken, string relation)
    {
        foreach (var reports in Profiles())
        {
            var (served, payments) = _interpreter.Run(reports);
            var (paid, cost) = (payments.Sum(), served.Any(own => own) ? campaign.Target : 0);
            if (Math.Abs(paid - cost) > Tolerance && isBroken(paid, cost))
            {
                return $"at the reports {Text(reports, -1)} the payments sum to {Profile.Text(paid)}, {relation} the cost {Profile.Text(cost)}";
            }
        }

        return null;
    }

    private string? Waste()
    {
        foreach (var reports in Profiles())
        {
            var (served, _) = _interpreter.Run(reports);
            var possible = Math.Max(0, reports.Sum() - campaign.Target);
            var welfare = served.Any(own => own) ? reports.Where((_, agent) => served[agent]).Sum() - campaign.Target : 0;
            if (possible - welfare > Tolerance)
            {
                return $"at the values {Text(reports, -1)} {(served.Any(own => own) ? $"{served.Count(own => own)} of {reports.Count} get the product" : "the product is not made")}, which is worth {Profile.Text(welfare)}; made for all it would be worth {Profile.Text(possible)}";
            }
        }

        return null;
    }

    private IEnumerable<IReadOnlyList<double>> Profiles()
    {
        var count = _problem.Population switch
        {
            Population.Named(var named) => named.Count,
            Population.Alike { Count: { } fixedCount } => fixedCount,
            _ => (int?)null,
        };
        var counts = count is { } known ? known <= MostFixed ? [known] : Enumerable.Empty<int>() : Enumerable.Range(1, MostBackers);
        foreach (var size in counts)
        {
            // The first two vary, the others all report the same: that is enough for every promise that fails.
            foreach (var rest in Reports)
            {
                foreach (var first in Reports)
                {
                    foreach (var second in size > 1 ? Reports : [0])
                    {
                        cancellation.ThrowIfCancellationRequested();
                        yield return [.. new[] { first, second }.Concat(Enumerable.Repeat(rest, Math.Max(0, size - 2))).Take(size)];
                    }
                }

                if (size <= 2)
                {
                    break;
                }
            }
        }
    }

    private IReadOnlyList<double> Reports => _reports ??=
    [
        .. new[] { .6, .4, .8, 1.2, .2, .3 }.Select(part => part * campaign.Target)
            .Concat(_problem.Payments is PaymentRule.Posted(var price) ? [price, price * .9, price * 1.2] : [])
            .Concat(CampaignSolver.AgentsOf(_problem.Population)[0].Prior is { } prior ? new[] { .9, .5, .99 }.Select(chance => prior.Quantile(chance)) : [])
            .Select(report => _problem.Money.RoundDown(NumberText.Rounded(report, 4)))
            .Where(report => report is >= 0 and <= 1e15)
            .Distinct(),
    ];

    private IReadOnlyList<double>? _reports;

    private double Tolerance => 1e-9 * Math.Max(1e-6, campaign.Target);

    private static string Fate(EquatableArray<bool> served, EquatableArray<double> payments, int agent) =>
        served[agent] ? $"gets the product and pays {Profile.Text(payments[agent])}" : "gets nothing and pays nothing";

    private static string Text(IReadOnlyList<double> reports, int focal) =>
        "(" + string.Join(", ", reports.Select((report, index) => index == focal ? $"[{Profile.Text(report)}]" : Profile.Text(report))) + ")";
}
