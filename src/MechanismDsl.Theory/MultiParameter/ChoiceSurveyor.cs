using Fractions;
using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.MultiParameter;

/// <summary>Runs a mechanism over finitely many outcomes at every profile of given reports: expectations by enumeration, and the extremes that decide claims.</summary>
internal sealed class ChoiceSurveyor
{
    private readonly ChoiceInterpreter _interpreter;
    private readonly Candidates _candidates;
    private readonly Fraction[][] _options;
    private readonly bool _arePaidByTypes;
    private readonly CancellationToken _cancellation;
    private readonly Fraction[] _payments;
    private readonly Fraction[] _chosen;
    private readonly Fraction[][] _interim;
    private Fraction _welfare;
    private Fraction _cost;
    private Fraction _paying;
    private ChoiceWitness? _leastGain;
    private ChoiceWitness? _leastPayment;
    private ChoiceWitness? _leastSurplus;
    private ChoiceWitness? _mostSurplus;
    private ChoiceWitness? _mostWaste;

    private ChoiceSurveyor(Problem problem, Candidates candidates, DerivedPayments? tables, CancellationToken cancellation)
    {
        _interpreter = new ChoiceInterpreter(problem, tables);
        _candidates = candidates;
        _options = Enumerable.Range(0, candidates.Agents.Count).Select(agent => Enumerable.Range(0, candidates.Agents[agent].Count).Select(type => OutsideOptions.Of(problem, agent, type)).ToArray()).ToArray();
        _arePaidByTypes = problem.Payments is PaymentRule.Groves || tables is not null;
        _cancellation = cancellation;
        _payments = new Fraction[candidates.Agents.Count];
        _chosen = new Fraction[_interpreter.Outcomes.Count];
        _interim = [.. candidates.Agents.Select(agent => new Fraction[agent.Count])];
    }

    /// <summary>Looks at every profile of the candidates.</summary>
    /// <returns>The result; null if there is no agent, or if it would take too many steps.</returns>
    public static ChoiceSurvey? Run(Problem problem, Candidates candidates, DerivedPayments? tables, CancellationToken cancellation)
    {
        var outcomes = problem.Environment.Feasible is Alternatives(var names) ? names.Count : 0;
        if (candidates.Agents.Count == 0 || !candidates.IsFeasible(outcomes))
        {
            return null;
        }

        // What needs tables of all types has no payments without them.
        if (DerivedPayments.Applies(problem.Payments) && tables is null)
        {
            return null;
        }

        var survey = new ChoiceSurveyor(problem, candidates, tables, cancellation).Survey();
        return problem.Payments is PaymentRule.Balanced ? WithLies(survey, ChoiceTable.Of(problem, candidates, cancellation, tables).Mechanism, cancellation) : survey;
    }

    private static ChoiceSurvey WithLies(ChoiceSurvey survey, DirectMechanism mechanism, CancellationToken cancellation) => survey with
    {
        AreLiesKnown = true,
        InterimLie = Lie.InExpectation(InterimTable.Of(mechanism, cancellation), mechanism.Beliefs),
        Lie = Lie.AtAProfile(mechanism, cancellation),
    };

    /// <summary>Utility of staying away, one an agent.</summary>
    public static EquatableArray<double> OptionsOf(Problem problem, int agents) => problem.Population is Population.Named(var named)
        ? named.Select(agent => agent.OutsideOption).ToEquatableArray()
        : Enumerable.Repeat(((Population.Alike)problem.Population).Agent.OutsideOption, agents).ToEquatableArray();

    private ChoiceSurvey Survey()
    {
        var agents = _candidates.Agents.Count;
        var at = new int[agents];
        for (var profile = 0; profile < _candidates.Profiles; profile++)
        {
            _cancellation.ThrowIfCancellationRequested();
            Visit(at);
            for (var agent = agents - 1; agent >= 0 && ++at[agent] == _candidates.Agents[agent].Count; agent--)
            {
                at[agent] = 0;
            }
        }

        return new ChoiceSurvey(
            _candidates.Profiles,
            _candidates.AreAll,
            _leastGain!,
            _leastPayment!,
            _leastSurplus!,
            _mostSurplus!,
            _mostWaste!,
            _candidates.HavePriors
                ? new ChoiceNumbers(_welfare, _cost, _payments.ToEquatableArray(), _chosen.ToEquatableArray(), _paying, _interim.Select((_, agent) => Interim(agent)).ToEquatableArray())
                : null)
        {
            Types = _candidates.Agents.Select(agent => agent.Select(one => one.Report[0]).ToEquatableArray()).ToEquatableArray(),
            Masses = _candidates.Agents.Select(agent => agent.Select(one => one.Mass).ToEquatableArray()).ToEquatableArray(),
        };
    }

    /// <summary>Sums over profiles of one type hold the mass of that type as a factor.</summary>
    private EquatableArray<Fraction> Interim(int agent) =>
        _interim[agent].Select((sum, type) => _candidates.Agents[agent][type].Mass is { IsZero: false } mass ? sum / mass : Fraction.Zero).ToEquatableArray();

    private void Visit(int[] at)
    {
        var played = at.Select((candidate, agent) => _candidates.Agents[agent][candidate]).ToList();
        List<IReadOnlyList<Fraction>> values = [.. played.Select(one => (IReadOnlyList<Fraction>)one.Values)];
        var outcome = _arePaidByTypes ? _interpreter.Run([.. played.Select(one => one.Report[0])]) : _interpreter.Run(values);
        var cost = _interpreter.Cost(outcome.Chosen);
        var paid = outcome.Payments.Aggregate(Fraction.Zero, (sum, payment) => sum + payment);
        var mass = played.Aggregate(Fraction.One, (product, one) => product * one.Mass);
        ChoiceWitness Witness(int agent, Fraction amount) =>
            new(played.Select(one => one.Report).ToEquatableArray(), played.Select(one => one.Values).ToEquatableArray(), outcome, agent, amount);

        for (var agent = 0; agent < played.Count; agent++)
        {
            var utility = values[agent][outcome.Chosen] - outcome.Payments[agent];
            var gain = utility - _options[agent][at[agent]];
            _leastGain = _leastGain is null || gain < _leastGain.Amount ? Witness(agent, gain) : _leastGain;
            _leastPayment = _leastPayment is null || outcome.Payments[agent] < _leastPayment.Amount ? Witness(agent, outcome.Payments[agent]) : _leastPayment;
            _payments[agent] += mass * outcome.Payments[agent];
            _interim[agent][at[agent]] += mass * utility;
        }

        _leastSurplus = _leastSurplus is null || paid - cost < _leastSurplus.Amount ? Witness(-1, paid - cost) : _leastSurplus;
        _mostSurplus = _mostSurplus is null || paid - cost > _mostSurplus.Amount ? Witness(-1, paid - cost) : _mostSurplus;
        var best = Enumerable.Range(0, _chosen.Length).Select(other => Worth(values, other)).Aggregate((one, other) => other > one ? other : one);
        var waste = best - Worth(values, outcome.Chosen);
        _mostWaste = _mostWaste is null || waste > _mostWaste.Amount ? Witness(-1, waste) : _mostWaste;
        _welfare += mass * Worth(values, outcome.Chosen);
        _cost += mass * cost;
        _chosen[outcome.Chosen] += mass;
        _paying += outcome.Payments.Any(payment => !payment.IsZero) ? mass : Fraction.Zero;
    }

    /// <summary>The sum of unweighted values less the social cost.</summary>
    private Fraction Worth(List<IReadOnlyList<Fraction>> values, int outcome) =>
        values.Aggregate(-_interpreter.Cost(outcome), (sum, row) => sum + row[outcome]);
}
