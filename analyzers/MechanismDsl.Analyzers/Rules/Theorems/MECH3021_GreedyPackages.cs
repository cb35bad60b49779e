using MechanismDsl.Language.Claims;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Packages;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Theorems;

/// <summary>Fires when: bids of single-minded bidders are accepted by the greedy choice, whose worth is bounded by the number of goods.</summary>
/// <remarks>Message arguments: the bound; a profile at which another set would be worth more, as a clause that begins with its punctuation, empty for one good.</remarks>
internal static class GreedyPackagesRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH3021";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "The greedy choice of packages is worth at least 1/√m of the best",
        messageFormat: "The greedy choice is truthful with its own critical values and worth at least {0} of the best set of bids (Lehmann, O'Callaghan and Shoham 2002), but not always all of it{1}",
        category: Categories.Theorems,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Value over the square root of the number of goods decides who comes first: a monotone rule whose worst case is 1/√m for m goods. Without Greedy the best set of bids is found, by a dynamic program or an exact search.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);

    /// <summary>Says what the choice is worth.</summary>
    public static Finding? Examine(Declaration declaration, SolvedPackages packages) =>
        packages.Goods.IsGreedy && new PackageRefuter(packages).Waste() is { } waste
            ? new Finding(Id, declaration.At("SingleMinded"), ["1/√" + NumberText.Exact(packages.Goods.Count), ": " + waste], [])
            : null;
}
