using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MechanismDsl.CodeFixes.OwnRules;

/// <summary>Adds the missing participation constraint as a promise: from then on the compiler refuses a payment that breaks it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PromiseParticipation)), Shared]
public sealed class PromiseParticipation() : DeclarationFix("MECH1003")
{
    private const string Promise = "ExPostIndividuallyRational";

    /// <inheritdoc/>
    private protected override IEnumerable<Offer> Offers(FixTarget target)
    {
        // The promises of a mechanism stand in one attribute, which could be on another part of the type.
        if (target.Type.Find("Mechanism") is not { } trigger)
        {
            yield break;
        }

        var name = trigger.Name is QualifiedNameSyntax or AliasQualifiedNameSyntax ? "global::MechanismDsl.Guarantee." + Promise : Promise;
        yield return target.OnType($"Promise {Promise}", type => type.Find("Guarantees") is { } promises
            ? type.Replace(promises, $"Guarantees({string.Join(", ", new[] { promises.ArgumentText(), name }.Where(text => text.Length > 0))})")
            : type.AddBeside($"Guarantees({name})"));
    }
}
