using CsCheck;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Tests.Support;

namespace MechanismDsl.Language.Tests.Formulas;

/// <summary>Each body is read by the compiler under test and run by C# itself: both must compute the same bits.</summary>
public sealed class FormulaReaderTests
{
    public static TheoryData<string, Func<double, double>> Bodies => new()
    {
        { "=> v / 2;", v => v / 2 },
        { "=> 1 / 2 * v;", v => 1 / 2 * v },
        { "=> (1.0 / 3) - -v * +v;", v => (1.0 / 3) - (-v * +v) },
        { "=> v < 3 ? v : v > 5 && v != 7 || !(v <= 6) ? 2 : Math.Max(v, 3.5);", v => v < 3 ? v : (v > 5 && v != 7) || !(v <= 6) ? 2 : Math.Max(v, 3.5) },
        { "=> Math.Pow(v, 1.5) + Math.Sqrt(v) + Math.Exp(-v) + Math.Log(1 + v) + double.Min(v, 1) + Math.Atan(v);", v => Math.Pow(v, 1.5) + Math.Sqrt(v) + Math.Exp(-v) + Math.Log(1 + v) + double.Min(v, 1) + Math.Atan(v) },
        { "{ if (v < 2) return v * v; else if (v < 4) { return 2 * v; } return 8; }", v => v < 2 ? v * v : v < 4 ? 2 * v : 8 },
        { "{ const int n = 3; const double k = n - 1; double w = v * k; var u = w + n; return u / w; }", v => ((v * 2) + 3) / (v * 2) },
        { "{ if (v < 2) { } ; { return v; } }", v => v },
        { "=> Math.PI * v;", v => Math.PI * v },
        { "=> (v == 0) ? 0 : true ? v : 1;", v => v },
    };

    [Theory, MemberData(nameof(Bodies))]
    public void A_formula_computes_what_the_method_computes(string body, Func<double, double> expected)
    {
        var method = Read(body);
        Assert.Null(method.NotUnderstood);
        Gen.Double[0, 10].Sample(value => BitConverter.DoubleToInt64Bits(expected(value)) == BitConverter.DoubleToInt64Bits(method.Formula!.Evaluate(value)), iter: 200);
    }

    [Theory]
    [InlineData("=> DateTime.Now.Ticks * v;", "converts between kinds of numbers")]
    [InlineData("=> Other(v); static double Other(double x) => x;", "'Other(v)' calls a method that is not a function of Math on doubles")]
    [InlineData("=> Math.Round(v);", "'Math.Round(v)' calls a function of Math that formulas do not have")]
    [InlineData("=> v % 2;", "'v % 2' is not arithmetic, a comparison, a constant or a function of Math")]
    [InlineData("=> (int)v;", "converts between kinds of numbers")]
    [InlineData("=> (float)v;", "converts between kinds of numbers")]
    [InlineData("=> _rate * v; static double _rate = 2;", "'_rate' is not arithmetic")]
    [InlineData("{ double w = v; w += 1; return w; }", "'w += 1;' is not a return, an if with returns, or a local with a value")]
    [InlineData("{ int n = 3; return v / n; }", "'n = 3' is not a double with a value")]
    [InlineData("{ while (v < 1) { return v; } return 0; }", "is not a return, an if with returns, or a local with a value")]
    [InlineData("=> v < 0 ? throw new Exception() : v;", "'throw new Exception()'")]
    [InlineData("=> v switch { 1 => 2, _ => v };", "'v switch { 1 => 2, _ => v }'")]
    public void Anything_else_is_refused_with_its_source(string body, string words)
    {
        var method = Read(body);
        Assert.Null(method.Formula);
        Assert.Contains(words, method.NotUnderstood);
    }

    [Theory]
    [InlineData("[Strategy] double Bid(double v) => v;", "it must be static")]
    [InlineData("[Strategy] static double Bid(int v) => v;", "it must take one double and return a double")]
    [InlineData("[Strategy] static double Bid(double v, double w) => v;", "it must take one double and return a double")]
    [InlineData("[Strategy] static float Bid(double v) => 1;", "it must take one double and return a double")]
    [InlineData("[Strategy] static double Bid(ref double v) => v;", "it must take one double and return a double")]
    public void Signatures_are_checked(string method, string words) =>
        Assert.Equal(words, Assert.Single(Source.Of($"[Mechanism] partial class X {{ {method} }}").Read().Methods).NotUnderstood);

    [Fact]
    public void Branches_that_multiply_meet_a_limit()
    {
        var body = string.Concat(Enumerable.Range(0, 30).Select(index => $"if (v < {index}) {{ }} "));
        Assert.Contains("operations once its branches are written out", Read($"{{ {body} return v; }}").NotUnderstood);
    }

    [Theory]
    [InlineData("=> ")]
    [InlineData("=> v +;")]
    [InlineData("{ return ")]
    [InlineData("")]
    [InlineData("=> Math.;")]
    public void Half_written_bodies_are_refused(string body) =>
        Assert.NotNull(Assert.Single(Source.Incomplete($"[Mechanism] partial class X {{ [Strategy] static double Bid(double v) {body} }}").Read().Methods).NotUnderstood);

    private static MethodUse Read(string body) => Assert.Single(Source.Of($"[Mechanism] partial class X {{ [Strategy] static double Bid(double v) {body} }}").Read().Methods);
}
