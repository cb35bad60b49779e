using MechanismDsl.Proofs.Certificates;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Tests.Certificates;

/// <summary>
/// How far the checker's steps go: over ranges that end where signs change, at 1 and at turning points, a step is taken exactly where it is true. Proofs
/// about bids and prices that may be zero, and shares that may be one, rest on those ends.
/// </summary>
public class StepEndsTests
{
    private static readonly double[] Ends = [-2, -1, -0.5, 0, 0.5, 1, 2];

    private static readonly (double Low, double High)[] Ranges = [.. from low in Ends from high in Ends where low < high select (low, high)];

    private static readonly (double Low, double High) All = (-2, 2);

    // x ∘ y against x, at the corners of the ranges; where a factor can be negative, or a divisor zero, no step is expected.
    [Fact]
    public void AResultAndItsOperand()
    {
        foreach (var first in Ranges)
        {
            foreach (var second in Ranges)
            {
                var (x, y) = (Symbol(0, first), Symbol(1, second));
                Expect(BinaryOperation.Add, (a, b) => a + b);
                Expect(BinaryOperation.Subtract, (a, b) => a - b);
                if (second.Low >= 0)
                {
                    Expect(BinaryOperation.Multiply, (a, b) => a * b);
                }

                if (second.Low > 0)
                {
                    Expect(BinaryOperation.Divide, (a, b) => a / b);
                }

                void Expect(BinaryOperation operation, Func<double, double, double> value)
                {
                    var result = new Term.Binary(10, operation, x, y);
                    var corners = (from a in (double[])[first.Low, first.High] from b in (double[])[second.Low, second.High] select (Operand: a, Result: value(a, b))).ToArray();
                    Assert.Equal(Array.TrueForAll(corners, corner => corner.Result <= corner.Operand), Holds(result, x));
                    Assert.Equal(Array.TrueForAll(corners, corner => corner.Result >= corner.Operand), Holds(x, result));
                    if (operation is BinaryOperation.Add or BinaryOperation.Multiply)
                    {
                        var turned = new Term.Binary(11, operation, y, x);
                        Assert.Equal(Holds(result, x), Holds(turned, x));
                        Assert.Equal(Holds(x, result), Holds(x, turned));
                    }
                }
            }
        }
    }

    // x ≤ y and one factor, divisor, exponent or base.
    [Fact]
    public void TwoResults_WithOneOperandInCommon()
    {
        foreach (var range in Ranges)
        {
            var (x, y, factor) = (Symbol(0, All), Symbol(1, All), Symbol(2, range));
            var hasZero = range.Low <= 0 && range.High >= 0;
            Expect(BinaryOperation.Multiply, x, factor, y, factor, range.Low >= 0, range.High <= 0);
            Expect(BinaryOperation.Multiply, factor, x, y, factor, range.Low >= 0, range.High <= 0);
            Expect(BinaryOperation.Divide, x, factor, y, factor, range.Low > 0, range.High < 0);
            Expect(BinaryOperation.Add, x, factor, y, factor, true, false);
            Expect(BinaryOperation.Add, x, factor, factor, y, true, false);
            Expect(BinaryOperation.Subtract, x, factor, y, factor, true, false);
            Expect(BinaryOperation.Subtract, factor, x, factor, y, false, true);

            // c / y ≤ c / x for c ≥ 0, divisors of one sign.
            foreach (var numerator in Ranges)
            {
                var (low, high, c) = (Symbol(0, range), Symbol(1, range), Symbol(2, numerator));
                Expect(BinaryOperation.Divide, c, low, c, high, !hasZero && numerator.High <= 0, !hasZero && numerator.Low >= 0);
            }

            foreach (var other in Ranges.Where(other => other.Low > 0))
            {
                var (low, high, exponent) = (Symbol(0, other), Symbol(1, other), Symbol(2, range));
                Expect(BinaryOperation.Pow, low, exponent, high, exponent, range.Low >= 0, range.High <= 0);
                Expect(BinaryOperation.Pow, exponent: x, baseOf: Symbol(2, other), other: y, other.Low >= 1, other.High <= 1);
            }
        }
    }

    // Both factors, numerator and divisor, move at once.
    [Fact]
    public void TwoResults_OfOperandsThatAllMove()
    {
        foreach (var range in Ranges)
        {
            var (x, y, v, w) = (Symbol(0, range), Symbol(1, range), Symbol(2, range), Symbol(3, range));
            var isPositive = range.Low >= 0;
            Assert.Equal(isPositive, Holds(Product(x, v), Product(y, w), (x, y), (v, w)));
            Assert.Equal(isPositive, Holds(Product(x, v), Product(w, y), (x, y), (v, w)));
            Assert.Equal(range.High <= 0, Holds(Product(y, w), Product(x, v), (x, y), (v, w)));
            Assert.Equal(range.Low > 0, Holds(new Term.Binary(10, BinaryOperation.Divide, x, w), new Term.Binary(11, BinaryOperation.Divide, y, v), (x, y), (v, w)));
            Assert.Equal(range.High < 0, Holds(new Term.Binary(10, BinaryOperation.Divide, y, v), new Term.Binary(11, BinaryOperation.Divide, x, w), (x, y), (v, w)));
            Assert.False(Holds(Product(x, v), Product(y, w), (x, y)));
            Assert.False(Holds(Product(x, v), Product(y, w), (v, w)));
        }

        Term.Binary Product(Term a, Term b) => new(a.Id + (10 * b.Id) + 20, BinaryOperation.Multiply, a, b);
    }

    [Theory]
    [InlineData(UnaryOperation.Cosh, 0, 2, true)]
    [InlineData(UnaryOperation.Cosh, -2, 0, false)]
    [InlineData(UnaryOperation.Sin, -1.57, 1.57, true)]
    [InlineData(UnaryOperation.Tan, -1.57, 1.57, true)]
    [InlineData(UnaryOperation.Cos, 0, 3.14, false)]
    [InlineData(UnaryOperation.Cos, -3.14, 0, true)]
    public void FunctionsThatTurn_RiseOrFallUpToTheTurningPoint(UnaryOperation operation, double low, double high, bool rises)
    {
        foreach (var (from, to, isInside) in new[] { (low, high, true), (low / 2, high / 2, true), (low - 0.1, high, low < -1.5 && high > 1.5 ? false : operation == UnaryOperation.Cosh && !rises), (low, high + 0.1, operation == UnaryOperation.Cosh && rises) })
        {
            var (x, y) = (Symbol(0, (from, to)), Symbol(1, (from, to)));
            var (p, q) = (new Term.Unary(10, operation, x), new Term.Unary(11, operation, y));
            Assert.Equal(isInside && rises, Holds(p, q, (x, y)));
            Assert.Equal(isInside && !rises, Holds(q, p, (x, y)));
        }
    }

    // The functions of the library are monotone in real arithmetic, and decimals are cut to 28 digits: to the bit nothing follows.
    [Fact]
    public void LibraryFunctionsAndDecimals_AreNotExact()
    {
        var (x, y, c) = (Symbol(0, (0.5, 1)), Symbol(1, (0.5, 1)), Symbol(2, (0.5, 1)));
        foreach (var operation in Enum.GetValues<UnaryOperation>())
        {
            var isLibrary = operation is UnaryOperation.Exp or UnaryOperation.Cbrt or >= UnaryOperation.Log2 or UnaryOperation.Log;
            var (p, q) = (new Term.Unary(10, operation, x), new Term.Unary(11, operation, y));
            Assert.False(isLibrary && (Holds(p, q, isExact: true, (x, y)) || Holds(q, p, isExact: true, (x, y))), $"{operation}");
        }

        Assert.False(Holds(new Term.Binary(10, BinaryOperation.Pow, x, c), new Term.Binary(11, BinaryOperation.Pow, y, c), isExact: true, (x, y)));
        var (d, e, f) = (Money(0), Money(1), Money(2));
        foreach (var operation in (BinaryOperation[])[BinaryOperation.Add, BinaryOperation.Subtract, BinaryOperation.Multiply, BinaryOperation.Divide])
        {
            var (p, q) = (new Term.Binary(10, operation, d, f), new Term.Binary(11, operation, e, f));
            Assert.True(Holds(p, q, isExact: false, (d, e)));
            Assert.False(Holds(p, q, isExact: true, (d, e)));
            Assert.False(Holds(p, d, isExact: true) || Holds(d, p, isExact: true));
        }

        Assert.True(Holds(new Term.Binary(10, BinaryOperation.RoundTo, d, f), new Term.Binary(11, BinaryOperation.RoundTo, e, f), isExact: true, (d, e)));
        Assert.False(Holds(new Term.Convert(10, ScalarKind.Double, d), new Term.Convert(11, ScalarKind.Double, e), isExact: true, (d, e)));
        Assert.False(Holds(new Term.Convert(10, ScalarKind.Decimal, x), new Term.Convert(11, ScalarKind.Decimal, y), isExact: true, (x, y)));
        Assert.True(Holds(new Term.Convert(10, ScalarKind.Int32, x), new Term.Convert(11, ScalarKind.Int32, y), isExact: true, (x, y)));
    }

    private static void Expect(BinaryOperation operation, Term a, Term b, Term c, Term d, bool rises, bool falls)
    {
        var (x, y) = (a.Id == 0 ? a : b, c.Id == 1 ? c : d);
        var (p, q) = (new Term.Binary(10, operation, a, b), new Term.Binary(11, operation, c, d));
        Assert.Equal(rises, Holds(p, q, (x, y)));
        Assert.Equal(falls, Holds(q, p, (x, y)));
    }

    private static void Expect(BinaryOperation operation, Term exponent, Term baseOf, Term other, bool rises, bool falls) =>
        Expect(operation, baseOf, exponent, baseOf, other, rises, falls);

    private static Term.Symbol Symbol(int id, (double Low, double High) range) => new(id, $"s{id}", SymbolRole.Public, new Domain.Interval(range.Low, range.High), id, -1);

    private static Term.Symbol Money(int id) => new(id, $"s{id}", SymbolRole.Public, new Domain.Grid(1, 2, 2), id, -1);

    private static bool Holds(Term a, Term b, params (Term, Term)[] known) => Holds(a, b, isExact: false, known);

    private static bool Holds(Term a, Term b, bool isExact, params (Term, Term)[] known) =>
        MonotoneCheck.Holds(a, b, (x, y) => ReferenceEquals(x, y) || known.Contains((x, y)), term => term.Range, () => !isExact);
}
