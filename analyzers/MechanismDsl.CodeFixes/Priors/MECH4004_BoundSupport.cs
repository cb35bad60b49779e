using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MechanismDsl.CodeFixes.Priors;

/// <summary>Cuts a Pareto prior off at a thousand times its lower end; the author then replaces that bound.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BoundSupport)), Shared]
public sealed class BoundSupport() : DeclarationFix("MECH4004", "MECH4005", "MECH4006")
{
    private const double Width = 1000;

    /// <inheritdoc/>
    private protected override IEnumerable<Offer> Offers(FixTarget target)
    {
        if (target.Attribute is { Name: GenericNameSyntax { TypeArgumentList.Arguments: [IdentifierNameSyntax { Identifier.ValueText: "Pareto" }] } name, ArgumentList: { } list } attribute
            && list.Arguments.Where(argument => argument.NameEquals is null).LastOrDefault() is { Expression: LiteralExpressionSyntax { Token.Value: var value } } scale
            && value is int or double)
        {
            var bound = value is int whole ? whole * Width : (double)value * Width;
            var added = bound.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
            var arguments = list.Arguments.Select(argument => argument == scale ? $"{argument}, {added}" : argument.ToString());
            yield return target.OnType(
                $"Bound the support at {added}",
                type => type.Replace(attribute, $"{name.Identifier.ValueText}<BoundedPareto>({string.Join(", ", arguments)})"));
        }
    }
}
