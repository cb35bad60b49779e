using MechanismDsl.Theory.Matching;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Units;

/// <summary>A solved sale of a divisible good.</summary>
/// <param name="Problem">What was solved.</param>
/// <param name="Good">How many units there are.</param>
/// <param name="Lowest">The lowest price of a unit: the reserve or the seller's value, whichever is higher, on the grid of the money.</param>
/// <param name="Evidence">Every guarantee that holds, with its theorem.</param>
public sealed record SolvedDivisible(Problem Problem, DivisibleGood Good, double Lowest, EquatableArray<Evidence> Evidence) : Solution(Problem, Evidence)
{
    private const string Model = "quasi-linear private values, the same for every unit up to a cap, no budgets, one identity an agent";

    /// <summary>Solves the problem.</summary>
    /// <param name="problem">A problem whose feasible set is <see cref="DivisibleGood"/>.</param>
    /// <exception cref="ArgumentException">The feasible set is another one, or the agents are not alike.</exception>
    public static SolvedDivisible Of(Problem problem)
    {
        if (problem is not { Environment.Feasible: DivisibleGood good, Population: Population.Alike(_, _, var agent) })
        {
            throw new ArgumentException("The problem is no sale of a divisible good.", nameof(problem));
        }

        var cost = problem.Environment.Cost is SocialCost.PerServed(var amount) ? amount : 0;
        var lowest = problem.Money.RoundUp(problem.LowestBid(agent));
        return new SolvedDivisible(problem, good, lowest, [.. Guarantees(problem, lowest > problem.Money.RoundUp(cost))]);
    }

    private static IEnumerable<Evidence> Guarantees(Problem problem, bool hasReserve)
    {
        if (problem.Payments is PaymentRule.Clarke)
        {
            // With a reserve above the seller's value units can stay unsold that an agent values more.
            return ClarkeGuarantees.Of(
                    Model,
                    "Vickrey (1961), Clarke (1971), Groves (1973): an amount costs what it would have been worth to the others and the seller; that depends on neither the own value nor the own cap",
                    problem.Money)
                .Where(evidence => !hasReserve || evidence.Guarantee != Guarantee.AllocativelyEfficient)
                .Select(evidence => evidence.Guarantee == Guarantee.NoDeficit
                    ? evidence with { Theorem = "no payment is negative, and a unit costs its buyer at least what it is worth to the seller" }
                    : evidence);
        }

        return
        [
            new(Guarantee.ExPostIndividuallyRational, "a truthful agent pays for no unit more than it is worth to it", Model),
            new(Guarantee.InterimIndividuallyRational, "what holds at every profile holds in expectation", Model) { ImpliedBy = Guarantee.ExPostIndividuallyRational },
            new(Guarantee.ExAnteIndividuallyRational, "what holds at every profile holds in expectation", Model) { ImpliedBy = Guarantee.ExPostIndividuallyRational },
            new(Guarantee.NoSubsidy, "a bid is never negative", "reports are at least 0"),
            new(Guarantee.NoDeficit, "no payment is negative, and a unit costs its buyer at least what it is worth to the seller", "reports are at least 0"),
        ];
    }
}
