using MechanismDsl.Language.Rules.Shapes;
using MechanismDsl.Proofs.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace MechanismDsl.Language.Rules.Lowering;

/// <summary>Lowers <c>==</c> and <c>!=</c> of tuples: both are evaluated, then compared member by member, numbers of two kinds as the wider one.</summary>
internal sealed class TupleComparison(Lowerer lowerer)
{
    /// <summary>Whether the tuples are equal, or differ.</summary>
    public Value Lower(ITupleBinaryOperation operation)
    {
        // A number beside a float is compared as a float.
        if (MixesSingles(operation.LeftOperand.Type, operation.RightOperand.Type))
        {
            throw Wording.Refuse(operation);
        }

        var operands = lowerer.Emission.InOrder(() => lowerer.Expressions.Lower(operation.LeftOperand), () => lowerer.Expressions.Lower(operation.RightOperand));
        var same = Same(operation, lowerer.Emission.Keep(operands[0]), lowerer.Emission.Keep(operands[1]));
        return new Value.Number(operation.OperatorKind == BinaryOperatorKind.Equals ? same : new Expression.Unary(UnaryOperation.Not, same, site: lowerer.At(operation)));
    }

    private Expression Same(IOperation operation, Value left, Value right)
    {
        switch (left, right)
        {
            case (Value.Number { Expression: var x }, Value.Number { Expression: var y }):
                var kind = Wider(x.Kind, y.Kind) ?? throw Wording.Refuse(operation);
                return lowerer.Arithmetic.Apply(operation, BinaryOperatorKind.Equals, Widen(operation, x, kind), Widen(operation, y, kind), isChecked: false);
            case (Value.Record { Shape.Type.IsTupleType: true, Members: var first }, Value.Record { Shape.Type.IsTupleType: true, Members: var second }) when first.Count == second.Count:
                Expression same = lowerer.Truth(operation, true);
                for (var index = 0; index < first.Count; index++)
                {
                    same = lowerer.Patterns.And(operation, same, Same(operation, first[index], second[index]));
                }

                return same;
            default:
                throw Wording.Refuse(operation);
        }
    }

    private Expression Widen(IOperation operation, Expression value, ScalarKind kind) => lowerer.Conversions.Convert(operation, value, kind, null, null, isChecked: false);

    private static bool MixesSingles(ITypeSymbol? left, ITypeSymbol? right) =>
        left is INamedTypeSymbol { IsTupleType: true, TupleElements: var first } && right is INamedTypeSymbol { IsTupleType: true, TupleElements: var second }
            ? first.Zip(second, (x, y) => MixesSingles(x.Type, y.Type)).Any(mixes => mixes)
            : Kinds.IsSingle(left) != Kinds.IsSingle(right);

    // Doubles and decimals have no common type.
    private static ScalarKind? Wider(ScalarKind x, ScalarKind y) =>
        x == y ? x
        : x.IsInteger() && y.IsInteger() ? ScalarKind.Int64
        : x.IsInteger() && y is ScalarKind.Double or ScalarKind.Decimal ? y
        : y.IsInteger() && x is ScalarKind.Double or ScalarKind.Decimal ? x
        : null;
}
