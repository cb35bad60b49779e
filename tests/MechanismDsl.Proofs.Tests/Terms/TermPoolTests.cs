using Fractions;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Tests.Terms;

public class TermPoolTests
{
    private readonly TermPool _pool = new();

    private Term.Symbol X => _pool.Symbol("x", SymbolRole.Focal, new Domain.Interval(0, 100), 0, 0);

    private Term Number(double value) => _pool.Constant(Scalar.Of(value));

    [Fact]
    public void EqualTerms_AreTheSameObject()
    {
        Assert.Same(_pool.Add(X, Number(2)), _pool.Add(X, Number(2)));
        Assert.NotSame(_pool.Add(X, Number(2)), _pool.Add(Number(2), X));
        Assert.Equal("(Add x 2d)", _pool.Add(X, Number(2)).ToString());
    }

    [Fact]
    public void Constants_HaveTwoReadings()
    {
        var sum = (Term.Constant)_pool.Add(Number(0.1), Number(0.2));
        Assert.Equal(0.30000000000000004, sum.Value.AsDouble);
        Assert.Equal(new Fraction(3, 10), sum.Exact);
        Assert.NotSame(sum, _pool.Constant(Scalar.Of(0.30000000000000004)));
        Assert.Equal("0.30000000000000004d=3/10", sum.ToString());
    }

    [Fact]
    public void Jumps_AreNotFolded_WhereTheReadingsDiffer()
    {
        // 0.3 / 0.1 is 2.9999999999999996 for the program and 3 in real arithmetic.
        var quotient = _pool.Binary(BinaryOperation.Divide, Number(0.3), Number(0.1));
        Assert.IsType<Term.Unary>(_pool.Unary(UnaryOperation.Floor, quotient));
        Assert.Equal("3d", _pool.Unary(UnaryOperation.Floor, Number(3.5)).ToString());
        Assert.Equal("4d", _pool.Unary(UnaryOperation.Round, Number(4.5)).ToString());
        Assert.Equal("-4", _pool.Convert(ScalarKind.Int32, Number(-4.5)).ToString());
    }

    [Fact]
    public void NeutralElements_AreDropped_OnlyWhereNoValueChanges()
    {
        Assert.Same(X, _pool.Add(Number(0), X));
        Assert.Same(X, _pool.Multiply(X, Number(1)));
        Assert.Equal("0d", _pool.Multiply(X, Number(0)).ToString());
        var exp = _pool.Unary(UnaryOperation.Exp, _pool.Multiply(X, X));
        Assert.IsType<Term.Binary>(_pool.Multiply(exp, Number(0)));
    }

    [Fact]
    public void Integers_WrapAsUnchecked()
    {
        var large = _pool.Constant(Scalar.Of(int.MaxValue));
        Assert.Equal("-2147483648", _pool.Add(large, _pool.Constant(Scalar.Of(1))).ToString());
        Assert.Equal("-2", _pool.Binary(BinaryOperation.Divide, _pool.Constant(Scalar.Of(-7)), _pool.Constant(Scalar.Of(3))).ToString());
    }

    [Theory]
    [InlineData(UnaryOperation.Sqrt, 0, 10)]
    [InlineData(UnaryOperation.Negate, -100, 0)]
    [InlineData(UnaryOperation.Abs, 0, 100)]
    [InlineData(UnaryOperation.Floor, 0, 100)]
    public void Ranges_AreTight(UnaryOperation operation, double low, double high) =>
        Assert.Equal(new ValueRange(low, high), _pool.Unary(operation, X).Range);

    [Fact]
    public void Ranges_SayWhereNaNIsPossible()
    {
        Assert.True(_pool.Unary(UnaryOperation.Sqrt, _pool.Subtract(X, Number(1))).Range.MayBeNaN);
        Assert.False(_pool.Unary(UnaryOperation.Sqrt, X).Range.MayBeNaN);
        Assert.True(_pool.Binary(BinaryOperation.Divide, X, X).Range.MayBeNaN);
        Assert.False(_pool.Binary(BinaryOperation.Divide, X, _pool.Add(X, Number(1))).Range.MayBeNaN);
    }

    [Fact]
    public void Substitute_ReplacesEverywhere()
    {
        var other = _pool.Symbol("x'", SymbolRole.FocalOther, new Domain.Interval(0, 100), 0, 0);
        var square = _pool.Multiply(_pool.Add(X, Number(1)), X);
        Assert.Equal("(Multiply (Add x' 1d) x')", _pool.Substitute(square, X, other).ToString());
        Assert.False(_pool.Substitute(square, X, other).Mentions(X));
    }
}
