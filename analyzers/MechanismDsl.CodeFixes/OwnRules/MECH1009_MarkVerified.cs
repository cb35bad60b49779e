using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace MechanismDsl.CodeFixes.OwnRules;

/// <summary>States that the platform measures a number that the score depends on.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MarkVerified)), Shared]
public sealed class MarkVerified() : DeclarationFix("MECH1009")
{
    /// <inheritdoc/>
    private protected override IEnumerable<Offer> Offers(FixTarget target)
    {
        if (MarkEdits.Marked(target.Node) is { } number)
        {
            yield return new Offer("Mark as [Verified]", root => root.ReplaceNode(number, MarkEdits.Add(number, "Verified")));
        }
    }
}
