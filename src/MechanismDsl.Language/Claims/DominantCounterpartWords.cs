using Fractions;
using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Equivalence;
using MechanismDsl.Theory.MultiParameter;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Claims;

/// <summary>Dominant-strategy payments that leave every type of a Bayesian mechanism what it expects, in words.</summary>
public static class DominantCounterpartWords
{
    /// <summary>The payments; null where there are none to speak of.</summary>
    /// <param name="problem">The problem of a mechanism.</param>
    /// <param name="solve">Its solution.</param>
    /// <param name="cancellation">Checked at every profile.</param>
    public static string? Of(Problem problem, Func<Solution> solve, CancellationToken cancellation)
    {
        if (problem.Payments is not PaymentRule.Balanced || PossibilityTest.AgentsOf(problem.Population) is not { } agents)
        {
            return null;
        }

        if (TradeAgva.Of(problem) is { } agva)
        {
            return problem.Money.IsGrid ? null
                : $"Clarke's prices, the cost for the buyer and the bid for the seller, and fees of {RationalText.Of(agva.SellerFee)} from '{agents[0].Name}' and of {RationalText.Of(agva.BuyerFee)} from '{agents[1].Name}' whether they trade or not,";
        }

        return solve() is SolvedChoice choice && DominantCounterpart.Of(choice, cancellation) is { } counterpart
            ? $"the Groves {Terms(counterpart.Terms, agents)}"
            : null;
    }

    private static string Terms(EquatableArray<Fraction> terms, EquatableArray<Agent> agents) => terms.Distinct().Count() == 1
        ? $"term {RationalText.Of(terms[0])} for everybody"
        : "terms " + string.Join(", ", terms.Select((term, agent) => $"{RationalText.Of(term)} for {(agents[agent].Name is { } name ? $"'{name}'" : FormattableString.Invariant($"agent {agent}"))}"));
}
