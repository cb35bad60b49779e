using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Provision;

/// <summary>What a decision for all agents or none comes to at one profile of reports.</summary>
/// <param name="IsMade">Whether it is decided for: the project is built, the good changes hands.</param>
/// <param name="Payments">What each agent pays; a seller is paid, so that its payment is negative.</param>
public sealed record ProvisionOutcome(bool IsMade, EquatableArray<double> Payments);

/// <summary>
/// Runs a decision by scores by its definition, one profile at a time: add up the scores, and charge each agent inf{type : it would still be decided for}, found by
/// bisection on the decision itself, or what balances. Slow and obvious on purpose: it is what fast generated code, which inverts the scores, is compared with.
/// </summary>
/// <param name="solved">The decision.</param>
public sealed class ProvisionInterpreter(SolvedProvision solved)
{
    /// <summary>Halves of an interval after which only neighbouring doubles are left.</summary>
    private const int MostHalves = 1100;

    private readonly double _cost = Priors.Rationals.ToNearest(solved.Cost);
    private readonly IReadOnlyList<Charge> _charges = solved.Balance is null ? [] : ProvisionSolver.ChargesOf(solved, CancellationToken.None);

    /// <summary>The outcome at a profile of reports: values of buyers, the cost of a seller.</summary>
    /// <param name="reports">One an agent, in the order of the declaration.</param>
    /// <exception cref="ArgumentException">Their number is not that of the agents.</exception>
    public ProvisionOutcome Run(IReadOnlyList<double> reports)
    {
        if (reports.Count != solved.Agents.Count)
        {
            throw new ArgumentException(FormattableString.Invariant($"{solved.Agents.Count} agents take part, {reports.Count} reports are given."), nameof(reports));
        }

        double[] types = [.. reports.Select((report, agent) => solved.Agents[agent].Agent.Side == Side.Buyer ? report : 0 - report)];
        var isMade = IsMade(types);
        if (solved.Balance is { } balance)
        {
            return new ProvisionOutcome(isMade, balance.Payments([.. types.Select((type, agent) => _charges[agent].At(type))], isMade));
        }

        return new ProvisionOutcome(isMade, types.Select((_, agent) => isMade ? Threshold(types, agent) : 0).ToEquatableArray());
    }

    private bool IsMade(double[] types)
    {
        var sum = 0.0;
        for (var agent = 0; agent < types.Length; agent++)
        {
            if (!(types[agent] >= solved.Agents[agent].Floor))
            {
                return false;
            }

            sum += Score(solved.Agents[agent], types[agent]);
        }

        return sum >= _cost;
    }

    /// <summary>Where an efficient decision is always made, floors lie below the supports, and the score goes on as it begins.</summary>
    private static double Score(ScoredAgent agent, double type) => type < agent.Score.From ? agent.Score.Pieces[0].At(type) : agent.Score.Score(type);

    /// <summary>The lowest type of the agent with which it would still be decided for; it is with the type that it has.</summary>
    private double Threshold(double[] types, int agent)
    {
        double[] there = [.. types];
        var (low, high) = (solved.Agents[agent].Floor, types[agent]);
        if (IsMadeAt(low))
        {
            return low;
        }

        for (var halves = 0; halves < MostHalves; halves++)
        {
            var middle = low + ((high - low) / 2);
            if (!(middle > low && middle < high))
            {
                break;
            }

            (low, high) = IsMadeAt(middle) ? (low, middle) : (middle, high);
        }

        return high;

        bool IsMadeAt(double type)
        {
            there[agent] = type;
            return IsMade(there);
        }
    }
}
