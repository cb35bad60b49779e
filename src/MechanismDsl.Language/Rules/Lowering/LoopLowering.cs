using MechanismDsl.Language.Rules.Shapes;
using MechanismDsl.Proofs.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace MechanismDsl.Language.Rules.Lowering;

/// <summary>Lowers loops to the canonical shape that <see cref="Statement.Block"/> states.</summary>
internal sealed class LoopLowering(Lowerer lowerer)
{
    private readonly HashSet<int> _left = [];
    private readonly HashSet<int> _counted = [];
    private readonly Dictionary<ILabelSymbol, int> _exits = new(SymbolEqualityComparer.Default);

    /// <summary>Emits a loop.</summary>
    public void Lower(ILoopOperation loop)
    {
        switch (loop)
        {
            case IForLoopOperation counted:
                foreach (var start in counted.Before)
                {
                    LowerPart(start);
                }

                Run(loop, Condition(counted.Condition), counted.Body, () =>
                {
                    foreach (var step in counted.AtLoopBottom)
                    {
                        LowerPart(step);
                    }
                });
                break;
            case IWhileLoopOperation { ConditionIsTop: true, ConditionIsUntil: false } loopWhile:
                Run(loop, Condition(loopWhile.Condition), loopWhile.Body, () => { });
                break;
            case IWhileLoopOperation { ConditionIsTop: false, ConditionIsUntil: false } doWhile:
                RunThenTest(doWhile);
                break;
            case IForEachLoopOperation each:
                Each(each);
                break;
            default:
                throw Wording.Refuse(loop);
        }
    }

    /// <summary>Emits a <c>break</c> or <c>continue</c>.</summary>
    public void Leave(IBranchOperation branch)
    {
        var label = _exits.TryGetValue(branch.Target, out var exit) ? exit : throw Wording.Refuse(branch);
        _left.Add(label);
        lowerer.Emission.Emit(new Statement.Leave(label, lowerer.At(branch)));
    }

    /// <summary>Whether some branch leaves a block.</summary>
    public bool IsLeft(int label) => _left.Contains(label);

    /// <summary>Whether the block with a label is a loop that counts up to a number, so that it ends.</summary>
    public bool IsCounted(int label) => _counted.Contains(label);

    /// <summary>Where a <c>break</c> goes.</summary>
    public void Name(ILabelSymbol exit, int label) => _exits[exit] = label;

    /// <summary>Emits the canonical loop around statements.</summary>
    /// <param name="test">Emits what the test needs and returns it; null for a loop without one.</param>
    /// <param name="exit">The label of the block that ends the loop.</param>
    /// <param name="next">The label of the block that goes on to the next turn.</param>
    /// <param name="body">Emits the body.</param>
    /// <param name="step">Emits what follows the body.</param>
    /// <param name="site">The place.</param>
    public void Emit(Func<Expression>? test, int exit, int next, Action body, Action step, int site)
    {
        var emission = lowerer.Emission;
        var turn = emission.Capture(() =>
        {
            if (test is not null)
            {
                emission.Emit(new Statement.If(test(), [], [new Statement.Leave(exit, site)], site));
            }

            emission.Emit(new Statement.Block(next, [.. emission.Capture(body)], site));
            step();
        });
        emission.Emit(new Statement.Block(exit, [new Statement.Loop([.. turn], site)], site));
    }

    private void LowerPart(IOperation operation)
    {
        if (operation is IVariableDeclarationGroupOperation or IExpressionStatementOperation)
        {
            lowerer.Statements.Lower(operation, isLast: false);
        }
        else
        {
            lowerer.Statements.Carry(operation);
        }
    }

    private Func<Expression>? Condition(IOperation? condition) => condition is null or { ConstantValue: { HasValue: true, Value: true } } ? null : () => lowerer.Number(condition);

    private void Run(ILoopOperation loop, Func<Expression>? test, IOperation body, Action step)
    {
        var (exit, next) = Labels(loop);
        Emit(test, exit, next, () => lowerer.Statements.Lower(body, isLast: false), step, lowerer.At(loop));
    }

    private void RunThenTest(IWhileLoopOperation loop)
    {
        var (exit, next) = Labels(loop);
        Emit(null, exit, next, () => lowerer.Statements.Lower(loop.Body, isLast: false), () =>
        {
            if (Condition(loop.Condition) is { } test)
            {
                var site = lowerer.At(loop.Condition!);
                lowerer.Emission.Emit(new Statement.If(test(), [], [new Statement.Leave(exit, site)], site));
            }
        }, lowerer.At(loop));
    }

    private void Each(IForEachLoopOperation loop)
    {
        var local = (loop.LoopControlVariable as IVariableDeclaratorOperation)?.Symbol;
        if (loop.IsAsynchronous || local is { RefKind: not (RefKind.None or RefKind.RefReadOnly) })
        {
            throw RefusedException.At(loop, "foreach by reference or asynchronous");
        }

        var (exit, next) = Labels(loop);
        lowerer.Queries.Of(loop.Collection).Each(exit, next, element =>
        {
            if (local is { RefKind: RefKind.RefReadOnly } && !lowerer.Emission.IsOfInput(element))
            {
                throw RefusedException.At(loop, "foreach by reference over what the rule can write to");
            }

            if (local is null)
            {
                lowerer.Deconstructions.Declare(loop, element, ElementType(loop));
            }
            else
            {
                Bind(loop, local, element);
            }

            lowerer.Statements.Lower(loop.Body, isLast: false);
        });
    }

    /// <summary>Emits a counting loop from 0 to below a count that is settled.</summary>
    public void Count(Expression count, int exit, int next, Action<Expression> body, int site) =>
        Count(ArithmeticLowering.Constant(ScalarKind.Int32, 0, site), count, exit, next, body, site);

    /// <summary>Emits a counting loop from a first index to below a count that is settled.</summary>
    public void Count(Expression first, Expression count, int exit, int next, Action<Expression> body, int site)
    {
        var emission = lowerer.Emission;
        var index = emission.NewVariable(ScalarKind.Int32, isSettled: true);
        var read = new Expression.Read(index, site);
        _counted.Add(exit);
        emission.Emit(new Statement.Assign(index, first, site));
        Emit(
            () => new Expression.Binary(BinaryOperation.Less, read, count, site: site),
            exit,
            next,
            () => body(read),
            () => emission.Emit(new Statement.Assign(index, new Expression.Binary(BinaryOperation.Add, read, ArithmeticLowering.Constant(ScalarKind.Int32, 1, site), site: site), site)),
            site);
    }

    /// <summary>The turn's variable has the element that was there when the turn began.</summary>
    private void Bind(IForEachLoopOperation loop, ILocalSymbol local, Value element)
    {
        var site = lowerer.At(loop);
        if (element is Value.Number { Expression: var number } && ElementType(loop) is { } type && !SymbolEqualityComparer.Default.Equals(type, local.Type))
        {
            // A cast of every element wraps round or fails, as the project is compiled.
            element = lowerer.Bodies.Classify(type, local.Type).IsImplicit
                ? new Value.Number(lowerer.Conversions.Convert(loop, number, Lowerer.KindOf(loop, local.Type), local.Type, type, isChecked: true))
                : throw RefusedException.At(loop, $"foreach that casts {Wording.Type(type)} to {Wording.Type(local.Type)}");
        }

        var variables = lowerer.Emission.Storage(Lowerer.ShapeOf(loop, local.Type), isSettled: true);
        lowerer.Emission.Assign(variables, element, site);
        lowerer.Frame.Bind(local, variables);
    }

    private ITypeSymbol? ElementType(IForEachLoopOperation loop) =>
        loop.Syntax is CommonForEachStatementSyntax syntax ? lowerer.Bodies.ModelOf(syntax.SyntaxTree).GetForEachStatementInfo(syntax).ElementType : null;

    private (int Exit, int Next) Labels(ILoopOperation loop)
    {
        var labels = (lowerer.Emission.NewLabel(), lowerer.Emission.NewLabel());
        _exits[loop.ExitLabel] = labels.Item1;
        _exits[loop.ContinueLabel] = labels.Item2;
        return labels;
    }
}
