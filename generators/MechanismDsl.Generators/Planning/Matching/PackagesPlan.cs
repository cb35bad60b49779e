using MechanismDsl.Generators.Explaining;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Packages;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Planning;

/// <summary>What is written for a package auction.</summary>
/// <param name="Type">The type to extend.</param>
/// <param name="Evidence">Every guarantee that holds, with its theorem.</param>
/// <param name="Goods">The goods.</param>
/// <param name="Explanation">The mechanism in English; its first line is the summary.</param>
internal sealed record PackagesPlan(TypeIdentity Type, EquatableArray<Evidence> Evidence, DisjointPackages Goods, EquatableArray<ExplanationLine> Explanation)
    : FilePlan(Type, Evidence)
{
    /// <inheritdoc/>
    public override FilePlan Unjudged() => this;

    /// <summary>The plan of one file.</summary>
    public static PackagesPlan Of(Declaration declaration, SolvedPackages packages) =>
        new(declaration.Type, packages.Evidence, packages.Goods, new PackagesExplainer(packages).Explain())
        {
            Assumptions = packages.Problem.Assumptions,
        };
}
