using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using MechanismDsl.Language.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace MechanismDsl.CodeFixes.Declarations;

/// <summary>Promises that no type expects to lose by taking part, which limits what can be charged.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PromiseParticipation)), Shared]
public sealed class PromiseParticipation() : DeclarationFix("MECH0046")
{
    /// <inheritdoc/>
    private protected override IEnumerable<Offer> Offers(FixTarget target)
    {
        if (target.Data(FixData.Guarantee) is { } guarantee && target.Type.Find("Guarantees") is { ArgumentList: { } list })
        {
            var added = SyntaxFactory.AttributeArgument(SyntaxFactory.IdentifierName(guarantee)).WithLeadingTrivia(SyntaxFactory.Space);
            yield return target.OnType($"Promise {guarantee}", type => type.ReplaceNode(list, list.AddArguments(added)));
        }
    }
}
