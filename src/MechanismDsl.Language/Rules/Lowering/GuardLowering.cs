using MechanismDsl.Language.Rules.Queries;
using MechanismDsl.Language.Rules.Shapes;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace MechanismDsl.Language.Rules.Lowering;

/// <summary>
/// Lowers <c>Debug.Assert</c> and <c>ArgumentOutOfRangeException.ThrowIf…</c> to tests that fail. An assertion that fails ends a program that is built for
/// debugging, and one that cannot fail changes no other.
/// </summary>
internal sealed class GuardLowering(Lowerer lowerer)
{
    /// <summary>Nothing, for a guard whose test was emitted; null if the call is none.</summary>
    public Value? Lower(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (!method.IsStatic || method.ContainingType is not { Arity: 0, ContainingNamespace: { } space } type)
        {
            return null;
        }

        switch (type.Name, space.ToDisplayString(), method.Name)
        {
            case ("Debug", "System.Diagnostics", "Assert") when !HasEffects(call.Arguments[0].Value):
                Fail(lowerer.Number(call.Arguments[0].Value), "AssertionException", call, isFailure: false);
                return Emission.Absent;
            case ("ArgumentNullException", "System", "ThrowIfNull") when lowerer.Expressions.Lower(call.Arguments[0].Value) is Value.List or Value.Rows:
                return Emission.Absent;
            case ("ArgumentOutOfRangeException", "System", var name) when name.StartsWith("ThrowIf", StringComparison.Ordinal) && Test(call, name) is { } test:
                Fail(test, nameof(ArgumentOutOfRangeException), call, isFailure: true);
                return Emission.Absent;
            default:
                return null;
        }
    }

    private Expression? Test(IInvocationOperation call, string name)
    {
        // The name of the argument, which comes last, is for the message.
        var operands = call.Arguments.Where(argument => argument.Parameter!.Name is "value" or "other").OrderBy(argument => argument.Parameter!.Ordinal).Select(argument => argument.Value).ToList();
        var values = lowerer.Emission.InOrder([.. operands.Select<IOperation, Func<Value>>(operand => () => new Value.Number(lowerer.Number(operand)))]);
        Expression[] numbers = [.. values.Select(value => lowerer.Emission.Hold(((Value.Number)value).Expression))];
        var site = lowerer.At(call);
        return (name, numbers) switch
        {
            ("ThrowIfLessThan", [var x, var y]) => Sorting.Less(x, y, site),
            ("ThrowIfGreaterThan", [var x, var y]) => Sorting.Less(y, x, site),
            ("ThrowIfLessThanOrEqual", [var x, var y]) => Not(Sorting.Less(y, x, site), site),
            ("ThrowIfGreaterThanOrEqual", [var x, var y]) => Not(Sorting.Less(x, y, site), site),
            ("ThrowIfEqual", [var x, var y]) => Sorting.Same(x, y, site),
            ("ThrowIfNotEqual", [var x, var y]) => Not(Sorting.Same(x, y, site), site),
            ("ThrowIfZero", [var x]) => new Expression.Binary(BinaryOperation.Equal, x, Zero(x, site), site: site),

            // A computed double can be −0.0 or NaN, which have a sign that no comparison shows; an input is neither.
            ("ThrowIfNegative", [var x]) when IsPlain(x) => new Expression.Binary(BinaryOperation.Less, x, Zero(x, site), site: site),
            ("ThrowIfNegativeOrZero", [var x]) when IsPlain(x) => new Expression.Binary(BinaryOperation.LessOrEqual, x, Zero(x, site), site: site),
            _ => throw RefusedException.At(call, $"{Wording.Source(call)}, which depends on the sign of −0.0"),
        };
    }

    private bool IsPlain(Expression value) => value.Kind != ScalarKind.Double
        || (value is Expression.Read read && read.Variable.Index < lowerer.Emission.Inputs)
        || lowerer.Emission.IsOfInput(new Value.Number(value));

    // What only a build for debugging carries out must not change what follows.
    private static bool HasEffects(IOperation condition) => condition.DescendantsAndSelf().Any(part =>
        part is IAssignmentOperation or IIncrementOrDecrementOperation or IDeclarationExpressionOperation or IDeclarationPatternOperation
        || part is IArgumentOperation { Parameter.RefKind: not (RefKind.None or RefKind.In) }
        || (part is IInvocationOperation invoked && ListUses.IsWrite(invoked)));

    private void Fail(Expression test, string exception, IOperation call, bool isFailure)
    {
        Statement[] fail = [new Statement.Fail(exception, lowerer.At(call))];
        lowerer.Emission.Emit(new Statement.If(test, isFailure ? fail.ToEquatableArray() : [], isFailure ? [] : fail.ToEquatableArray(), lowerer.At(call)));
    }

    private static Expression.Unary Not(Expression test, int site) => new(UnaryOperation.Not, test, site: site);

    private static Expression.Constant Zero(Expression like, int site) => ArithmeticLowering.Constant(like.Kind, 0, site);
}
