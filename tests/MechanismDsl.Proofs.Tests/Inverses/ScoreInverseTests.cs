using CsCheck;
using MechanismDsl.Proofs.Evaluation;
using MechanismDsl.Proofs.Inverses;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Tests.Rules;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Proofs.Tests.Inverses;

/// <summary>The inverse of a score, asked for a level that a report reaches, is the first report that does.</summary>
public class ScoreInverseTests
{
    private delegate Ex Score(Ex report, Ex known);

    private sealed record Example(Score Score, Domain Report, Domain Known, Side Side = Side.Buyer)
    {
        public Rule Rule
        {
            get
            {
                var builder = new RuleBuilder("Score");
                var report = builder.Report(Report.Kind);
                var known = builder.Public("known", Known.Kind);
                return builder.Build(Score(report, known));
            }
        }

        public EquatableArray<Input> Inputs => [
            new Input("report", ParameterRole.Report, [Report]),
            new Input("known", ParameterRole.Public, [Known])];
    }

    private static Domain Between(double low, double high) => new Domain.Interval(low, high);

    private static Ex Call(UnaryOperation operation, Ex operand) => Ex.Unary(operation, operand);

    private static Ex Pow(Ex value, Ex exponent) => Ex.Binary(BinaryOperation.Pow, value, exponent);

    // Strictly increasing scores: the inverse gives back the report.
    private static readonly Dictionary<string, Example> _strict = new()
    {
        ["quality"] = new((x, q) => x * q, Between(0, 100), Between(0.1, 1)),
        ["quality plus bonus"] = new((x, q) => x * q + 5.0 - q, Between(0, 100), Between(0.1, 1)),
        ["squashed"] = new((x, q) => Pow(q, 0.5) * x, Between(0, 100), Between(0.01, 1)),
        ["logarithm"] = new((x, q) => Call(UnaryOperation.Log, 1.0 + x) * q, Between(0, 100), Between(0.1, 1)),
        ["sigmoid"] = new((x, _) => 1.0 / (1.0 + Call(UnaryOperation.Exp, -0.1 * (x - 50.0))), Between(0, 100), Between(0, 1)),
        ["share"] = new((x, s) => x / (x + s), Between(0.1, 100), Between(1, 500)),
        ["virtual value"] = new((x, _) => x - (1.0 - x / 100.0) / 0.01, Between(0, 100), Between(0, 1)),
        ["mild lateness"] = new((x, l) => x - 0.004 * x * x * l, Between(0, 100), Between(0, 1)),
        ["quadratic"] = new((x, q) => 0.01 * x * x + x * q, Between(0, 100), Between(0.5, 2)),
        ["square only"] = new((x, q) => x * x * q, Between(1, 100), Between(0.5, 2)),
        ["shifted square"] = new((x, q) => Pow(x + q, 2.0), Between(0, 100), Between(0.5, 2)),
        ["power"] = new((x, a) => Pow(x, a), Between(1, 100), Between(0.5, 2)),
        ["cube"] = new((x, q) => x * x * x * q, Between(1, 100), Between(0.5, 2)),
        ["three halves"] = new((x, q) => x * Call(UnaryOperation.Sqrt, x) / q, Between(1, 100), Between(0.5, 2)),
        ["root"] = new((x, q) => Call(UnaryOperation.Sqrt, x - 1.0) / q, Between(1.5, 100), Between(0.5, 2)),
        ["cube root"] = new((x, q) => Call(UnaryOperation.Cbrt, x) + q, Between(1, 100), Between(0.5, 2)),
        ["logarithm to base 2"] = new((x, q) => Call(UnaryOperation.Log2, 1.0 + x) * q, Between(0, 100), Between(0.1, 1)),
        ["logarithm to base 10"] = new((x, q) => Call(UnaryOperation.Log10, 1.0 + x) + q, Between(0, 100), Between(0.1, 1)),
        ["saturating"] = new((x, q) => Call(UnaryOperation.Tanh, x / 50.0) * q, Between(0, 100), Between(0.1, 1)),
        ["arctangent"] = new((x, q) => q + Call(UnaryOperation.Atan, x / 20.0), Between(0, 100), Between(0.1, 1)),
        ["area sine"] = new((x, q) => Call(UnaryOperation.Asinh, x) / q, Between(1, 100), Between(0.5, 1)),
        ["hyperbolic sine"] = new((x, q) => Call(UnaryOperation.Sinh, x / 50.0) - q, Between(0, 100), Between(0.1, 1)),
        ["area cosine"] = new((x, q) => Call(UnaryOperation.Acosh, 1.0 + x) * q, Between(0.5, 100), Between(0.1, 1)),
        ["area tangent"] = new((x, q) => Call(UnaryOperation.Atanh, x / 101.0) * q, Between(0, 90), Between(0.1, 1)),
        ["arcsine"] = new((x, q) => Call(UnaryOperation.Asin, x / 110.0) + q, Between(0, 100), Between(0.1, 1)),
        ["exponential base"] = new((x, q) => Pow(0.9, -x) * q, Between(0, 100), Between(0.5, 2)),
        ["reciprocal"] = new((x, q) => q - 3.0 / x, Between(1, 100), Between(0.5, 2)),
        ["fraction"] = new((x, q) => (2.0 * x + q) / (x + 3.0 * q), Between(0, 50), Between(0.5, 2)),
        ["negative denominator"] = new((x, q) => x / (200.0 - x - q), Between(0, 100), Between(0.5, 2)),
        ["two slopes"] = new((x, _) => x.Min(40.0) + 0.1 * Ex.Binary(BinaryOperation.Max, 0.0, x - 30.0), Between(0, 100), Between(0, 1)),
        ["kink at public data"] = new((x, c) => Ex.Choose(x <= c, x, c + (x - c) * 0.5), Between(0, 100), Between(10, 90)),
        ["kink root"] = new((x, _) => Ex.Choose(x <= 25.0, x / 5.0, Call(UnaryOperation.Sqrt, x)), Between(0, 100), Between(0, 1)),
        ["absolute"] = new((x, c) => x + 0.5 * Call(UnaryOperation.Abs, x - c), Between(0, 100), Between(10, 90)),
        ["two pieces of two"] = new((x, c) => Ex.Choose((x >= 10.0).And(x < 50.0), 2.0 * x - 10.0, Ex.Choose(x < 10.0, x, 40.0 + x)), Between(0, 100), Between(0, 1)),
        ["soft plus clamp"] = new((x, c) => Call(UnaryOperation.Log, 1.0 + Call(UnaryOperation.Exp, x - c)), Between(20, 60), Between(20, 40)),
        ["cost"] = new((x, q) => 100.0 * q - x, Between(0, 50), Between(0.5, 2), Side.Supplier),
        ["cost efficiency"] = new((x, q) => q / x, Between(1, 50), Between(0.5, 2), Side.Supplier),
        ["cost in pieces"] = new((x, c) => Ex.Choose(x < c, 100.0 - x, 100.0 - c - 2.0 * (x - c)), Between(0, 50), Between(10, 30), Side.Supplier),
        ["cost squared"] = new((x, q) => q * 100.0 - 0.01 * x * x - x, Between(0, 50), Between(0.5, 2), Side.Supplier),
    };

    public static TheoryData<string> Strict => [.. _strict.Keys];

    // Scores with steps and flat parts.
    private static readonly Dictionary<string, Example> _flat = new()
    {
        ["buckets"] = new((x, _) => Call(UnaryOperation.Floor, x / 5.0) * 5.0, Between(0, 100), Between(0, 1)),
        ["capped"] = new((x, _) => x.Min(40.0) + 0.1 * Ex.Binary(BinaryOperation.Max, 0.0, x - 60.0), Between(0, 100), Between(0, 1)),
        ["floor price"] = new((x, r) => x.Max(r), Between(0, 100), Between(10, 30)),
        ["clamped"] = new((x, r) => Ex.Choose(x < r, r, Ex.Choose(x > 80.0, 80.0, x)), Between(0, 100), Between(10, 30)),
        ["boost"] = new((x, f) => Ex.Choose(x >= f, x, 0.5 * x), Between(0, 100), Between(10, 30)),
        ["step into slope"] = new((x, _) => Ex.Choose(x < 50.0, Call(UnaryOperation.Floor, x / 20.0) * 20.0, x), Between(0, 100), Between(0, 1)),
        ["open step"] = new((x, _) => Ex.Choose(x < 10.0, Call(UnaryOperation.Floor, x), 9.25 + (x - 10.0) * 0.125), Between(0, 100), Between(0, 1)),
        ["cents"] = new((x, _) => (Call(UnaryOperation.Round, x * 100.0).To(ScalarKind.Int32) / 25).To(ScalarKind.Double), Between(0, 1000), Between(0, 1)),
        ["levels"] = new((x, _) => Ex.Choose(x < 10.0, 0.0, Ex.Choose(x < 50.0, x - 10.0, Ex.Choose(x < 80.0, 40.0 + (x - 50.0) * 0.5, 55.0 + Call(UnaryOperation.Sqrt, x - 80.0)))), Between(0, 100), Between(0, 1)),
        ["no quality"] = new((x, q) => x * q, Between(0, 100), Between(0, 1)),
        ["ceiling"] = new((x, q) => Call(UnaryOperation.Ceiling, x / 8.0) + q, Between(0, 100), Between(0, 0)),
        ["cost steps"] = new((x, q) => 100.0 - Call(UnaryOperation.Floor, x / 4.0) * 4.0, Between(0, 100), Between(0, 0), Side.Supplier),
    };

    public static TheoryData<string> Flat => [.. _flat.Keys];

    [Theory]
    [MemberData(nameof(Strict))]
    public void Inverse_GivesBackTheReport(string name)
    {
        var example = _strict[name];
        var (score, inverse) = Both(example);
        Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1]).Sample(
            (s, t) =>
            {
                var report = At(example.Report, s);
                var known = At(example.Known, t);
                var level = score(report, known);
                Assert.Equal(report, inverse.Reaching(level, known), 1e-12 * Math.Max(1, report) * Condition(score, report, known));
                Assert.Equal(report, inverse.Beating(level, known), 1e-12 * Math.Max(1, report) * Condition(score, report, known));
            },
            1000);
    }

    [Theory]
    [MemberData(nameof(Flat))]
    public void Inverse_IsWhereTheLevelIsCrossed(string name)
    {
        var example = _flat[name];
        var (score, inverse) = Both(example);
        var up = example.Side == Side.Buyer ? 1 : -1;
        Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1], Gen.Bool).Sample(
            (s, t, isOnGrid) =>
            {
                var report = At(example.Report, isOnGrid ? Math.Round(s * 20) / 20 : s);
                var known = At(example.Known, t);
                var level = score(report, known);

                var reaching = inverse.Reaching(level, known);
                Assert.True(up * (report - reaching) >= -1e-12 * report);
                Assert.True(score(Inside(reaching + (up * 1e-7)), known) >= level - 1e-12);
                Assert.True(IsOutside(reaching - (up * 1e-7)) || score(Inside(reaching - (up * 1e-7)), known) < level);

                var better = level - 0.125;
                var beating = inverse.Beating(better, known);
                Assert.True(score(Inside(beating + (up * 1e-7)), known) > better);
                Assert.True(IsOutside(beating - (up * 1e-7)) || score(Inside(beating - (up * 1e-7)), known) <= better + 1e-12);
            },
            1000);

        bool IsOutside(double x) => x < example.Report.Low || x > example.Report.High;
        double Inside(double x) => Math.Min(example.Report.High, Math.Max(example.Report.Low, x));
    }

    [Fact]
    public void Formula_ReadsLikeTheTextbook()
    {
        var inverse = ScoreInverse.Find(_strict["quality"].Rule, _strict["quality"].Inputs, Side.Buyer)!;
        Assert.Equal("(rule (Report v2:Double) (Public v1:Double) {(= v3:Double (Max (Divide v2:Double v1:Double) 0d))} v3:Double)", inverse.Reaching.Text);
    }

    [Fact]
    public void Statements_AreReadLikeExpressions()
    {
        var builder = new RuleBuilder("Score");
        var report = builder.Report();
        var score = builder.Local();
        var label = builder.Label();
        var rule = builder.Build(
            score,
            RuleBuilder.Block(
                label,
                builder.If((Ex)report < 10.0, RuleBuilder.Set(score, (Ex)report), RuleBuilder.Leave(label)),
                RuleBuilder.Set(score, 10.0),
                RuleBuilder.Set(score, (Ex)score + 3.0 * ((Ex)report - 10.0))));
        var inverse = ScoreInverse.Find(rule, [new Input("report", ParameterRole.Report, [Between(0, 100)])], Side.Buyer)!;
        var run = new CompiledRule(inverse.Reaching);
        Assert.Equal(7, Run(run, 7));
        Assert.Equal(20, Run(run, 40));
        Assert.Equal(0, Run(run, -3));
    }

    [Fact]
    public void NoClosedForm_IsSaid()
    {
        Assert.Null(Find((x, q) => x + Call(UnaryOperation.Log, 1.0 + x) * q));
        Assert.Null(Find((x, q) => x * Call(UnaryOperation.Exp, x * q)));
        Assert.Null(Find((x, q) => x * x * x + x));

        static ScoreInverse? Find(Score score)
        {
            var example = new Example(score, Between(0, 100), Between(0, 1));
            return ScoreInverse.Find(example.Rule, example.Inputs, example.Side);
        }
    }

    private static double At(Domain domain, double share) => domain.Low + (share * (domain.High - domain.Low));

    // How much a relative error of one in the score moves the report: the identity cannot hold to more digits than the score has.
    private static double Condition(Func<double, double, double> score, double report, double known)
    {
        var step = 1e-4 * Math.Max(1, report);
        var slope = Math.Abs(score(report + step, known) - score(report - step, known)) / (2 * step);
        var value = Math.Max(1, Math.Abs(score(report, known)));
        return double.IsNaN(slope) || slope == 0 ? 1e4 : Math.Max(1, value / slope / Math.Max(1, report));
    }

    private static (Func<double, double, double> Score, (Func<double, double, double> Reaching, Func<double, double, double> Beating) Inverse) Both(Example example)
    {
        var inverse = ScoreInverse.Find(example.Rule, example.Inputs, example.Side);
        Assert.NotNull(inverse);
        return (Compile(example.Rule), (Compile(inverse.Reaching), Compile(inverse.Beating)));
    }

    private static Func<double, double, double> Compile(Rule rule)
    {
        var compiled = new CompiledRule(rule);
        return (first, second) => Run(compiled, first, second);
    }

    private static double Run(CompiledRule rule, params double[] arguments)
    {
        var result = rule.Execute(arguments.Select(value => (EquatableArray<Scalar>)[Scalar.Of(value)]).ToEquatableArray());
        Assert.Null(result.Failure);
        return result.Values[0].AsDouble;
    }
}
