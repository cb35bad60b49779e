using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Proofs.Tests.Rules;

public class RuleTextTests
{
    private static readonly Variable _report = new(0, ScalarKind.Double, IsArray: false);
    private static readonly Variable _score = new(1, ScalarKind.Double, IsArray: false);

    private static Rule Doubling(string name, string parameter, int site) => new(
        name,
        [new RuleParameter(parameter, _report, ParameterRole.Report)],
        [new Statement.Assign(_score, new Expression.Binary(BinaryOperation.Multiply, new Expression.Constant(Scalar.Of(2.0)), new Expression.Read(_report, site)), site)],
        _score);

    [Fact]
    public void Text_OmitsNamesAndPlaces()
    {
        Assert.Equal("(rule (Report v0:Double) {(= v1:Double (Multiply 2d v0:Double))} v1:Double)", Doubling("Score", "bid", 7).Text);
        Assert.Equal(Doubling("Score", "bid", 7), Doubling("Rank", "report", 9));
    }

    [Fact]
    public void Scalars_AreEqualByBits()
    {
        Assert.Equal(Scalar.Of(double.NaN), Scalar.Of(double.NaN));
        Assert.NotEqual(Scalar.Of(0.0), Scalar.Of(-0.0));
        Assert.NotEqual(Scalar.Of(1), Scalar.Of(1L));
        Assert.Equal(Scalar.Of(1.0m), Scalar.Of(1.00m));
    }
}
