using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MechanismDsl.CodeFixes.Declarations;

/// <summary>Fixes the number of agents.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddAgentCount)), Shared]
public sealed class AddAgentCount() : DeclarationFix("MECH0009")
{
    /// <inheritdoc/>
    private protected override IEnumerable<Offer> Offers(FixTarget target)
    {
        if (target.Type.Find("DoubleAuction") is not null)
        {
            yield return target.OnType("Fix two sellers and two buyers", static type => Count(Count(type, "Sellers"), "Buyers"));
            yield break;
        }

        var agents = target.Type.Find("Agents");
        yield return agents is null
            ? target.AddingLine("Agents(2)")
            : target.OnType("Fix the number of agents at 2", type => type.Replace(agents, "Agents(2)"));
    }

    /// <summary>The type with a number on one side of its exchange.</summary>
    private static TypeDeclarationSyntax Count(TypeDeclarationSyntax type, string side)
    {
        const string Stated = "Count = 2";
        if (type.Find(side) is not { } attribute)
        {
            return type.AddList($"{side}({Stated})");
        }

        var arguments = attribute.ArgumentList?.Arguments.Where(argument => argument.NameEquals?.Name.Identifier.ValueText != "Count").Select(argument => argument.ToString()) ?? [];
        return type.Replace(attribute, $"{Simple(attribute.Name)}({string.Join(", ", [.. arguments, Stated])})");
    }

    private static string Simple(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.ToString(),
        AliasQualifiedNameSyntax alias => alias.Name.ToString(),
        _ => name.ToString(),
    };
}
