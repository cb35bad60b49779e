using MechanismDsl.Language.Rules.Shapes;
using MechanismDsl.Proofs.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace MechanismDsl.Language.Rules.Lowering;

/// <summary>Lowers statements other than loops and switches.</summary>
internal sealed class StatementLowering(Lowerer lowerer)
{
    /// <summary>Emits a statement.</summary>
    /// <param name="operation">The statement.</param>
    /// <param name="isLast">Whether the method ends after it, so that a return need not leave anything.</param>
    /// <returns>Whether nothing after it runs, because it returns, throws or goes elsewhere.</returns>
    public bool Lower(IOperation operation, bool isLast)
    {
        lowerer.Enter(operation);
        var isEnd = operation is IReturnOperation or IBranchOperation or IThrowOperation;
        switch (operation)
        {
            case IBlockOperation block:
                isEnd = Lower(block.Operations, block.Operations.Length, isLast);
                break;
            case IVariableDeclarationGroupOperation group:
                foreach (var declarator in group.Declarations.SelectMany(declaration => declaration.Declarators))
                {
                    Declare(declarator);
                }

                break;
            case IExpressionStatementOperation statement:
                Carry(statement.Operation);
                break;
            case IConditionalOperation choice:
                isEnd = Branch(choice, isLast);
                break;
            case IReturnOperation { Kind: OperationKind.Return } result:
                Return(result, isLast);
                break;
            case ILoopOperation loop:
                lowerer.Loops.Lower(loop);
                break;
            case ISwitchOperation choice:
                isEnd = lowerer.Switches.Lower(choice, isLast);
                break;
            case IBranchOperation { BranchKind: BranchKind.Break or BranchKind.Continue } branch:
                lowerer.Loops.Leave(branch);
                break;
            case IThrowOperation { Exception: { } exception } failure:
                lowerer.Emission.Emit(new Statement.Fail(ExceptionOf(exception), lowerer.At(failure)));
                break;
            case IEmptyOperation or ILocalFunctionOperation:
                break;
            default:
                throw Wording.Refuse(operation);
        }

        lowerer.Exit();
        return isEnd;
    }

    /// <summary>Emits the first statements of a list, up to one that ends it.</summary>
    /// <returns>Whether nothing after them runs.</returns>
    public bool Lower(IReadOnlyList<IOperation> operations, int count, bool isLast)
    {
        for (var index = 0; index < count; index++)
        {
            if (Lower(operations[index], isLast && index == count - 1))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>An expression whose value is not used.</summary>
    public void Carry(IOperation operation)
    {
        switch (operation)
        {
            case IAssignmentOperation or IIncrementOrDecrementOperation:
                lowerer.Assignments.LowerStatement(operation);
                break;
            case IInvocationOperation call:
                lowerer.Calls.LowerStatement(call);
                break;
            default:
                throw Wording.Refuse(operation);
        }
    }

    /// <summary>A declaration: a local that keeps its first value stands for it, another one gets variables.</summary>
    public void Declare(IVariableDeclaratorOperation declarator)
    {
        var local = declarator.Symbol;
        if (local.IsConst)
        {
            return;
        }

        // What a read-only reference to an input or table sees never changes.
        if (local.RefKind == RefKind.RefReadOnly && declarator.GetVariableInitializer() is { Value: var seen } && !lowerer.Frame.IsWritten(local) && lowerer.Expressions.Lower(seen) is var element && lowerer.Emission.IsOfInput(element))
        {
            Bind(declarator, local, element);
            return;
        }

        if (local.RefKind != RefKind.None)
        {
            throw RefusedException.At(declarator, $"reference {Wording.Source(declarator)}");
        }

        if (ListUses.IsList(local.Type))
        {
            ListUses.Check(declarator);
        }

        if (declarator.GetVariableInitializer() is not { } initializer)
        {
            lowerer.Frame.Bind(local, lowerer.Emission.Storage(Lowerer.ShapeOf(declarator, local.Type)));
            return;
        }

        Bind(declarator, local, lowerer.Expressions.Lower(initializer.Value));
    }

    /// <summary>A declaration with a value that has been lowered.</summary>
    public void Declare(IOperation declaration, ILocalSymbol local, Value value)
    {
        ListUses.RefuseAlias(declaration, local.Type);
        Bind(declaration, local, value);
    }

    private void Bind(IOperation declaration, ILocalSymbol local, Value value)
    {
        var isWritten = lowerer.Frame.IsWritten(local);
        if (!isWritten && lowerer.Emission.IsSettled(value))
        {
            lowerer.Frame.Bind(local, value);
            return;
        }

        if (value is Value.Query or Value.Lambda)
        {
            throw RefusedException.At(declaration, $"{(value is Value.Query ? "query" : "function")} in the variable '{local.Name}', which is assigned again");
        }

        var variables = lowerer.Emission.Storage(Lowerer.ShapeOf(declaration, local.Type), isSettled: !isWritten);
        lowerer.Emission.Assign(variables, value, lowerer.At(declaration));
        lowerer.Frame.Bind(local, variables);
    }

    private bool Branch(IConditionalOperation choice, bool isLast)
    {
        var test = lowerer.Number(choice.Condition);
        if (test is Expression.Constant { Value: var known })
        {
            return known.AsBoolean ? Lower(choice.WhenTrue, isLast) : choice.WhenFalse is { } only && Lower(only, isLast);
        }

        bool endsThen = false, endsElse = false;
        var then = lowerer.Emission.Capture(() => endsThen = Lower(choice.WhenTrue, isLast));
        var otherwise = lowerer.Emission.Capture(() => endsElse = choice.WhenFalse is { } whenFalse && Lower(whenFalse, isLast));
        lowerer.Emission.Emit(new Statement.If(test, [.. then], [.. otherwise], lowerer.At(choice.Condition)));
        return endsThen && endsElse;
    }

    private void Return(IReturnOperation result, bool isLast)
    {
        var target = lowerer.Frame.Return ?? throw Wording.Refuse(result);
        if (result.ReturnedValue is { } value && target.Storage is { } storage)
        {
            lowerer.Emission.Assign(storage, lowerer.Expressions.Lower(value), lowerer.At(result));
        }

        if (!isLast)
        {
            target.IsLeft = true;
            lowerer.Emission.Emit(new Statement.Leave(target.Label, lowerer.At(result)));
        }
    }

    /// <summary>The name of the exception that a throw makes; what its message says is nothing that a rule computes.</summary>
    public static string ExceptionOf(IOperation exception)
    {
        while (exception is IConversionOperation conversion)
        {
            exception = conversion.Operand;
        }

        return exception.Type?.Name ?? nameof(Exception);
    }
}
