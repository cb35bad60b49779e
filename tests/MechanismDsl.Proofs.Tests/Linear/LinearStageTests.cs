using System.Text.RegularExpressions;
using MechanismDsl.Proofs.Certificates;
using MechanismDsl.Proofs.Linear;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Stages;
using MechanismDsl.Proofs.Terms;
using MechanismDsl.Proofs.Verdicts;

namespace MechanismDsl.Proofs.Tests.Linear;

public class LinearStageTests
{
    private readonly TermPool _pool = new();

    private Term.Symbol Symbol(string name, double low, double high, SymbolRole role = SymbolRole.OtherReport) => _pool.Symbol(name, role, new Domain.Interval(low, high));

    private Term Number(double value) => _pool.Constant(Scalar.Of(value));

    private static Fact AtMost(Term left, Term right) => new(Relation.LessOrEqual, left, right);

    private static Fact Below(Term left, Term right) => new(Relation.Less, left, right);

    private StageResult Decide(Goal goal, params Fact[] facts) => new LinearStage().Decide(new Obligation(_pool, facts, goal, "the goal"), new Budget(5000), default);

    private void IsClosed(Goal goal, params Fact[] facts)
    {
        var closed = Assert.IsType<StageResult.Closed>(Decide(goal, facts));
        Assert.Equal(Arithmetic.Real, closed.Arithmetic);
        Assert.StartsWith("linear ", closed.Certificate, StringComparison.Ordinal);

        // The certificate is accepted, but not for another goal, nor with another multiplier.
        var obligation = new Obligation(_pool, facts, goal, "the goal");
        Assert.True(LinearCertificate.Check(obligation, closed.Certificate), closed.Certificate);
        Assert.False(LinearCertificate.Check(obligation, Regex.Replace(closed.Certificate, @"\((\d)", "(-$1")));
        Assert.False(LinearCertificate.Check(obligation, "linear {} "));

        // A contradiction among the facts alone proves everything.
        Assert.Equal(
            !closed.Certificate.Contains("[goal", StringComparison.Ordinal),
            LinearCertificate.Check(obligation with { Goal = new Goal.Compare(Relation.Less, Number(1), Number(0)) }, closed.Certificate));
    }

    private void IsBroken(Goal goal, params Fact[] facts) => Assert.IsType<StageResult.Witness>(Decide(goal, facts));

    private static Goal.Compare LessOrEqual(Term left, Term right) => new(Relation.LessOrEqual, left, right);

    [Fact]
    public void CriticalPayment_IsBelowTheBid()
    {
        // The winner's score b·0.7 is at least m·0.4, and pays m·0.4/0.7.
        var (b, m) = (Symbol("b", 0, 100), Symbol("m", 0, 100));
        var pays = _pool.Binary(BinaryOperation.Divide, _pool.Multiply(m, Number(0.4)), Number(0.7));
        IsClosed(LessOrEqual(pays, b), AtMost(_pool.Multiply(m, Number(0.4)), _pool.Multiply(b, Number(0.7))));
        IsBroken(LessOrEqual(pays, b), AtMost(_pool.Multiply(m, Number(0.4)), _pool.Multiply(b, Number(0.8))));
    }

    [Fact]
    public void Clamps_AreSplitIntoCases()
    {
        // min(max(x, 0), 1) ≤ min(max(y, 0), 1) for x ≤ y, and |x| + |y| ≥ |x + y|.
        var (x, y) = (Symbol("x", -5, 5), Symbol("y", -5, 5));
        IsClosed(LessOrEqual(Clamp(x), Clamp(y)), AtMost(x, y));
        IsClosed(LessOrEqual(Abs(_pool.Add(x, y)), _pool.Add(Abs(x), Abs(y))));
        IsBroken(LessOrEqual(_pool.Add(Abs(x), Abs(y)), Abs(_pool.Add(x, y))));

        Term Clamp(Term term) => _pool.Binary(BinaryOperation.Min, _pool.Binary(BinaryOperation.Max, term, Number(0)), Number(1));
        Term Abs(Term term) => _pool.Unary(UnaryOperation.Abs, term);
    }

    [Fact]
    public void MinimumWithItself_InDisguise_IsItsOperand()
    {
        // Math.Min(x, 0.5x + 0.5x).
        var x = Symbol("x", 0, 10);
        var half = _pool.Multiply(Number(0.5), x);
        IsClosed(LessOrEqual(x, _pool.Binary(BinaryOperation.Min, x, _pool.Add(half, half))));
    }

    [Fact]
    public void MonotoneFunctions_AreComparedByTheirOperands()
    {
        // ln(1 + e^(x − f)) rises with x.
        var (x, y, f) = (Symbol("x", 0, 100), Symbol("y", 0, 100), Symbol("f", 0, 50));
        IsClosed(LessOrEqual(Soft(x), Soft(y)), AtMost(x, y));
        IsClosed(LessOrEqual(Floor(x), Floor(y)), AtMost(x, y));

        Term Soft(Term term) => _pool.Unary(UnaryOperation.Log, _pool.Add(Number(1), _pool.Unary(UnaryOperation.Exp, _pool.Subtract(term, f))));
        Term Floor(Term term) => _pool.Unary(UnaryOperation.Floor, _pool.Binary(BinaryOperation.Divide, term, Number(5)));
    }

    [Fact]
    public void Products_UseTheBoundsOfTheirFactors()
    {
        // q·x ≤ q·y for q ≥ 0 and x ≤ y; q·x ≤ x for q ≤ 1; IR of "half the bid times the probability".
        var (x, y, q) = (Symbol("x", 0, 100), Symbol("y", 0, 100), Symbol("q", 0.1, 1));
        IsClosed(LessOrEqual(_pool.Multiply(q, x), _pool.Multiply(q, y)), AtMost(x, y));
        IsClosed(LessOrEqual(_pool.Multiply(x, q), x));
        IsClosed(LessOrEqual(_pool.Multiply(_pool.Multiply(q, x), Number(0.5)), _pool.Multiply(x, q)));
        IsBroken(LessOrEqual(x, _pool.Multiply(x, q)));
    }

    [Fact]
    public void Rounding_IsWithinItsLimits()
    {
        var x = Symbol("x", 0, 100);
        IsClosed(LessOrEqual(_pool.Unary(UnaryOperation.Floor, x), x));
        IsClosed(new Goal.Compare(Relation.Less, x, _pool.Add(_pool.Unary(UnaryOperation.Floor, x), Number(1))));
        IsClosed(LessOrEqual(_pool.Unary(UnaryOperation.Round, x), _pool.Add(x, Number(0.5))));
        IsClosed(new Goal.InRange(_pool.Binary(BinaryOperation.Divide, x, Number(10)), 0, 10));
        IsBroken(new Goal.InRange(_pool.Binary(BinaryOperation.Divide, x, Number(10)), 0, 9));
    }

    [Fact]
    public void ImpossiblePaths_AreSeen()
    {
        var (x, y) = (Symbol("x", 0, 100), Symbol("y", 0, 100));
        IsClosed(new Goal.Impossible(), Below(x, y), Below(_pool.Add(y, Number(1)), x));
        IsClosed(new Goal.Impossible(), Below(x, Number(0)));
        IsBroken(new Goal.Impossible(), Below(x, y));
        IsClosed(new Goal.Compare(Relation.Equal, _pool.Add(x, y), _pool.Add(_pool.Multiply(Number(2), x), Number(3))), new Fact(Relation.Equal, y, _pool.Add(x, Number(3))));
    }

    [Fact]
    public void NeedleCounterexample_IsFoundByTheSample()
    {
        // x + 1 on (73.1234, 73.1235), x elsewhere: the first run inside, the second one beyond.
        var (x, y) = (Symbol("x", 0, 100), Symbol("y", 0, 100));
        var witness = Assert.IsType<StageResult.Witness>(Decide(
            LessOrEqual(_pool.Add(x, Number(1)), y), AtMost(x, y), Below(Number(73.1234), x), Below(x, Number(73.1235)), AtMost(Number(73.1235), y)));
        Assert.InRange(witness.Values[x].AsDouble, 73.1234, 73.1235);
        Assert.InRange(witness.Values[y].AsDouble, 73.1235, 74.1235);
    }

    [Fact]
    public void Integers_DifferByOne()
    {
        var (i, j) = (_pool.Symbol("i", SymbolRole.Public, new Domain.Integers(0, 9, IsLong: false)), _pool.Symbol("j", SymbolRole.Public, new Domain.Integers(0, 9, IsLong: false)));
        IsClosed(LessOrEqual(_pool.Add(i, _pool.Constant(Scalar.Of(1))), j), Below(i, j));
        var quotient = _pool.Binary(BinaryOperation.Divide, i, _pool.Constant(Scalar.Of(4)));
        IsClosed(LessOrEqual(i, _pool.Add(_pool.Multiply(quotient, _pool.Constant(Scalar.Of(4))), _pool.Constant(Scalar.Of(3)))));
    }

    [Fact]
    public void Certificate_SaysWhatIsAddedUp()
    {
        var (x, y) = (Symbol("x", 0, 100), Symbol("y", 0, 100));
        var closed = Assert.IsType<StageResult.Closed>(Decide(LessOrEqual(_pool.Multiply(Number(2), x), _pool.Multiply(Number(2), y)), AtMost(x, y)));
        Assert.Equal("linear {} (1 [goal] 2 [fact 0])", closed.Certificate);
    }
}
