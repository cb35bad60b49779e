using MechanismDsl.Theory.Priors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace MechanismDsl.Language.Formulas;

/// <summary>What became of a method body: a formula, or words about the first construct that is none.</summary>
/// <param name="Formula">The formula; null if not understood.</param>
/// <param name="NotUnderstood">The reason, as a clause without a full stop; null if understood.</param>
internal readonly record struct FormulaReading(Formula? Formula, string? NotUnderstood);

/// <summary>
/// Lowers a method of one number to a formula: returned expressions, <c>if</c> with returns, and locals with an initializer. What is not on the
/// list is refused with its source, never approximated, because theorems are drawn from the formula.
/// </summary>
internal static class FormulaReader
{
    /// <summary>A body with more operations than this is refused; a formula is evaluated thousands of times.</summary>
    private const int MostOperations = 2000;

    /// <summary>Reads the body of a method that takes one <c>double</c> and returns a <c>double</c>.</summary>
    /// <param name="syntax">The method.</param>
    /// <param name="parameters">Names that stand for numbers to be filled in later: the parameters of an own prior.</param>
    /// <param name="model">The semantic model of its file.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public static FormulaReading Read(MethodDeclarationSyntax syntax, IReadOnlyList<string> parameters, SemanticModel model, CancellationToken cancellation)
    {
        if (model.GetDeclaredSymbol(syntax, cancellation) is not { } method || !IsFunctionOfOneNumber(method))
        {
            return new FormulaReading(null, "it must take one double and return a double");
        }

        if (model.GetOperation(syntax, cancellation) is not IMethodBodyOperation body || (body.ExpressionBody ?? body.BlockBody) is not { } block)
        {
            return new FormulaReading(null, "it has no body");
        }

        if (block.DescendantsAndSelf().Skip(MostOperations).Any())
        {
            return new FormulaReading(null, FormattableString.Invariant($"it is longer than {MostOperations} operations"));
        }

        try
        {
            var budget = new OperationBudget(MostOperations);
            return new FormulaReading(new StatementLowering(budget, cancellation).Lower([block], FormulaScope.Of(method.Parameters[0], parameters)), null);
        }
        catch (NotUnderstoodException refusal)
        {
            return new FormulaReading(null, refusal.Message);
        }
    }

    private static bool IsFunctionOfOneNumber(IMethodSymbol method) =>
        method is { Arity: 0, IsAsync: false, ReturnsByRef: false, ReturnsByRefReadonly: false, ReturnType.SpecialType: SpecialType.System_Double }
        && method.Parameters is [{ Type.SpecialType: SpecialType.System_Double, RefKind: RefKind.None }];
}
