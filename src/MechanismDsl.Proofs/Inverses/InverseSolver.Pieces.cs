using MechanismDsl.Proofs.Rules;
using static MechanismDsl.Proofs.Inverses.Formulas;

namespace MechanismDsl.Proofs.Inverses;

/// <summary>Scores in pieces: which piece holds the boundary is decided by the score at the ends of the pieces.</summary>
internal sealed partial class InverseSolver
{
    private Expression? SolvePieces(Expression.Conditional choice, Expression level, Relation relation, Expression low, Expression high)
    {
        switch (choice.Test)
        {
            case Expression.Constant { Value: var known }:
                return Solve(known.AsBoolean ? choice.WhenTrue : choice.WhenFalse, level, relation, low, high);
            case var test when !DependsOn(test, report):
                return Solve(choice.WhenTrue, level, relation, low, high) is { } whenTrue && Solve(choice.WhenFalse, level, relation, low, high) is { } whenFalse
                    ? Choose(test, whenTrue, whenFalse)
                    : null;
            case Expression.Unary { Operation: UnaryOperation.Not } not:
                return SolvePieces(new(not.Operand, choice.WhenFalse, choice.WhenTrue), level, relation, low, high);
            case Expression.Conditional nested:
                return SolvePieces(
                    new(nested.Test, new Expression.Conditional(nested.WhenTrue, choice.WhenTrue, choice.WhenFalse), new Expression.Conditional(nested.WhenFalse, choice.WhenTrue, choice.WhenFalse)),
                    level, relation, low, high);
            case Expression.Binary { Operation: BinaryOperation.And } both:
                return SolvePieces(new(both.Left, new Expression.Conditional(both.Right, choice.WhenTrue, choice.WhenFalse), choice.WhenFalse), level, relation, low, high);
            case Expression.Binary { Operation: BinaryOperation.Or } either:
                return SolvePieces(new(either.Left, choice.WhenTrue, new Expression.Conditional(either.Right, choice.WhenTrue, choice.WhenFalse)), level, relation, low, high);
            case Expression.Binary { Operation: BinaryOperation.Less or BinaryOperation.LessOrEqual } comparison
                when comparison.Left.Kind != ScalarKind.Decimal
                && RationalForm.Of(Subtract(AsDouble(comparison.Left), AsDouble(comparison.Right)), report) is { IsAffine: true, Numerator.Length: 2 } difference:
                return SolveSplit(comparison, difference, choice, level, relation, low, high);
            default:
                return null;
        }
    }

    private Expression? SolveSplit(
        Expression.Binary comparison, RationalForm difference, Expression.Conditional choice, Expression level, Relation relation, Expression low, Expression high)
    {
        var slope = Range(difference.Numerator[1]);
        var scale = Range(difference.Denominator[0]);
        if (slope is { Low: <= 0, High: >= 0 } || scale is { Low: <= 0, High: >= 0 } || slope.MayBeNaN || scale.MayBeNaN)
        {
            return null;
        }

        // Below the cut one branch holds, above it the other; whether the cut belongs to the lower one depends on the comparison.
        var isLower = slope.Low > 0 == scale.Low > 0;
        var below = isLower ? choice.WhenTrue : choice.WhenFalse;
        var above = isLower ? choice.WhenFalse : choice.WhenTrue;
        var isClosedBelow = comparison.Operation == BinaryOperation.LessOrEqual == isLower;
        var cut = Name(Divide(Negate(difference.Numerator[0]), difference.Numerator[1]));
        var cuts = Range(cut);
        if (cuts.High < Range(low).Low || (!isClosedBelow && cuts.High <= Range(low).Low))
        {
            return Solve(above, level, relation, low, high);
        }

        if (cuts.Low > Range(high).High || (isClosedBelow && cuts.Low >= Range(high).High))
        {
            return Solve(below, level, relation, low, high);
        }

        var middle = Between(cut, low, high);
        var first = wantsHighest ? above : below;
        var last = wantsHighest ? below : above;
        var solvedFirst = wantsHighest ? Solve(first, level, relation, middle, high) : Solve(first, level, relation, low, middle);
        var solvedLast = solvedFirst is null ? null : wantsHighest ? Solve(last, level, relation, low, middle) : Solve(last, level, relation, middle, high);
        if (solvedFirst is null || solvedLast is null)
        {
            return null;
        }

        // The first piece holds the boundary if its far end (the cut) satisfies the relation and the piece is not empty.
        var isClosed = wantsHighest ? !isClosedBelow : isClosedBelow;
        var exists = wantsHighest ? Less(cut, high, orEqual: isClosed) : Less(low, cut, orEqual: isClosed);
        var test = And(exists, relation.Test(Replace(first, report, middle), level));

        // A step just at the cut belongs to the next piece; there the last piece is asked itself.
        if (!isClosed && HasJumps(first))
        {
            solvedFirst = Name(solvedFirst);
            test = And(test, wantsHighest ? Less(middle, solvedFirst) : Less(solvedFirst, middle));
        }

        return Choose(test, solvedFirst, solvedLast);
    }

    // Minima, maxima and conditions inside a sum or product become conditions around it.
    private Expression? SolveLifted(Expression.Binary binary, Expression level, Relation relation, Expression low, Expression high)
    {
        if (binary.Operation is BinaryOperation.Min or BinaryOperation.Max)
        {
            var isLeftSmaller = Less(binary.Left, binary.Right, orEqual: true);
            return SolvePieces(
                binary.Operation == BinaryOperation.Min ? new(isLeftSmaller, binary.Left, binary.Right) : new(isLeftSmaller, binary.Right, binary.Left),
                level, relation, low, high);
        }

        if (Split(binary.Left) is { } left)
        {
            return SolvePieces(new(left.Test, With(left.WhenTrue, binary.Right), With(left.WhenFalse, binary.Right)), level, relation, low, high);
        }

        return Split(binary.Right) is { } right
            ? SolvePieces(new(right.Test, With(binary.Left, right.WhenTrue), With(binary.Left, right.WhenFalse)), level, relation, low, high)
            : null;

        Expression With(Expression first, Expression second) => binary.Operation switch
        {
            BinaryOperation.Add => Add(first, second),
            BinaryOperation.Subtract => Subtract(first, second),
            BinaryOperation.Multiply => Multiply(first, second),
            BinaryOperation.Divide => Divide(first, second),
            _ => new Expression.Binary(binary.Operation, first, second),
        };
    }

    // The outermost condition inside an expression that depends on the report, if there is one.
    private Expression.Conditional? Split(Expression expression)
    {
        if (!DependsOn(expression, report) || expression.Kind != ScalarKind.Double)
        {
            return null;
        }

        switch (expression)
        {
            case Expression.Conditional choice:
                return choice;
            case Expression.Binary { Operation: BinaryOperation.Min } least:
                return new(Less(least.Left, least.Right, orEqual: true), least.Left, least.Right);
            case Expression.Binary { Operation: BinaryOperation.Max } most:
                return new(Less(most.Left, most.Right, orEqual: true), most.Right, most.Left);
            case Expression.Unary { Operation: UnaryOperation.Abs } size:
                return new(Less(size.Operand, Number(0)), Negate(size.Operand), size.Operand);
            case Expression.Unary unary when Split(unary.Operand) is { } operand:
                return new(operand.Test, Of(unary, operand.WhenTrue), Of(unary, operand.WhenFalse));
            case Expression.Binary binary when Split(binary.Left) is { } left:
                return new(left.Test, Of(binary, left.WhenTrue, binary.Right), Of(binary, left.WhenFalse, binary.Right));
            case Expression.Binary binary when Split(binary.Right) is { } right:
                return new(right.Test, Of(binary, binary.Left, right.WhenTrue), Of(binary, binary.Left, right.WhenFalse));
            default:
                return null;
        }

        static Expression Of(Expression unaryOrBinary, Expression first, Expression? second = null) => unaryOrBinary switch
        {
            Expression.Unary { Operation: UnaryOperation.Negate } => Negate(first),
            Expression.Unary unary => Apply(unary.Operation, first),
            Expression.Binary { Operation: BinaryOperation.Add } => Add(first, second!),
            Expression.Binary { Operation: BinaryOperation.Subtract } => Subtract(first, second!),
            Expression.Binary { Operation: BinaryOperation.Multiply } => Multiply(first, second!),
            Expression.Binary { Operation: BinaryOperation.Divide } => Divide(first, second!),
            Expression.Binary binary => new Expression.Binary(binary.Operation, first, second!),
            _ => unaryOrBinary,
        };
    }

    private Expression Between(Expression cut, Expression low, Expression high)
    {
        var lower = Range(cut).Low >= Range(low).High ? cut : Max(cut, low);
        return Range(lower).High <= Range(high).Low ? lower : Min(lower, high);
    }

    private bool HasJumps(Expression expression) => DependsOn(expression, report) && expression switch
    {
        Expression.Unary { Operation: UnaryOperation.Floor or UnaryOperation.Ceiling or UnaryOperation.Round or UnaryOperation.Truncate or UnaryOperation.Single or UnaryOperation.Sign } => true,
        Expression.Unary unary => HasJumps(unary.Operand),
        Expression.Binary binary => binary.Operation == BinaryOperation.Remainder || binary.Operation.IsRounding() || binary.Kind is ScalarKind.Int32 or ScalarKind.Int64 || HasJumps(binary.Left) || HasJumps(binary.Right),
        Expression.Convert convert => convert.Kind is ScalarKind.Int32 or ScalarKind.Int64 || HasJumps(convert.Operand),
        Expression.Conditional => true,
        _ => false,
    };
}
