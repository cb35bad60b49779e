using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using MechanismDsl.Language.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MechanismDsl.CodeFixes.OwnRules;

/// <summary>Completes the signature of a rule where it is clear what is missing: <c>static</c>, a domain, the mark of the report.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RepairSignature)), Shared]
public sealed class RepairSignature() : DeclarationFix("MECH1012")
{
    /// <inheritdoc/>
    private protected override IEnumerable<Offer> Offers(FixTarget target)
    {
        switch (target.Data(FixData.Signature))
        {
            case SignatureRepair.Static when target.Node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method:
                yield return new Offer("Add 'static'", root => root.ReplaceNode(method, MarkEdits.MakeStatic(method)));
                break;
            case SignatureRepair.Between when MarkEdits.Marked(target.Node) is { } number:
                yield return new Offer("Add [Between(0, 1)]", root => root.ReplaceNode(number, MarkEdits.Add(number, "Between(0, 1)")));
                break;
            case SignatureRepair.Report when MarkEdits.Marked(target.Node) is { } number:
                yield return new Offer("Add [Report]", root => root.ReplaceNode(number, MarkEdits.Add(number, "Report")));
                break;
        }
    }
}
