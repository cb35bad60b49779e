using Fractions;
using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.MultiParameter;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Equivalence;

/// <summary>
/// Groves payments with one constant an agent, under which every type of a Bayesian incentive compatible and efficient mechanism expects the same as under its own
/// payments, and truth is a dominant strategy (Mookherjee and Reichelstein 1992; in general Gershkov, Goeree, Kushnir, Moldovanu and Shi 2013). Budgets balance in
/// expectation only.
/// </summary>
/// <param name="Terms">
/// For each agent its Groves term, which it pays less the others' welfare of what is chosen.
/// </param>
public sealed record DominantCounterpart(EquatableArray<Fraction> Terms)
{
    /// <summary>The payments; null where truth is dominant already or no best reply, where types are not finitely many with priors, and where no constant leaves every type the same.</summary>
    /// <param name="choice">A solved choice among outcomes.</param>
    /// <param name="cancellation">Checked at every profile.</param>
    public static DominantCounterpart? Of(SolvedChoice choice, CancellationToken cancellation)
    {
        var problem = choice.Problem;
        if (problem.Payments is not PaymentRule.Balanced || choice.Derived is not { } derived || problem.Money.IsGrid
            || !choice.Evidence.Any(evidence => evidence.Guarantee == Guarantee.BayesianIncentiveCompatible)
            || choice.Evidence.Any(evidence => evidence.Guarantee == Guarantee.DominantStrategyIncentiveCompatible)
            || PossibilityTest.AgentsOf(problem.Population) is not { } agents
            || Candidates.Of(problem, agents.Count) is not { AreAll: true, HavePriors: true } candidates
            || !candidates.IsFeasible(((Alternatives)problem.Environment.Feasible).Names.Count))
        {
            return null;
        }

        // The rule chooses what is best for all, so that any term of the others' types makes truth dominant; shares of the cost are part of what is paid.
        var table = ChoiceTable.Of(problem, candidates, cancellation, derived);
        var interpreter = new ChoiceInterpreter(problem with { Payments = new PaymentRule.Clarke(), Choice = problem.Choice! with { Shares = null } });
        List<Fraction> terms = [];
        for (var agent = 0; agent < agents.Count; agent++)
        {
            var own = agent;
            var beliefs = table.Mechanism.Beliefs;
            var constants = beliefs.Given(agent, profile =>
                    (interpreter.Weight(own) * table.Mechanism.Payments[profile][own]) + interpreter.Welfare(table.ValuesAt(profile), table.Mechanism.Chosen[profile], own))
                .Where((_, type) => !beliefs.Masses[own][type].IsZero)
                .Select(constant => constant.Reduce())
                .Distinct()
                .ToList();
            if (constants is not [var term])
            {
                return null;
            }

            terms.Add(term);
        }

        return new DominantCounterpart(terms.ToEquatableArray());
    }
}
