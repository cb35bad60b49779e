using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Provision;

namespace MechanismDsl.Language.Claims;

/// <summary>
/// Looks for a profile at which a guarantee of a public project or a trade by scores fails, by running it, and looks up what is expected. Under thresholds truthfulness
/// and participation always hold, so that what is left is money and efficiency; payments that balance give up both at single profiles.
/// </summary>
public sealed class ProvisionRefuter(SolvedProvision solved, CancellationToken cancellation)
{
    /// <summary>More agents than these are too many to be looked at in all combinations; then all have types of the same rank.</summary>
    private const int MostApart = 4;

    private static readonly double[] Parts = [1, .8, .5, .3, .1, .9, .7, .6, .4, .2, 0];

    private readonly ProvisionInterpreter _interpreter = new(solved);
    private readonly double _cost = RationalText.ToDouble(solved.Cost);

    private bool IsTrade => solved.Problem.Environment.Name == EnvironmentName.BilateralTrade;

    /// <summary>The counterexample in words; null if none was found.</summary>
    public string? Refute(Guarantee guarantee) => guarantee switch
    {
        Guarantee.InterimIndividuallyRational or Guarantee.ExAnteIndividuallyRational => Loss(guarantee == Guarantee.InterimIndividuallyRational),
        Guarantee.ExPostIndividuallyRational when solved.Balance is not null => Find(run => Loser(run) >= 0, run => $"{Decision(run)}, and {NameOf(Loser(run))} {Pays(run.Outcome.Payments[Loser(run)])}: a loss of {Text(-Utility(run.Reports, run.Outcome, Loser(run)) + OptionOf(Loser(run)))}"),
        Guarantee.DominantStrategyIncentiveCompatible when solved.Balance is not null => Lie(),
        Guarantee.NoDeficit => Find(run => Surplus(run) < -Tolerance(run), Money),
        Guarantee.ExPostBudgetBalanced => Find(run => Math.Abs(Surplus(run)) > Tolerance(run), Money),
        Guarantee.ExAnteBudgetBalanced when solved.Numbers is { Surplus: { Sign: not (null or 0) } surplus } =>
            $"with truthful reports under the declared priors payments are expected to {(surplus.Sign > 0 ? "exceed" : "miss")} the cost by {(surplus.Sign > 0 ? surplus : -surplus)}",
        Guarantee.NoSubsidy => Find(run => run.Outcome.Payments.Any(payment => payment < 0), run => $"{NameOf(Array.FindIndex([.. run.Outcome.Payments], payment => payment < 0))} receives {Text(-run.Outcome.Payments.Min())}"),
        Guarantee.AllocativelyEfficient => Find(run => !run.Outcome.IsMade && Gain(run) > Tolerance(run), run => $"{Decision(run)}, which would be worth {Text(Gain(run))}")
            ?? Find(run => run.Outcome.IsMade && Gain(run) < -Tolerance(run), run => $"{Decision(run)}, which loses {Text(-Gain(run))}"),
        _ => null,
    };

    /// <summary>What an agent has of a run, the good that a seller keeps deducted.</summary>
    private double Utility(double[] truth, ProvisionOutcome outcome, int agent) =>
        (outcome.IsMade ? solved.Agents[agent].Agent.Side == Side.Buyer ? truth[agent] : -truth[agent] : 0) - outcome.Payments[agent];

    private double OptionOf(int agent) => solved.Agents[agent].Agent.OutsideOption;

    /// <summary>The first agent that has less than its outside option; −1 if nobody does.</summary>
    private int Loser(Run run) => Array.FindIndex([.. Enumerable.Range(0, run.Reports.Length)], agent => Utility(run.Reports, run.Outcome, agent) < OptionOf(agent) - Tolerance(run));

    private static string Pays(double amount) => amount < 0 ? $"receives {Text(-amount)}" : $"pays {Text(amount)}";

    /// <summary>An agent that expects to lose by taking part.</summary>
    private string? Loss(bool isInterim)
    {
        for (var agent = 0; agent < (solved.Balance?.Agents.Count ?? 0); agent++)
        {
            var gain = isInterim ? solved.Balance!.Agents[agent].Worst : solved.Balance!.Agents[agent].Mean;
            if (gain.Sign is -1)
            {
                var (side, prior) = (solved.Agents[agent].Agent.Side, solved.Agents[agent].Agent.Prior!);
                var worst = side == Side.Buyer ? prior.Lower : prior.Upper;
                var what = side == Side.Buyer ? "value" : "cost";
                return !isInterim ? $"before it knows its {what}, {NameOf(agent)} expects to lose {-gain} by taking part"
                    : double.IsInfinity(worst) ? $"{NameOf(agent)} expects to lose up to {-gain} by taking part, the more the {(side == Side.Buyer ? "lower its value" : "higher its cost")}"
                    : $"with the {what} {Text(worst)} {NameOf(agent)} expects to lose {-gain} by taking part";
            }
        }

        return null;
    }

    /// <summary>A report that is better than the truth at some profile.</summary>
    private string? Lie()
    {
        foreach (var reports in Profiles())
        {
            var run = new Run(reports, _interpreter.Run(reports));
            for (var agent = 0; agent < reports.Length; agent++)
            {
                foreach (var report in TypesOf(solved.Agents[agent].Agent.Prior!).Where(report => report != reports[agent]))
                {
                    cancellation.ThrowIfCancellationRequested();
                    double[] lie = [.. reports];
                    lie[agent] = report;
                    var gain = Utility(reports, _interpreter.Run(lie), agent) - Utility(reports, run.Outcome, agent);
                    if (gain > Tolerance(run))
                    {
                        return $"{Where(reports)} {NameOf(agent)} has {Text(Utility(reports, run.Outcome, agent))} from the truth, and {Text(Utility(reports, run.Outcome, agent) + gain)} if it reports {Text(report)}: a gain of {Text(gain)}";
                    }
                }
            }
        }

        return null;
    }

    private string? Find(Func<Run, bool> fails, Func<Run, string> words)
    {
        foreach (var reports in Profiles())
        {
            cancellation.ThrowIfCancellationRequested();
            var run = new Run(reports, _interpreter.Run(reports));
            if (fails(run))
            {
                return $"{Where(reports)} {words(run)}";
            }
        }

        return null;
    }

    private string Where(double[] reports) => IsTrade
        ? $"where {NameOf(0)} reports the cost {Text(reports[0])} and {NameOf(1)} bids {Text(reports[1])}"
        : $"at the values ({string.Join(", ", reports.Select(Text))})";

    private string Decision(Run run) => (IsTrade, run.Outcome.IsMade) switch
    {
        (true, true) => "they trade",
        (true, false) => "they do not trade",
        (false, true) => "the project is carried out",
        _ => "the project is not carried out",
    };

    private string Money(Run run)
    {
        if (IsTrade)
        {
            var (paid, received) = (run.Outcome.Payments[1], -run.Outcome.Payments[0]);
            return $"{Decision(run)}: the buyer pays {Text(paid)} and the seller receives {Text(received)}, the broker {(received > paid ? "adds" : "keeps")} {Text(Math.Abs(received - paid))}";
        }

        return $"{Decision(run)}: it costs {Text(_cost)}, and the agents pay {Text(run.Outcome.Payments.Sum())} in all";
    }

    private double Surplus(Run run) => run.Outcome.Payments.Sum() - (run.Outcome.IsMade ? _cost : 0);

    /// <summary>What deciding for it is worth to all, the cost deducted.</summary>
    private double Gain(Run run) => run.Reports.Select((report, agent) => solved.Agents[agent].Agent.Side == Side.Buyer ? report : -report).Sum() - _cost;

    /// <summary>Differences that rounding alone can make.</summary>
    private double Tolerance(Run run) => 1e-9 * (1 + _cost + run.Reports.Sum());

    private string NameOf(int agent) => solved.Agents[agent].Agent.Name ?? FormattableString.Invariant($"agent {agent}");

    private IEnumerable<double[]> Profiles()
    {
        List<List<double>> choices = [.. solved.Agents.Select(agent => TypesOf(agent.Agent.Prior!).ToList())];
        return choices.Any(types => types.Count == 0) ? []
            : choices.Count <= MostApart
            ? choices.Aggregate<List<double>, IEnumerable<double[]>>([[]], (starts, types) => starts.SelectMany(start => types.Select(type => (double[])[.. start, type])))
            : Enumerable.Range(0, Parts.Length).Select(rank => (double[])[.. choices.Select(types => types[Math.Min(rank, types.Count - 1)])]);
    }

    /// <summary>A few types that a person can reckon with.</summary>
    private static IEnumerable<double> TypesOf(Prior prior) =>
        (double.IsInfinity(prior.Upper) || double.IsInfinity(prior.Lower)
            ? Parts.Select(part => NumberText.Rounded(prior.Quantile(0.9 * part), 2))
            : Parts.Select(part => NumberText.Rounded(prior.Lower + ((prior.Upper - prior.Lower) * part), 6)))
        .Where(type => type >= 0)
        .Distinct();

    private static string Text(double number) => NumberText.Words(number, 10);

    private sealed record Run(double[] Reports, ProvisionOutcome Outcome);
}
