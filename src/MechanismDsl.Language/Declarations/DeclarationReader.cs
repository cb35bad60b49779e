using MechanismDsl.Language.Memory;
using MechanismDsl.Theory.Numbers;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Language.Declarations;

/// <summary>
/// Reads a mechanism type into plain values. This runs for every mechanism on every keystroke, so it looks at attribute data and at syntax that is
/// already there; members are bound only where their syntax shows an attribute of the language.
/// </summary>
public static class DeclarationReader
{
    /// <summary>Reads a type marked <c>[Mechanism]</c>. Never throws for incomplete source.</summary>
    /// <param name="type">The type.</param>
    /// <param name="compilation">The compilation it belongs to.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <param name="seen">Receives the files whose text the reading has looked into; what it takes from others, they declare.</param>
    public static Declaration Read(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation, FilesRead? seen = null)
    {
        // Parts are read with their comments and bodies, and so are priors of one's own.
        seen?.AddDeclarations(type);
        List<AttributeUse> attributes = [];
        foreach (var data in type.GetAttributes())
        {
            cancellation.ThrowIfCancellationRequested();
            if (LanguageAttributes.NameOnType(data.AttributeClass) is { } name)
            {
                var use = AttributeReader.Read(name, data, compilation, cancellation);
                if (data.AttributeClass?.TypeArguments.FirstOrDefault() is { } argument)
                {
                    seen?.AddDeclarations(argument);
                }

                attributes.Add(use.TypeArgument is { Members.Count: > 0 } outcomes && data.AttributeClass?.TypeArguments.FirstOrDefault() is INamedTypeSymbol named && !Visibility.IsSeenWith(named, type)
                    ? use with { TypeArgument = outcomes with { IsVisible = false } }
                    : use);
            }
        }

        var parts = UserParts.Of(type, cancellation);
        return new Declaration(
            TypeIdentityReader.Read(type, parts, cancellation),
            attributes.ToEquatableArray(),
            StrategyReader.Read(parts, compilation, cancellation))
        {
            Rules = RuleMethodReader.Read(type, parts, compilation, seen, cancellation),
        };
    }
}
