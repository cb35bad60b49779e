using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using MechanismDsl.Language.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MechanismDsl.CodeFixes.Declarations;

/// <summary>Adds a size that the author then replaces.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddSize)), Shared]
public sealed class AddSize() : DeclarationFix("MECH0024")
{
    /// <inheritdoc/>
    private protected override IEnumerable<Offer> Offers(FixTarget target)
    {
        if (target.Data(FixData.Missing) is { } size && target is { Attribute.ArgumentList: { } arguments, Attribute: { } agent })
        {
            yield return target.OnType($"Add {size} = 1", type => type.Replace(agent, $"{(agent.Name is QualifiedNameSyntax qualified ? qualified.Right : agent.Name)}({string.Join(", ", arguments.Arguments)}, {size} = 1)"));
        }
    }
}
