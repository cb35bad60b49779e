using MechanismDsl.Proofs.Rules;
using static MechanismDsl.Proofs.Inverses.Formulas;

namespace MechanismDsl.Proofs.Inverses;

/// <summary>Operators of two values: those with the report on one side are undone, the others need a normal form.</summary>
internal sealed partial class InverseSolver
{
    private Expression? SolveBinary(Expression.Binary binary, Expression level, Relation relation, Expression low, Expression high)
    {
        // Integers: the formulas below are about real numbers, which overflow nowhere.
        if (binary.Kind is not (ScalarKind.Double or ScalarKind.Int32 or ScalarKind.Int64) || (binary.Kind != ScalarKind.Double && !IsExact(binary, low, high)))
        {
            return null;
        }

        var left = DependsOn(binary.Left, report);
        if (left && DependsOn(binary.Right, report))
        {
            return SolveRational(binary, level, relation, low, high)
                ?? SolvePower(binary, level, relation, low, high)
                ?? SolveLifted(binary, level, relation, low, high);
        }

        if (binary.Kind == ScalarKind.Double && SolveRational(binary, level, relation, low, high) is { } rational)
        {
            return rational;
        }

        return left
            ? SolveLeft(binary, AsDouble(binary.Right), level, relation, low, high)
            : SolveRight(binary, AsDouble(binary.Left), level, relation, low, high);
    }

    // The report is in the left operand, and the right one is public.
    private Expression? SolveLeft(Expression.Binary binary, Expression other, Expression level, Relation relation, Expression low, Expression high)
    {
        var operand = binary.Left;
        switch (binary.Operation)
        {
            case BinaryOperation.Add:
                return Solve(operand, Subtract(level, other), relation, low, high);
            case BinaryOperation.Subtract:
                return Solve(operand, Add(level, other), relation, low, high);
            case BinaryOperation.Multiply:
                return SolveScaled(operand, other, Divide(level, other), relation, low, high);
            case BinaryOperation.Divide when binary.Kind == ScalarKind.Double:
                return SolveScaled(operand, other, Multiply(level, other), relation, low, high);
            case BinaryOperation.Divide when Range(operand, low, high).Low >= 0 && Range(other).Low > 0:
                return SolveFloor(new Expression.Binary(BinaryOperation.Divide, AsDouble(operand), other), level, relation, low, high);
            case BinaryOperation.Min:
            case BinaryOperation.Max:
                return SolveExtreme(operand, other, binary.Operation == BinaryOperation.Min, level, relation, low, high);
            case BinaryOperation.Pow:
                return SolvePowerOf(operand, other, level, relation, low, high);
            default:
                return null;
        }
    }

    // The report is in the right operand, and the left one is public.
    private Expression? SolveRight(Expression.Binary binary, Expression other, Expression level, Relation relation, Expression low, Expression high)
    {
        var operand = binary.Right;
        switch (binary.Operation)
        {
            case BinaryOperation.Add:
            case BinaryOperation.Multiply:
            case BinaryOperation.Min:
            case BinaryOperation.Max:
                return SolveLeft(new Expression.Binary(binary.Operation, operand, binary.Left), other, level, relation, low, high);
            case BinaryOperation.Subtract:
                return Solve(operand, Subtract(other, level), relation.Flip(), low, high);
            case BinaryOperation.Divide when binary.Kind == ScalarKind.Double:
                return SolveReciprocal(other, operand, level, relation, low, high);
            case BinaryOperation.Pow when Range(other) is { Low: > 0 } value && (value.Low > 1 || value.High < 1):
                var exponent = Divide(Apply(UnaryOperation.Log, level), Apply(UnaryOperation.Log, other));
                var falls = value.High < 1;
                var solved = Solve(operand, exponent, falls ? relation.Flip() : relation, low, high);
                return WherePositive(level, relation, solved, End(low, high));
            default:
                return null;
        }
    }

    // y times (or over) a factor of known sign; at factor zero the score is constant.
    private Expression? SolveScaled(Expression operand, Expression factor, Expression inner, Relation relation, Expression low, Expression high)
    {
        var sign = Range(factor);
        if (sign.MayBeNaN || (sign.Low < 0 && sign.High > 0))
        {
            return null;
        }

        var solved = Solve(operand, inner, sign.Low >= 0 ? relation : relation.Flip(), low, high);
        return solved is null || sign.Low > 0 || sign.High < 0
            ? solved
            : Choose(sign.Low >= 0 ? Less(Number(0), factor) : Less(factor, Number(0)), solved, End(low, high));
    }

    // c / y with y > 0 and c > 0 (or both negated): large for small y, and positive.
    private Expression? SolveReciprocal(Expression numerator, Expression operand, Expression level, Relation relation, Expression low, Expression high)
    {
        var top = Range(numerator);
        var bottom = Range(operand, low, high);
        if (bottom.High < 0)
        {
            return SolveReciprocal(Negate(numerator), Negate(operand), level, relation, low, high);
        }

        if (top.High < 0)
        {
            return SolveReciprocal(Negate(numerator), operand, Name(Negate(level)), relation.Flip(), low, high);
        }

        if (top.Low <= 0 || bottom.Low < 0)
        {
            return null;
        }

        var solved = Solve(operand, Divide(numerator, level), relation.Flip(), low, high);
        return WherePositive(level, relation, solved, End(low, high));
    }

    // min(y, c) and max(y, c): either c decides alone, or y does.
    private Expression? SolveExtreme(Expression operand, Expression other, bool isMinimum, Expression level, Relation relation, Expression low, Expression high)
    {
        var solved = Solve(operand, level, relation, low, high);
        return solved is null || isMinimum == relation.IsUpward() ? solved : Choose(relation.Test(other, level), End(low, high), solved);
    }

    // y to a public power, for y ≥ 0 or the cube of any y.
    private Expression? SolvePowerOf(Expression operand, Expression exponent, Expression level, Relation relation, Expression low, Expression high)
    {
        if (ConstantOf(exponent) == 3)
        {
            return Solve(operand, Apply(UnaryOperation.Cbrt, level), relation, low, high);
        }

        var sign = Range(exponent);
        if (Range(operand, low, high).Low < 0 || (sign.Low <= 0 && sign.High >= 0))
        {
            return null;
        }

        var root = ConstantOf(exponent) == 2 ? Apply(UnaryOperation.Sqrt, level) : Power(level, Divide(Number(1), exponent));
        var rises = sign.Low > 0;
        var solved = Solve(operand, root, rises ? relation : relation.Flip(), low, high);
        return WherePositive(level, relation, solved, rises ? WhereZero(operand, level, relation, low, high) : End(low, high));
    }

    // No operation on integers leaves the range of its kind.
    private bool IsExact(Expression expression, Expression low, Expression high)
    {
        if (expression is not Expression.Binary binary)
        {
            return true;
        }

        var limit = binary.Kind == ScalarKind.Int32 ? int.MaxValue : 9e15;
        var range = Real.Intervals.IntervalOperations.Apply(
            binary.Operation, ScalarKind.Double, false, Range(binary.Left, low, high), Range(binary.Right, low, high));
        return Math.Max(-range.Low, range.High) < limit && IsExact(binary.Left, low, high) && IsExact(binary.Right, low, high);
    }
}
