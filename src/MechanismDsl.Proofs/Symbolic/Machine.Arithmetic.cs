using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Symbolic;

/// <content>Arithmetic, and what it takes to succeed. Unchecked wrapping and saturation are excluded too: no term stands for them.</content>
internal sealed partial class Machine
{
    private const string Overflow = "a number can overflow its type";

    private Term Unary(Expression.Unary unary, Term operand)
    {
        if (unary.Operation == UnaryOperation.Sign)
        {
            NotNaN(operand, "Math.Sign can meet NaN", unary.Site);
        }

        var isInteger = operand.Kind is ScalarKind.Int32 or ScalarKind.Int64;
        if (isInteger && unary.Operation is UnaryOperation.Negate or UnaryOperation.Abs)
        {
            // −(−2³¹) is not an int; nor is its absolute value.
            Representable(_pool.Subtract(Integer(operand.Kind, 0), operand), operand, unary.Site);
        }

        return _pool.Unary(unary.Operation, operand);
    }

    private Term Binary(Expression.Binary binary, Term left, Term right)
    {
        if (binary.Operation is BinaryOperation.Divide or BinaryOperation.Remainder)
        {
            NotZero(right, binary.Site);
        }

        var term = _pool.Binary(binary.Operation, left, right);
        if (term is Term.Binary rounded && rounded.Operation.IsRounding() && RoundingUnit.Of(rounded) is null)
        {
            throw new RuleFailureException("the number of digits to round to is not understood", binary.Site);
        }

        if (left.Kind is ScalarKind.Int32 or ScalarKind.Int64)
        {
            Integers(binary, left, right, term);
        }
        else if (left.Kind == ScalarKind.Decimal && term is not Term.Constant)
        {
            InRange(term, ScalarKind.Decimal, Overflow, binary.Site);
        }

        return term;
    }

    private void Integers(Expression.Binary binary, Term left, Term right, Term term)
    {
        var divides = binary.Operation is BinaryOperation.Divide or BinaryOperation.Remainder;
        if (left is Term.Constant a && right is Term.Constant b)
        {
            // Known values wrap as C# does, so only what fails is looked for: checked overflow, and −2³¹ / −1.
            var (low, _) = RangeRules.Limits(left.Kind);
            var fails = divides
                ? b.Value.AsInteger == -1 && a.Value.ToNumber() == low
                : binary.IsChecked && term is Term.Constant result && Overflows(binary.Operation, a, b, result);
            if (fails)
            {
                throw new RuleFailureException(Overflow, binary.Site);
            }

            return;
        }

        if (divides)
        {
            InRange(_pool.Binary(BinaryOperation.Divide, left, right), left.Kind, Overflow, binary.Site);
        }
        else if (binary.Operation is BinaryOperation.Add or BinaryOperation.Subtract or BinaryOperation.Multiply)
        {
            InRange(term, left.Kind, Overflow, binary.Site);
        }
    }

    private static bool Overflows(BinaryOperation operation, Term.Constant a, Term.Constant b, Term.Constant result)
    {
        if (a.Exact is not { } x || b.Exact is not { } y || result.Exact is not { } wrapped)
        {
            return false;
        }

        return operation switch
        {
            BinaryOperation.Add => x.Add(y) != wrapped,
            BinaryOperation.Subtract => x.Subtract(y) != wrapped,
            BinaryOperation.Multiply => x.Multiply(y) != wrapped,
            _ => false,
        };
    }

    private Term Convert(Expression.Convert convert, Term operand)
    {
        if (operand.Kind == convert.Kind)
        {
            return operand;
        }

        if (operand.Kind == ScalarKind.Boolean || convert.Kind == ScalarKind.Boolean)
        {
            throw new RuleFailureException("a conversion between a boolean and a number is not understood", convert.Site);
        }

        var narrows = convert.Kind is ScalarKind.Int32 or ScalarKind.Int64 && operand.Kind is not ScalarKind.Int32;
        if (narrows || (convert.Kind == ScalarKind.Decimal && operand.Kind == ScalarKind.Double))
        {
            InRange(operand, convert.Kind, "a conversion can lose the value", convert.Site);
        }

        return _pool.Convert(convert.Kind, operand);
    }

    private void Representable(Term exact, Term operand, int site)
    {
        if (operand is not Term.Constant)
        {
            InRange(exact, operand.Kind, Overflow, site);
        }
        else if (operand is Term.Constant constant && constant.Value.ToNumber() == RangeRules.Limits(operand.Kind).Low)
        {
            throw new RuleFailureException(Overflow, site);
        }
    }

    private void InRange(Term term, ScalarKind kind, string words, int site)
    {
        var (low, high) = RangeRules.Limits(kind);
        // The limits of long are no doubles on the upper side: stay one unit in the last place inside.
        high = kind == ScalarKind.Int64 ? Ulp.Down(high) : high;
        if (term.Range.MayBeNaN || term.Range.Low < low || term.Range.High > high)
        {
            _decisions.Require(new Goal.InRange(term, low, high), words, site);
        }
    }

    private void NotNaN(Term term, string words, int site)
    {
        if (term.Kind == ScalarKind.Double && term.Range.MayBeNaN)
        {
            _decisions.Require(new Goal.NotNaN(term), words, site);
        }
    }

    // A zero divisor fails, or makes a double that depends on the sign of the zero: both are excluded.
    private void NotZero(Term divisor, int site)
    {
        if (divisor.Range is { MayBeNaN: false } range && !range.Contains(0))
        {
            return;
        }

        NotNaN(divisor, "a division can meet NaN", site);
        if (IsEqual(divisor, _pool.Constant(Scalar.Zero(divisor.Kind)), site))
        {
            throw new RuleFailureException("a division by zero is possible", site);
        }
    }
}
