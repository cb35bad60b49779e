using MechanismDsl.Theory.Matching;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Units;

/// <summary>A solved sale of identical items to agents who want several.</summary>
/// <param name="Problem">What was solved.</param>
/// <param name="Units">How many items there are, and how many an agent can want.</param>
/// <param name="Lowest">The lowest price of an item: the reserve or the seller's value, whichever is higher, on the grid of the money.</param>
/// <param name="Evidence">Every guarantee that holds, with its theorem.</param>
public sealed record SolvedUnits(Problem Problem, DecreasingUnits Units, double Lowest, EquatableArray<Evidence> Evidence) : Solution(Problem, Evidence)
{
    private const string Model = "quasi-linear private values, of which no item adds more than the one before, no budgets, one identity an agent";

    /// <summary>Solves the problem.</summary>
    /// <param name="problem">A problem whose feasible set is <see cref="DecreasingUnits"/>.</param>
    /// <exception cref="ArgumentException">The feasible set is another one, or the agents are not alike.</exception>
    public static SolvedUnits Of(Problem problem)
    {
        if (problem is not { Environment.Feasible: DecreasingUnits units, Population: Population.Alike(_, _, var agent) })
        {
            throw new ArgumentException("The problem is no sale of several items an agent.", nameof(problem));
        }

        var cost = problem.Environment.Cost is SocialCost.PerServed(var amount) ? amount : 0;
        var lowest = problem.Money.RoundUp(problem.LowestBid(agent));
        return new SolvedUnits(problem, units, lowest, [.. Guarantees(problem, lowest > problem.Money.RoundUp(cost))]);
    }

    private static IEnumerable<Evidence> Guarantees(Problem problem, bool hasReserve)
    {
        if (problem.Payments is PaymentRule.Clarke)
        {
            // With a reserve above the seller's value items can stay unsold that an agent values more.
            return ClarkeGuarantees.Of(
                    Model,
                    "Vickrey (1961), Clarke (1971), Groves (1973): who gets q items pays what these would have been worth to the others and the seller",
                    problem.Money)
                .Where(evidence => !hasReserve || evidence.Guarantee != Guarantee.AllocativelyEfficient)
                .Select(evidence => evidence.Guarantee == Guarantee.NoDeficit
                    ? evidence with { Theorem = "no payment is negative, and an item costs its buyer at least what it is worth to the seller" }
                    : evidence);
        }

        return
        [
            new(Guarantee.ExPostIndividuallyRational, "a truthful agent pays for no item more than it adds; one that bids at most its values never loses", Model),
            new(Guarantee.InterimIndividuallyRational, "what holds at every profile holds in expectation", Model) { ImpliedBy = Guarantee.ExPostIndividuallyRational },
            new(Guarantee.ExAnteIndividuallyRational, "what holds at every profile holds in expectation", Model) { ImpliedBy = Guarantee.ExPostIndividuallyRational },
            new(Guarantee.NoSubsidy, "a bid is never negative", "reports are at least 0"),
            new(Guarantee.NoDeficit, "no payment is negative, and an item costs its buyer at least what it is worth to the seller", "reports are at least 0"),
        ];
    }
}
