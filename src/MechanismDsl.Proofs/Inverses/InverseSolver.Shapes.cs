using MechanismDsl.Proofs.Rules;
using static MechanismDsl.Proofs.Inverses.Formulas;

namespace MechanismDsl.Proofs.Inverses;

/// <summary>Scores in which the report occurs several times: affine, quadratic, linear fractional, and products of powers.</summary>
internal sealed partial class InverseSolver
{
    private Expression? SolveRational(Expression score, Expression level, Relation relation, Expression low, Expression high)
    {
        if (RationalForm.Of(score, report) is not { } form)
        {
            return null;
        }

        // N(x) / D(x) against the level is N(x) − level · D(x) against zero, where D has one sign.
        var numerator = form.Numerator;
        var isReversed = false;
        var denominator = form.Denominator;
        if (denominator.Length > 1 || ConstantOf(denominator[0]) is not > 0)
        {
            var sign = Range(Evaluate(denominator), low, high);
            if (sign.MayBeNaN || (sign.Low < 0 && sign.High > 0))
            {
                return null;
            }

            isReversed = sign.High <= 0;
        }

        // The report is to solve slope · x + … ≥ target, or curvature · x² + slope · x + … ≥ target, where the left side rises at the boundary.
        var target = Subtract(Multiply(level, denominator[0]), numerator[0]);
        var slope = numerator.Length > 1 ? numerator[1] : Number(0);
        if (denominator.Length > 1)
        {
            slope = Subtract(slope, Multiply(level, denominator[1]));
        }

        var curvature = numerator.Length > 2 ? numerator[2] : Number(0);
        if ((relation.IsUpward() != isReversed) == wantsHighest)
        {
            (target, slope, curvature) = (Negate(target), Negate(slope), Negate(curvature));
        }

        return ConstantOf(curvature) == 0
            ? SolveAffine(slope, target, low, high)
            : SolveQuadratic(curvature, Name(slope), Name(target), low, high);
    }

    private Expression? SolveAffine(Expression slope, Expression target, Expression low, Expression high)
    {
        var range = Range(slope);
        if (range.High <= 0)
        {
            return null;
        }

        var boundary = Clip(Divide(target, slope), low, high);
        return range.Low > 0 && !range.MayBeNaN ? boundary : Choose(Less(Number(0), slope), boundary, End(low, high));
    }

    // On the branch where c x² + b x rises its slope is the root of the discriminant, which selects the solution; written as a quotient by
    // b + √D it does not cancel for b > 0 and includes c = 0 (Citardauq's form).
    private Expression? SolveQuadratic(Expression curvature, Expression slope, Expression target, Expression low, Expression high)
    {
        var discriminant = Add(Multiply(slope, slope), Multiply(Multiply(Number(4), curvature), target));
        var root = Name(Apply(UnaryOperation.Sqrt, Max(discriminant, Number(0))));
        var stable = Divide(Multiply(Number(2), target), Add(slope, root));
        var direct = Divide(Subtract(root, slope), Multiply(Number(2), curvature));
        var slopes = Range(slope);
        var bends = Range(curvature);
        var isBent = bends.Low > 0 || bends.High < 0;
        return slopes.Low > 0 ? Clip(stable, low, high)
            : !isBent ? null
            : slopes.High <= 0 ? Clip(direct, low, high)
            : Clip(Choose(Less(Number(0), slope), stable, direct), low, high);
    }

    // c · xᵏ from products, quotients, roots and powers of the report.
    private Expression? SolvePower(Expression score, Expression level, Relation relation, Expression low, Expression high)
    {
        if (PowerOf(score, low, high) is not ({ } coefficient, var exponent) || exponent == 0)
        {
            return null;
        }

        var power = new Expression.Binary(BinaryOperation.Pow, new Expression.Read(report), Number(exponent));
        return SolveScaled(power, coefficient, Divide(level, coefficient), relation, low, high);
    }

    private (Expression? Coefficient, double Exponent) PowerOf(Expression score, Expression low, Expression high)
    {
        if (!DependsOn(score, report))
        {
            return (AsDouble(score), 0);
        }

        // Only of reports that are not negative, for which x^a · x^b = x^(a + b).
        if (score is Expression.Read { Kind: ScalarKind.Double })
        {
            return (Range(low).Low >= 0 ? Number(1) : null, 1);
        }

        switch (score)
        {
            case Expression.Unary { Operation: UnaryOperation.Sqrt } root when PowerOf(root.Operand, low, high) is ({ } under, var exponent):
                return Range(under).Low >= 0 ? (Power(under, Number(0.5)), exponent / 2) : (null, 0);
            case Expression.Binary { Operation: BinaryOperation.Pow } power
                when ConstantOf(power.Right) is { } outer && PowerOf(power.Left, low, high) is ({ } under, var exponent):
                return Range(under).Low >= 0 ? (Power(under, power.Right), exponent * outer) : (null, 0);
            case Expression.Binary { Operation: BinaryOperation.Multiply } product
                when PowerOf(product.Left, low, high) is ({ } first, var one) && PowerOf(product.Right, low, high) is ({ } second, var two):
                return (Multiply(first, second), one + two);
            case Expression.Binary { Operation: BinaryOperation.Divide } quotient
                when PowerOf(quotient.Left, low, high) is ({ } first, var one) && PowerOf(quotient.Right, low, high) is ({ } second, var two):
                return (Divide(first, second), one - two);
            default:
                return (null, 0);
        }
    }

    private Expression Evaluate(Expression[] coefficients) => coefficients.Length == 1
        ? coefficients[0]
        : Add(coefficients[0], Multiply(coefficients[1], new Expression.Read(report)));
}
