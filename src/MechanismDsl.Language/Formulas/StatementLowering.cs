using MechanismDsl.Theory.Priors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace MechanismDsl.Language.Formulas;

/// <summary>Lowers statements: every path ends in a return, and nothing is assigned twice, so a body is one nested conditional.</summary>
internal sealed class StatementLowering(OperationBudget budget, CancellationToken cancellation)
{
    private readonly ExpressionLowering _expressions = new(budget, cancellation);

    /// <summary>The value that the statements return.</summary>
    /// <exception cref="NotUnderstoodException">A statement is none of the allowed ones, or a path does not return.</exception>
    public Formula Lower(IReadOnlyList<IOperation> statements, FormulaScope scope)
    {
        for (var index = 0; index < statements.Count; index++)
        {
            cancellation.ThrowIfCancellationRequested();
            budget.Spend();
            IOperation[] rest = [.. statements.Skip(index + 1)];
            switch (statements[index])
            {
                case IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } value }:
                    return _expressions.Lower(value, scope);
                case IBlockOperation block:
                    return Lower([.. block.Operations, .. rest], scope);
                case IConditionalOperation branch:
                    return new Formula.Conditional(
                        _expressions.LowerCondition(branch.Condition, scope),
                        Lower([branch.WhenTrue, .. rest], scope),
                        Lower(branch.WhenFalse is { } otherwise ? [otherwise, .. rest] : rest, scope));
                case IVariableDeclarationGroupOperation group:
                    scope = Declare(group, scope);
                    break;
                case IEmptyOperation:
                    break;
                case var other:
                    throw Refusal.Of(other, "is not a return, an if with returns, or a local with a value");
            }
        }

        throw new NotUnderstoodException("a path ends without returning a value");
    }

    private FormulaScope Declare(IVariableDeclarationGroupOperation group, FormulaScope scope)
    {
        foreach (var declarator in group.Declarations.SelectMany(declaration => declaration.Declarators))
        {
            if (declarator.Symbol is not { RefKind: RefKind.None, Type.SpecialType: SpecialType.System_Double } || declarator.GetVariableInitializer() is not { } initializer)
            {
                // A constant needs no entry: its uses are constants. Other whole numbers would be divided as whole numbers.
                if (declarator.Symbol.IsConst)
                {
                    continue;
                }

                throw Refusal.Of(declarator, "is not a double with a value");
            }

            scope = scope.With(declarator.Symbol, _expressions.Lower(initializer.Value, scope));
        }

        return scope;
    }
}
