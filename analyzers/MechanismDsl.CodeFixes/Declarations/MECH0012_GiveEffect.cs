using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using MechanismDsl.Language.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MechanismDsl.CodeFixes.Declarations;

/// <summary>Adds what the attribute refines, or removes the attribute.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(GiveEffect)), Shared]
public sealed class GiveEffect() : DeclarationFix("MECH0012")
{
    /// <inheritdoc/>
    private protected override IEnumerable<Offer> Offers(FixTarget target)
    {
        if (target.Attribute is not { } marked)
        {
            // A number of a rule: the attribute on it is named by the finding.
            if (MarkEdits.Marked(target.Node) is { } number
                && MarkEdits.Attributes(number).FirstOrDefault(one => one.ShortName() == target.Data(FixData.Marked)) is { } mark)
            {
                yield return new Offer($"Remove [{mark.ShortName()}]", root => root.ReplaceNode(number, MarkEdits.Remove(number, mark)));
            }

            yield break;
        }

        if (target.Property is { } property)
        {
            yield return target.Removing(property);
            yield break;
        }

        if (target.Data(FixData.Missing) is { } missing && target.Type.Find(missing) is null)
        {
            yield return target.OnType($"Add [{missing}]", type => type.AttributeLists.Count == 0 ? type.AddList(missing) : type.AddFirst(missing));
        }

        yield return marked.Parent?.Parent is TypeDeclarationSyntax
            ? target.Removing(marked)
            : new Offer($"Remove [{marked.ShortName()}]", root => root.ReplaceNode(marked.Parent!.Parent!, MarkEdits.Remove(marked.Parent.Parent!, marked)));
    }
}
