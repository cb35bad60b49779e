using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using MechanismDsl.Language.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace MechanismDsl.CodeFixes.Declarations;

/// <summary>Removes one of two attributes that exclude each other; both removals are offered.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KeepOneAttribute)), Shared]
public sealed class KeepOneAttribute() : DeclarationFix("MECH0005")
{
    /// <inheritdoc/>
    private protected override IEnumerable<Offer> Offers(FixTarget target)
    {
        if (target.Property is { } property)
        {
            yield return target.Removing(property);
            yield break;
        }

        if (target.Attribute is { } attribute)
        {
            yield return target.Removing(attribute);
        }
        else if (MarkEdits.Marked(target.Node) is { } rule && MarkEdits.Attributes(rule).FirstOrDefault(one => one.ShortName() == target.Data(FixData.Marked)) is { } mark)
        {
            yield return new Offer($"Remove [{mark.ShortName()}]", root => root.ReplaceNode(rule, MarkEdits.Remove(rule, mark)));
        }

        var marked = target.Attribute;
        if (target.Data(FixData.Other) is { } name && target.Type.Attributes().FirstOrDefault(one => one.ShortName() == name && one != marked) is { } other)
        {
            yield return target.Removing(other);
        }
    }
}
