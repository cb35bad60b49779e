using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MechanismDsl.CodeFixes.OwnRules;

/// <summary>Removes a payment of the user's own, so that the generator writes the threshold payments.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DerivePayment)), Shared]
public sealed class DerivePayment() : DeclarationFix("MECH1003", "MECH1005", "MECH1006", "MECH1007", "MECH1008")
{
    /// <inheritdoc/>
    private protected override IEnumerable<Offer> Offers(FixTarget target)
    {
        if (target.Node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { Parent: TypeDeclarationSyntax type } payment)
        {
            var title = MarkEdits.Attributes(payment).Any(attribute => attribute.ShortName() == "Groves") ? "Derive Clarke payments" : "Derive threshold payments";
            // Other rules may call it: then it stays, without its mark.
            var isCalled = type.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name =>
                name.Identifier.ValueText == payment.Identifier.ValueText && !payment.Span.Contains(name.Span));
            var mark = MarkEdits.Attributes(payment).FirstOrDefault(attribute => attribute.ShortName() is "Payment" or "Groves");
            if (isCalled && mark is not null)
            {
                yield return new Offer(title, root => root.ReplaceNode(payment, MarkEdits.Remove(payment, mark)));
            }
            else if (!isCalled)
            {
                yield return new Offer(title, root => root.ReplaceNode(type, Without(type, payment)));
            }
        }
    }

    // The blank line that separated the payment from its neighbours goes with it.
    private static TypeDeclarationSyntax Without(TypeDeclarationSyntax type, MethodDeclarationSyntax payment)
    {
        var index = type.Members.IndexOf(payment);
        var rest = type.WithMembers(type.Members.RemoveAt(index));
        return index > 0 || rest.Members.Count == 0
            ? rest
            : rest.ReplaceNode(rest.Members[0], rest.Members[0].WithLeadingTrivia(rest.Members[0].GetLeadingTrivia().SkipWhile(trivia => trivia.IsKind(Microsoft.CodeAnalysis.CSharp.SyntaxKind.EndOfLineTrivia))));
    }
}
