using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MechanismDsl.Language.Declarations;

/// <summary>Finds the source expression of an attribute argument: positional or named, expanded <c>params</c>, array or collection expression.</summary>
internal static class AttributeSyntaxMap
{
    /// <summary>The element that stands for the argument as a whole.</summary>
    public const int Whole = -1;

    /// <summary>The expression of one constructor argument, or of one element if it is an array; null if the source has none (a default value, or an argument still missing).</summary>
    public static ExpressionSyntax? Argument(AttributeSyntax attribute, IMethodSymbol? constructor, int parameter, int element)
    {
        if (constructor is null || parameter < 0 || parameter >= constructor.Parameters.Length)
        {
            return null;
        }

        var target = constructor.Parameters[parameter];
        var arguments = Positional(attribute);
        var named = arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == target.Name);
        if (named is not null)
        {
            return Element(named.Expression, element, target.Type is IArrayTypeSymbol);
        }

        if (target.IsParams && IsExpanded(arguments, parameter))
        {
            var position = element == Whole ? parameter : parameter + element;
            return position < arguments.Count && arguments[position].NameColon is null ? arguments[position].Expression : null;
        }

        return parameter < arguments.Count && arguments[parameter].NameColon is null
            ? Element(arguments[parameter].Expression, element, target.Type is IArrayTypeSymbol)
            : null;
    }

    /// <summary>The expression that a named argument sets; null if the source has none.</summary>
    public static AttributeArgumentSyntax? Property(AttributeSyntax attribute, string name) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name);

    private static List<AttributeArgumentSyntax> Positional(AttributeSyntax attribute) =>
        [.. (attribute.ArgumentList?.Arguments ?? default).Where(argument => argument.NameEquals is null)];

    private static bool IsExpanded(List<AttributeArgumentSyntax> arguments, int parameter) =>
        arguments.Count != parameter + 1 || Elements(arguments[parameter].Expression) is null;

    private static ExpressionSyntax? Element(ExpressionSyntax expression, int element, bool isArray)
    {
        if (!isArray || element == Whole)
        {
            return expression;
        }

        return Elements(expression) is { } elements && element >= 0 && element < elements.Count ? elements[element] : expression;
    }

    private static List<ExpressionSyntax>? Elements(ExpressionSyntax expression) => expression switch
    {
        CollectionExpressionSyntax collection => [.. collection.Elements.OfType<ExpressionElementSyntax>().Select(item => item.Expression)],
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => [.. initializer.Expressions],
        ImplicitArrayCreationExpressionSyntax { Initializer: { } initializer } => [.. initializer.Expressions],
        _ => null,
    };
}
