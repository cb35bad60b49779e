using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using MechanismDsl.Language.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MechanismDsl.CodeFixes.Declarations;

/// <summary>Adds a prior whose numbers the author then replaces.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddPrior)), Shared]
public sealed class AddPrior() : DeclarationFix("MECH0006")
{
    /// <inheritdoc/>
    private protected override IEnumerable<Offer> Offers(FixTarget target)
    {
        // A linear program needs finitely many values.
        var (family, example) = target.Type.Find("Optimal") is null ? ("Uniform", "0, 1") : ("UniformIntegers", "1, 2");
        if (target.Data(FixData.Agent) is not { } name)
        {
            yield return target.Type.Find("Suppliers") is { } suppliers
                ? target.OnType($"Add the prior {family}({example})", type => type.Replace(suppliers, $"Suppliers<{family}>({example})"))
                : target.AddingLine($"Prior<{family}>({example})");
            yield break;
        }

        if (Declaration(target.Type, name) is { } agent && agent.ArgumentList!.Arguments.Count > 0)
        {
            yield return target.OnType($"Add the prior {family}({example})", type => WithPrior(type, agent, family, example));
        }
    }

    private static AttributeSyntax? Declaration(TypeDeclarationSyntax type, string agent) =>
        type.Attributes().FirstOrDefault(attribute =>
            attribute.ShortName() is "Agent" or "Supplier" && !attribute.IsGeneric()
            && attribute.ArgumentList?.Arguments.FirstOrDefault()?.Expression is LiteralExpressionSyntax literal && literal.Token.ValueText == agent);

    private static TypeDeclarationSyntax WithPrior(TypeDeclarationSyntax type, AttributeSyntax agent, string family, string example)
    {
        var arguments = agent.ArgumentList!.Arguments.Select(argument => argument.ToString()).ToList();
        arguments.Insert(1, example);
        return type.Replace(agent, $"{agent.ShortName()}<{family}>({string.Join(", ", arguments)})");
    }
}
