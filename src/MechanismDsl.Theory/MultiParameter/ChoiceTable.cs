using Fractions;
using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.MultiParameter;

/// <summary>A mechanism over finitely many outcomes at every profile of its finitely many types.</summary>
/// <param name="Candidates">The types.</param>
/// <param name="Mechanism">What is decided and paid.</param>
/// <param name="Welfare">The sum of values less the social cost of what is chosen, at every profile.</param>
internal sealed record ChoiceTable(Candidates Candidates, DirectMechanism Mechanism, EquatableArray<Fraction> Welfare)
{
    /// <summary>Runs a problem at every profile.</summary>
    public static ChoiceTable Of(Problem problem, Candidates candidates, CancellationToken cancellation, DerivedPayments? tables = null)
    {
        var interpreter = new ChoiceInterpreter(problem, tables);
        var beliefs = new Beliefs(candidates.Agents.Select(agent => agent.Select(one => one.Mass).ToEquatableArray()).ToEquatableArray());
        var (chosen, welfare) = (new int[candidates.Profiles], new Fraction[candidates.Profiles]);
        var payments = new EquatableArray<Fraction>[candidates.Profiles];
        var isByTypes = problem.Payments is PaymentRule.Groves || DerivedPayments.Applies(problem.Payments);
        for (var profile = 0; profile < candidates.Profiles; profile++)
        {
            cancellation.ThrowIfCancellationRequested();
            var played = beliefs.Types.TypesAt(profile).Select((type, agent) => candidates.Agents[agent][type]).ToList();
            List<IReadOnlyList<Fraction>> values = [.. played.Select(one => (IReadOnlyList<Fraction>)one.Values)];
            var outcome = isByTypes ? interpreter.Run([.. played.Select(one => one.Report[0])]) : interpreter.Run(values);
            (chosen[profile], payments[profile]) = (outcome.Chosen, outcome.Payments);
            welfare[profile] = values.Aggregate(-interpreter.Cost(outcome.Chosen), (sum, row) => sum + row[outcome.Chosen]);
        }

        return new ChoiceTable(
            candidates,
            new DirectMechanism(beliefs, candidates.Agents.Select(agent => agent.Select(one => one.Values).ToEquatableArray()).ToEquatableArray(), chosen.ToEquatableArray(), payments.ToEquatableArray()),
            welfare.ToEquatableArray());
    }

    /// <summary>What every outcome is worth to every agent at a profile.</summary>
    public IReadOnlyList<IReadOnlyList<Fraction>> ValuesAt(int profile) =>
        [.. Mechanism.Beliefs.Types.TypesAt(profile).Select((type, agent) => (IReadOnlyList<Fraction>)Candidates.Agents[agent][type].Values)];

    /// <summary>The terms of Groves payments that balance, or the box that shows that there are none.</summary>
    public DerivedPayments BalancingTerms(Money money)
    {
        var differences = new MixedDifferences(Mechanism.Beliefs.Types, Welfare);
        if (differences.Largest() is { } box)
        {
            return new DerivedPayments.None(box);
        }

        var agents = Mechanism.Values.Count;
        var largest = Welfare.Select(welfare => welfare.Abs()).Max() * agents * agents * (1 << agents);
        return new DerivedPayments.Terms(differences.Terms(agents - 1, PaymentGrid.Of(money, largest)));
    }
}
