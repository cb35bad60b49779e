using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Provision;

namespace MechanismDsl.Language.Claims;

/// <summary>
/// Looks for a profile at which a guarantee of a public project or a trade by scores fails, by running it, and looks up what is expected. Truthfulness and
/// participation always hold, so that what is left is money and efficiency.
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
        Guarantee.NoDeficit => Find(run => Surplus(run) < -Tolerance(run), Money),
        Guarantee.ExPostBudgetBalanced => Find(run => Math.Abs(Surplus(run)) > Tolerance(run), Money),
        Guarantee.ExAnteBudgetBalanced when solved.Numbers is { Surplus: { Sign: not (null or 0) } surplus } =>
            $"with truthful reports under the declared priors payments are expected to {(surplus.Sign > 0 ? "exceed" : "miss")} the cost by {(surplus.Sign > 0 ? surplus : -surplus)}",
        Guarantee.NoSubsidy => Find(run => run.Outcome.Payments.Any(payment => payment < 0), run => $"{NameOf(Array.FindIndex([.. run.Outcome.Payments], payment => payment < 0))} receives {Text(-run.Outcome.Payments.Min())}"),
        Guarantee.AllocativelyEfficient => Find(run => !run.Outcome.IsMade && Gain(run) > Tolerance(run), run => $"{Decision(run)}, which would be worth {Text(Gain(run))}")
            ?? Find(run => run.Outcome.IsMade && Gain(run) < -Tolerance(run), run => $"{Decision(run)}, which loses {Text(-Gain(run))}"),
        _ => null,
    };

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
