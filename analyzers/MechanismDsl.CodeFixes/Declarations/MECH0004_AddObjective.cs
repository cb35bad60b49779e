using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MechanismDsl.CodeFixes.Declarations;

/// <summary>Adds a goal: welfare, or revenue where the priors are there.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddObjective)), Shared]
public sealed class AddObjective() : DeclarationFix("MECH0004")
{
    /// <inheritdoc/>
    private protected override IEnumerable<Offer> Offers(FixTarget target)
    {
        if (target.Type.Find("Goods") is not null)
        {
            yield return target.Adding("Optimal(Objective.Revenue)");
            yield break;
        }

        yield return target.Adding("Efficient");
        if (HasPriors(target.Type) && (target.Type.Find("Procurement") is null || target.Type.Find("BuyerValue") is not null))
        {
            yield return target.Adding("RevenueOptimal");
        }
    }

    // Without priors the goal of revenue would only lead to the next error.
    private static bool HasPriors(TypeDeclarationSyntax type) =>
        type.Find("Prior") is not null || type.Find("HistogramPrior") is not null || type.Find("DiscretePrior") is not null
        || type.Find("PriorFromFile") is not null || type.Find("Suppliers") is { } suppliers && suppliers.IsGeneric()
        || type.Attributes().Where(attribute => attribute.ShortName() is "Agent" or "Supplier").ToArray() is { Length: > 0 } agents
        && agents.All(agent => agent.IsGeneric());
}
