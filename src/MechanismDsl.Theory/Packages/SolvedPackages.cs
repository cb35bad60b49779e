using Fractions;
using MechanismDsl.Theory.Matching;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Packages;

/// <summary>A solved package auction.</summary>
/// <param name="Problem">What was solved.</param>
/// <param name="Goods">The goods.</param>
/// <param name="Evidence">Every guarantee that holds, with its theorem.</param>
public sealed record SolvedPackages(Problem Problem, DisjointPackages Goods, EquatableArray<Evidence> Evidence) : Solution(Problem, Evidence)
{
    /// <summary>Solves the problem.</summary>
    /// <param name="problem">A problem whose feasible set is <see cref="DisjointPackages"/>.</param>
    /// <exception cref="ArgumentException">The feasible set is another one.</exception>
    public static SolvedPackages Of(Problem problem)
    {
        var goods = problem.Environment.Feasible as DisjointPackages ?? throw new ArgumentException("The problem is no package auction.", nameof(problem));
        return new(problem, goods, Guarantees(problem, goods));
    }

    /// <summary>Whether payments are in the core instead of Clarke's.</summary>
    public bool IsCoreSelecting => Problem.Payments is PaymentRule.CoreSelecting;

    /// <summary>What is charged for an exact payment: it is rounded up to the grid of the money, which keeps it in the core.</summary>
    /// <param name="payment">The payment.</param>
    public decimal Charged(Fraction payment) => (decimal)Problem.Money.RoundUp(payment.ToDouble());

    private static EquatableArray<Evidence> Guarantees(Problem problem, DisjointPackages goods)
    {
        var model = goods.Bids switch
        {
            BidLanguage.SingleMinded => SingleMinded,
            BidLanguage.Together => "quasi-linear private values for packages; a set of goods is worth the most that disjoint packages inside it are worth, stated in full by bids that can be accepted together (OR), no budgets, one identity a bidder",
            BidLanguage.Additive => "quasi-linear private values; a set of goods is worth the sum of its goods (additive), no budgets, one identity a bidder",
            _ => "quasi-linear private values for packages, stated in full by bids that exclude each other, no budgets, one identity a bidder",
        };
        return goods.IsGreedy ? Greedy(problem)
            : problem.Payments is PaymentRule.CoreSelecting
            ? [
                new(Guarantee.ExPostIndividuallyRational, "Day and Raghavan (2007): nobody pays more than its accepted bid; a bidder that bids at most its values never loses", model),
                new(Guarantee.InterimIndividuallyRational, "what holds at every profile holds in expectation", model) { ImpliedBy = Guarantee.ExPostIndividuallyRational },
                new(Guarantee.ExAnteIndividuallyRational, "what holds at every profile holds in expectation", model) { ImpliedBy = Guarantee.ExPostIndividuallyRational },
                new(Guarantee.NoSubsidy, "payments in the core are at least Clarke's, which are never negative", "reports are at least 0"),
                new(Guarantee.NoDeficit, "no payment is negative, and handing out costs nothing", "reports are at least 0"),
            ]
            : Clarke(problem, goods, model);
    }

    private const string SingleMinded = "quasi-linear private values; every bidder wants one package, to which other goods add nothing (single-minded, free disposal), no budgets, one identity a bidder";

    /// <summary>What the greedy choice with critical values guarantees; not efficiency.</summary>
    private static EquatableArray<Evidence> Greedy(Problem problem)
    {
        var scope = SingleMinded + (problem.Money.IsGrid ? "; exact on the grid of reports" : "; exact: critical values are located among the doubles");
        return
        [
            new(Guarantee.DominantStrategyIncentiveCompatible, "Lehmann, O'Callaghan and Shoham (2002): a higher value or a smaller package never loses an accepted bid, which pays its critical value", scope),
            new(Guarantee.BayesianIncentiveCompatible, "a dominant strategy is a best reply under every belief", scope) { ImpliedBy = Guarantee.DominantStrategyIncentiveCompatible },
            new(Guarantee.ExPostIndividuallyRational, "an accepted bid is worth at least its critical value, and nobody else pays", scope),
            new(Guarantee.InterimIndividuallyRational, "what holds at every profile holds in expectation", scope) { ImpliedBy = Guarantee.ExPostIndividuallyRational },
            new(Guarantee.ExAnteIndividuallyRational, "what holds at every profile holds in expectation", scope) { ImpliedBy = Guarantee.ExPostIndividuallyRational },
            new(Guarantee.NoSubsidy, "a critical value is that of another bid, scaled by the numbers of goods, or 0", "reports are at least 0"),
            new(Guarantee.NoDeficit, "no payment is negative, and handing out costs nothing", "reports are at least 0"),
        ];
    }

    private static EquatableArray<Evidence> Clarke(Problem problem, DisjointPackages goods, string model) =>
        ClarkeGuarantees.Of(
            model,
            "Vickrey (1961), Clarke (1971), Groves (1973): each bidder pays what its presence costs the others",
            problem.Money,
            goods.IsUnlimited ? string.Empty : "; among profiles that are decided within the limits of the search: where one report leaves it unproved and another does not, they say nothing");
}
