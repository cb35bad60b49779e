using MechanismDsl.Proofs.Rules;
using static MechanismDsl.Proofs.Inverses.Formulas;

namespace MechanismDsl.Proofs.Inverses;

/// <summary>
/// A quotient of polynomials in the report whose coefficients are public expressions: at most quadratic over linear, which is what has a closed
/// inverse.
/// </summary>
internal sealed class RationalForm
{
    private const int MaximumDegree = 2;

    private RationalForm(Expression[] numerator, Expression[] denominator)
    {
        Numerator = numerator;
        Denominator = denominator;
    }

    /// <summary>Coefficients of the numerator, the constant one first.</summary>
    public Expression[] Numerator { get; }

    /// <summary>Coefficients of the denominator, the constant one first.</summary>
    public Expression[] Denominator { get; }

    /// <summary>Whether it is a·x + b.</summary>
    public bool IsAffine => Numerator.Length <= 2 && Denominator.Length == 1;

    /// <summary>The form of an expression in a variable; null if it has none of these degrees.</summary>
    public static RationalForm? Of(Expression expression, Variable report)
    {
        if (!DependsOn(expression, report))
        {
            return expression.Kind == ScalarKind.Boolean ? null : new([AsDouble(expression)], [Number(1)]);
        }

        switch (expression)
        {
            case Expression.Read:
                return new([Number(0), Number(1)], [Number(1)]);

            // A report of whole numbers is the same number as a double.
            case Expression.Convert { Kind: ScalarKind.Double, Operand: Expression.Read { Kind: ScalarKind.Int32 or ScalarKind.Int64 } }:
                return new([Number(0), Number(1)], [Number(1)]);
            case Expression.Unary { Operation: UnaryOperation.Negate } unary when unary.Kind == ScalarKind.Double:
                return Of(unary.Operand, report) is { } negated ? new([.. negated.Numerator.Select(Negate)], negated.Denominator) : null;
            case Expression.Binary { Operation: BinaryOperation.Pow } power when ConstantOf(power.Right) == 2:
                return Of(power.Left, report) is { } squared ? Limited(Product(squared.Numerator, squared.Numerator), Product(squared.Denominator, squared.Denominator)) : null;
            case Expression.Binary binary when binary.Kind == ScalarKind.Double:
                return Of(binary.Left, report) is { } left && Of(binary.Right, report) is { } right ? Combine(binary.Operation, left, right) : null;
            default:
                return null;
        }
    }

    private static RationalForm? Combine(BinaryOperation operation, RationalForm left, RationalForm right)
    {
        switch (operation)
        {
            case BinaryOperation.Add or BinaryOperation.Subtract:
                // Without this case a sum over a public denominator would be expanded into a longer formula.
                var isWhole = ConstantOf(left.Denominator[0]) == 1 && left.Denominator.Length == 1
                    && ConstantOf(right.Denominator[0]) == 1 && right.Denominator.Length == 1;
                var first = isWhole ? left.Numerator : Product(left.Numerator, right.Denominator);
                var second = isWhole ? right.Numerator : Product(right.Numerator, left.Denominator);
                return Limited(Sum(first, second, operation == BinaryOperation.Subtract), isWhole ? left.Denominator : Product(left.Denominator, right.Denominator));
            case BinaryOperation.Multiply:
                return Limited(Product(left.Numerator, right.Numerator), Product(left.Denominator, right.Denominator));
            case BinaryOperation.Divide:
                return Limited(Product(left.Numerator, right.Denominator), Product(left.Denominator, right.Numerator));
            default:
                return null;
        }
    }

    private static RationalForm? Limited(Expression[] numerator, Expression[] denominator) =>
        numerator.Length > MaximumDegree + 1 || denominator.Length > 2 || (numerator.Length > 2 && denominator.Length > 1) ? null : new(numerator, denominator);

    private static Expression[] Sum(Expression[] left, Expression[] right, bool isDifference)
    {
        var sum = new Expression[Math.Max(left.Length, right.Length)];
        for (var power = 0; power < sum.Length; power++)
        {
            var first = power < left.Length ? left[power] : Number(0);
            var second = power < right.Length ? right[power] : Number(0);
            sum[power] = isDifference ? Subtract(first, second) : Add(first, second);
        }

        return Trimmed(sum);
    }

    private static Expression[] Product(Expression[] left, Expression[] right)
    {
        var product = new Expression[left.Length + right.Length - 1];
        for (var i = 0; i < left.Length; i++)
        {
            for (var j = 0; j < right.Length; j++)
            {
                var term = Multiply(left[i], right[j]);
                product[i + j] = product[i + j] is { } sum ? Add(sum, term) : term;
            }
        }

        return Trimmed(product);
    }

    private static Expression[] Trimmed(Expression[] coefficients)
    {
        var length = coefficients.Length;
        while (length > 1 && ConstantOf(coefficients[length - 1]) == 0)
        {
            length--;
        }

        return length == coefficients.Length ? coefficients : [.. coefficients.Take(length)];
    }
}
