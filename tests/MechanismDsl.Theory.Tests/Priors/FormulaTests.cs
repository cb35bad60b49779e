using CsCheck;
using MechanismDsl.Theory.Priors;
using static MechanismDsl.Theory.Priors.Formula;

namespace MechanismDsl.Theory.Tests.Priors;

public sealed class FormulaTests
{
    private static readonly Formula V = new Variable();

    private static readonly Gen<Formula> Leaf = Gen.OneOf<Formula>(Gen.Const<Formula>(V), Gen.Double[-2, 2].Select(Formula (value) => new Constant(Math.Round(value, 2))));

    /// <summary>Random formulas, three operations deep.</summary>
    private static readonly Gen<Formula> Any = Deeper(Deeper(Deeper(Leaf)));

    [Fact]
    public void EvaluatesAsCSharpDoes()
    {
        var formula = new Conditional(
            new Condition.And(new Condition.Compare(Comparison.GreaterOrEqual, V, 1), new Condition.Not(new Condition.Compare(Comparison.Equal, V, 2))),
            new Binary(BinaryOperator.Pow, V, 1.5) - (2 / (V - 1)),
            -new Unary(UnaryOperator.Exp, V));

        Assert.Equal(Math.Pow(3, 1.5) - 1, formula.Evaluate(3));
        Assert.Equal(double.NegativeInfinity, formula.Evaluate(1));
        Assert.Equal(-Math.Exp(2), formula.Evaluate(2));
        Assert.Equal(-Math.Exp(double.NaN), formula.Evaluate(double.NaN));
    }

    [Fact]
    public void ParametersAreReplacedByNumbers()
    {
        var formula = V * V / (new Parameter("Top") * new Parameter("Top")) + new Parameter("Shift");

        Assert.Equal(["Top", "Shift"], formula.Parameters);
        Assert.Throws<InvalidOperationException>(() => formula.Evaluate(1));
        var closed = formula.Substitute(new Dictionary<string, double> { ["Top"] = 2, ["Shift"] = 1 });
        Assert.Equal(1.25, closed.Evaluate(1));
        Assert.Empty(closed.Parameters);
    }

    [Fact]
    public void EqualFormulasAreEqual()
    {
        Assert.Equal(V * 2 + new Parameter("A"), V * 2 + new Parameter("A"));
        Assert.Equal((V * 2).GetHashCode(), (V * 2).GetHashCode());
        Assert.NotEqual(V * 2, 2 * V);
    }

    [Fact]
    public void IsWrittenAsCSharpWithTheParenthesesThatItNeeds()
    {
        var test = new Condition.Or(new Condition.Compare(Comparison.Less, V, 1), new Condition.Compare(Comparison.NotEqual, V + 1, 2));

        Assert.Equal("v - (v - 1.0)", (V - (V - 1)).ToString());
        Assert.Equal("v / (2.0 * v) * 3.0", (V / (2 * V) * 3).ToString());
        Assert.Equal("-(v + 1.0) * -2.0", (-(V + 1) * -2).ToString());
        Assert.Equal("Math.Pow(v, 0.5) + Math.Exp(-v)", (new Binary(BinaryOperator.Pow, V, 0.5) + new Unary(UnaryOperator.Exp, -V)).ToString());
        Assert.Equal("(x < 1.0 || x + 1.0 != 2.0 ? x : 0.0) * Top", (new Conditional(test, V, 0) * new Parameter("Top")).ToString("x"));
        Assert.Equal("v < 1.0 || v + 1.0 != 2.0", test.ToString());
    }

    [Fact]
    public void DerivativesAgreeWithDifferenceQuotients() => Gen.Select(Any, Gen.Double[-3, 3].Where(point => Math.Abs((100 * point) - Math.Round(100 * point)) > 0.05)).Sample((formula, point) =>
    {
        const double Step = 1e-5;
        double Value(double offset) => formula.Evaluate(point + (offset * Step));
        double Quotient(double scale) => (Value(scale) - Value(-scale)) / (2 * scale * Step);

        // Constants have two decimals and points more, so that no point lies exactly on a kink. Points near a kink or a pole are left out: there difference quotients of two widths, or of two sides, disagree.
        var (wide, narrow) = (Quotient(2), Quotient(1));
        var (left, right) = ((Value(0) - Value(-1)) / Step, (Value(1) - Value(0)) / Step);
        var derivative = formula.Differentiate().Evaluate(point);
        var size = Math.Abs(narrow) + Math.Abs(Value(0)) + 1;
        if (double.IsFinite(wide) && Math.Abs(wide - narrow) < 1e-8 * size && Math.Abs(left - right) < 1e-2 * size && size < 1e6 && double.IsFinite(derivative))
        {
            Assert.True(Math.Abs(derivative - narrow) <= 1e-6 * size, $"({formula})′ at {point:R}: {derivative:R}, not {narrow:R}");
        }
    });

    [Fact]
    public void TheComplementIsReadOffTheForm()
    {
        var exponential = new Unary(UnaryOperator.Exp, -V);

        Assert.Equal(exponential, (1 - exponential).Complement());
        Assert.Equal(1 / (V + 1), (V / (V + 1)).Complement());
        Assert.Equal(exponential / (1 + exponential), (1 / (1 + exponential)).Complement());
        Assert.Equal(new Constant(0.75), new Constant(0.25).Complement());
        Assert.Null((V * V).Complement());
    }

    private static Gen<Formula> Deeper(Gen<Formula> operand) => Gen.OneOf(
        operand,
        Gen.Select(Gen.Enum<UnaryOperator>(), operand, Formula (unary, x) => new Unary(unary, x)),
        Gen.Select(Gen.Enum<BinaryOperator>(), operand, operand, Formula (binary, x, y) => new Binary(binary, x, y)),
        Gen.Select(operand, operand, operand, Formula (x, y, z) => new Conditional(new Condition.Compare(Comparison.Less, x, 0.5), y, z)));
}
