using Fractions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Symbolic;

/// <summary>
/// Brings comparisons into the form that says most: <c>a − b &lt; 0</c> becomes <c>a &lt; b</c>, <c>(int)a ≤ 3</c> becomes <c>a &lt; 4</c>. Both hold to the
/// last bit: a difference of doubles is zero only if they are equal (gradual underflow), and truncation is exact.
/// </summary>
internal static class Comparisons
{
    /// <summary>Decides a comparison; of constants by their values, of anything else on the path.</summary>
    public static bool Ask(IDecisions decisions, TermPool pool, Fact fact)
    {
        var normal = Normalize(pool, fact);
        return Constant(pool, normal) ?? decisions.Decide(normal);
    }

    /// <summary>An equivalent comparison, ≤ or &lt;.</summary>
    public static Fact Normalize(TermPool pool, Fact fact)
    {
        while (Next(pool, fact) is { } next)
        {
            fact = next;
        }

        return fact;
    }

    /// <summary>The truth of a comparison of two constants; null for other terms.</summary>
    public static bool? Constant(TermPool pool, Fact fact)
    {
        if (ReferenceEquals(fact.Left, fact.Right))
        {
            return fact.Relation == Relation.LessOrEqual;
        }

        if (fact.Left is not Term.Constant left || fact.Right is not Term.Constant right)
        {
            return null;
        }

        // Integers and decimals are compared exactly, doubles by their bits, as the program does.
        var order = (left.Kind != ScalarKind.Double || pool.ReadsExactly) && left.Exact is { } a && right.Exact is { } b
            ? a.CompareTo(b)
            : left.Value.AsDouble.CompareTo(right.Value.AsDouble);
        // CompareTo puts −0.0 and 0.0 at the same place, and NaN, which is excluded, first.
        return fact.Relation == Relation.LessOrEqual ? order <= 0 : order < 0;
    }

    private static Fact? Next(TermPool pool, Fact fact)
    {
        var zeroLeft = IsZero(fact.Left);
        var zeroRight = IsZero(fact.Right);
        return (fact.Left, fact.Right) switch
        {
            (Term.Binary { Operation: BinaryOperation.Subtract } difference, _) when zeroRight => fact with { Left = difference.Left, Right = difference.Right },
            (_, Term.Binary { Operation: BinaryOperation.Subtract } difference) when zeroLeft => fact with { Left = difference.Right, Right = difference.Left },
            (Term.Unary { Operation: UnaryOperation.Negate } left, Term.Unary { Operation: UnaryOperation.Negate } right) => fact with { Left = right.Operand, Right = left.Operand },
            (Term.Unary { Operation: UnaryOperation.Negate } left, Term.Constant right) => fact with { Left = pool.Unary(UnaryOperation.Negate, right), Right = left.Operand },
            (Term.Constant left, Term.Unary { Operation: UnaryOperation.Negate } right) => fact with { Left = right.Operand, Right = pool.Unary(UnaryOperation.Negate, left) },
            (Term.Convert { Kind: ScalarKind.Int32 or ScalarKind.Int64 } left, Term.Constant { Exact: { } bound }) => TruncatedBelow(pool, fact, left.Operand, bound),
            (Term.Constant { Exact: { } bound }, Term.Convert { Kind: ScalarKind.Int32 or ScalarKind.Int64 } right) => TruncatedAbove(pool, fact, right.Operand, bound),
            _ => null,
        };
    }

    // trunc(d) ≤ k is d < k + 1 for k ≥ 0, and d ≤ k below; trunc(d) < k is trunc(d) ≤ k − 1.
    private static Fact? TruncatedBelow(TermPool pool, Fact fact, Term operand, Fraction bound)
    {
        var largest = fact.Relation == Relation.Less ? bound.Subtract(Fraction.One) : bound;
        var isNegative = largest.IsNegative;
        return Whole(pool, operand.Kind, isNegative ? largest : largest.Add(Fraction.One)) is { } limit
            ? new Fact(isNegative ? Relation.LessOrEqual : Relation.Less, operand, limit, fact.Site)
            : null;
    }

    // k ≤ trunc(d) is k ≤ d for k > 0, and k − 1 < d below; k < trunc(d) is k + 1 ≤ trunc(d).
    private static Fact? TruncatedAbove(TermPool pool, Fact fact, Term operand, Fraction bound)
    {
        var smallest = fact.Relation == Relation.Less ? bound.Add(Fraction.One) : bound;
        var isPositive = smallest > Fraction.Zero;
        return Whole(pool, operand.Kind, isPositive ? smallest : smallest.Subtract(Fraction.One)) is { } limit
            ? new Fact(isPositive ? Relation.LessOrEqual : Relation.Less, limit, operand, fact.Site)
            : null;
    }

    // Only numbers that every kind holds exactly.
    private static Term? Whole(TermPool pool, ScalarKind kind, Fraction value)
    {
        if (value.Abs() > new Fraction(1L << 52))
        {
            return null;
        }

        var number = (long)value.Numerator;
        return kind switch
        {
            ScalarKind.Double => pool.Constant(Scalar.Of((double)number)),
            ScalarKind.Decimal => pool.Constant(Scalar.Of((decimal)number)),
            ScalarKind.Int64 => pool.Constant(Scalar.Of(number)),
            _ => null,
        };
    }

    private static bool IsZero(Term term) => term is Term.Constant constant && constant.Value.Kind != ScalarKind.Boolean && constant.Value.ToNumber() == 0 && constant.Exact is { IsZero: true };
}
