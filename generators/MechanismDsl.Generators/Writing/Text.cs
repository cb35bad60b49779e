using Microsoft.CodeAnalysis.CSharp;

namespace MechanismDsl.Generators.Writing;

/// <summary>String literals.</summary>
internal static class Text
{
    /// <summary>A quoted literal with escapes.</summary>
    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
