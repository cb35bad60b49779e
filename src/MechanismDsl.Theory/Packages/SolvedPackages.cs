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

    private static EquatableArray<Evidence> Guarantees(Problem problem, DisjointPackages goods) =>
        ClarkeGuarantees.Of(
            "quasi-linear private values for packages, stated in full by bids that exclude each other, no budgets, one identity a bidder",
            "Vickrey (1961), Clarke (1971), Groves (1973): each bidder pays what its presence costs the others",
            problem.Money,
            goods.HasTable ? string.Empty : "; among profiles that are decided within the limits of the search: where one report leaves it unproved and another does not, they say nothing");
}
