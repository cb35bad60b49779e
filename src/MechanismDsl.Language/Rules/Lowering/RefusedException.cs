using Microsoft.CodeAnalysis;

namespace MechanismDsl.Language.Rules.Lowering;

/// <summary>Ends a lowering at the first construct outside the verifiable subset. Never leaves <see cref="RuleReader"/>.</summary>
internal sealed class RefusedException(string words, SyntaxNode? syntax) : Exception(words)
{
    /// <summary>The construct; null if it is the method as a whole.</summary>
    public SyntaxNode? Syntax { get; } = syntax;

    /// <summary>The refusal of an operation.</summary>
    public static RefusedException At(IOperation operation, string words) => new(words, operation.Syntax);
}
