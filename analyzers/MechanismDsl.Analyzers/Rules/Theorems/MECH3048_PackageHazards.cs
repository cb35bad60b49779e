using MechanismDsl.Language.Claims;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Packages;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Theorems;

/// <summary>Fires when: packages of at least two goods are sold at Clarke payments.</summary>
/// <remarks>Message arguments: the instances with their numbers.</remarks>
internal static class PackageHazardsRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH3048";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "Clarke payments for packages can be low",
        messageFormat: "Clarke payments for packages are truthful, and can be low: {0}; [CoreSelecting] collects at least what a loser offered, and is not truthful",
        category: Categories.Theorems,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Where goods are worth more together, Clarke payments can lie below what a loser offered, fall as bids rise, and reward bidders who act together or under several names.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);

    /// <summary>Runs the instances.</summary>
    public static Finding? Examine(Declaration declaration, SolvedPackages packages) =>
        PackageHazards.Of(packages) is { } hazards ? new Finding(Id, declaration.At("Efficient"), [hazards], []) : null;
}
