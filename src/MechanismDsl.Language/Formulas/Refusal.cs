using Microsoft.CodeAnalysis;

namespace MechanismDsl.Language.Formulas;

/// <summary>Words about a construct that is not part of the formula language.</summary>
internal static class Refusal
{
    private const int LongestSnippet = 60;

    /// <summary>The refusal of an operation: its source in quotes and what is wrong with it.</summary>
    public static NotUnderstoodException Of(IOperation operation, string words) => new($"'{Snippet(operation.Syntax)}' {words}");

    private static string Snippet(SyntaxNode syntax)
    {
        var text = string.Join(" ", syntax.ToString().Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= LongestSnippet ? text : text.Substring(0, LongestSnippet) + "…";
    }
}
