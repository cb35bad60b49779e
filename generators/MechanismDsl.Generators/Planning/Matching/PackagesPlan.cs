using MechanismDsl.Generators.Explaining;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Packages;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Planning;

/// <summary>What is written for a package auction.</summary>
/// <param name="Type">The type to extend.</param>
/// <param name="Evidence">Every guarantee that holds, with its theorem.</param>
/// <param name="Shape">How it is called.</param>
/// <param name="Goods">The goods, and the limits of the search.</param>
/// <param name="Explanation">The mechanism in English; its first line is the summary.</param>
internal sealed record PackagesPlan(
    TypeIdentity Type,
    EquatableArray<Evidence> Evidence,
    PackageShape Shape,
    DisjointPackages Goods,
    EquatableArray<ExplanationLine> Explanation)
    : FilePlan(Type, Evidence)
{
    /// <summary>The names of the bidders; empty where they are told apart by their index.</summary>
    public EquatableArray<string> Bidders { get; init; }

    /// <summary>Whether payments are in the core instead of Clarke's.</summary>
    public bool IsCoreSelecting { get; init; }

    /// <inheritdoc/>
    public override FilePlan Unjudged() => this;

    /// <summary>The plan of one file.</summary>
    public static PackagesPlan Of(Declaration declaration, SolvedPackages packages)
    {
        var money = packages.Problem.Money;
        var shape = new PackageShape(packages.Goods.Count, new Currency(money.Kind, money.Decimals), packages.Goods.DeterministicTime is not null, packages.Goods.IsFast, packages.Goods.IsTogether);
        return new(declaration.Type, packages.Evidence, shape, packages.Goods, new PackagesExplainer(packages, shape).Explain())
        {
            Assumptions = packages.Problem.Assumptions,
            IsCoreSelecting = packages.IsCoreSelecting,
            Bidders = AssignmentPlan.NamesOf(packages.Problem.Population),
        };
    }
}
