using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Tests.Rules;
using static MechanismDsl.Proofs.Tests.Rules.RuleBuilder;

namespace MechanismDsl.Proofs.Tests.Evaluation;

/// <summary>Scores that people write, with the answer to whether they are monotone in the report.</summary>
internal static class CorpusScores
{
    public static readonly Dictionary<string, (Rule Rule, (double Low, double High)[] Domains, bool IsMonotone)> All = [];

    static CorpusScores()
    {
        Add("Quality", true, [(0, 100), (0.1, 1)], (x, q) => x * q);
        Add("Capped", true, [(0, 100)], (x, _) => x.Min(40.0) + (0.1 * (x - 60.0).Max(0.0)));
        Add("CapResets", false, [(0, 100)], (x, _) => Ex.Choose(x > 50.0, 25.0, x));
        Add("AntiSnipe", false, [(0, 100), (0, 1)], (x, late) => x - (0.01 * x * x * late));
        Add("AntiSnipeMild", true, [(0, 100), (0, 1)], (x, late) => x - (0.005 * x * x * late));
        Add("Bucketed", true, [(0, 100)], (x, _) => Ex.Unary(UnaryOperation.Floor, x / 5.0) * 5.0);
        Add("Modulo", false, [(0, 100)], (x, _) => x % 10.0);
        Add("Lookup", true, [(0, 100)], (x, _) => At(Table(0, 1, 1, 3, 5, 8, 13, 21, 34, 55, 89), (x / 10.0).To(ScalarKind.Int32)));
        Add("LookupTypo", false, [(0, 100)], (x, _) => At(Table(0, 1, 1, 3, 5, 8, 7, 21, 34, 55, 89), (x / 10.0).To(ScalarKind.Int32)));
        Add("SwitchGap", false, [(0, 100)], (x, _) => Ex.Choose(x < 10.0, 0.0, Ex.Choose(x < 50.0, x - 10.0, Ex.Choose(x < 80.0, 35.0 + ((x - 50.0) * 0.5), 55.0))));
        Add("Sigmoid", true, [(0, 100)], (x, _) => 1.0 / (1.0 + Ex.Unary(UnaryOperation.Exp, -0.1 * (x - 50.0))));
        Add("BoostCliff", false, [(0, 100), (1, 2)], (x, boost) => Ex.Choose(x < 30.0, x * boost, x));
        Add("Cubic", true, [(0, 10)], (x, _) => (x * x * x) - (6.0 * x * x) + (12.0 * x));
        Add("CubicBad", false, [(0, 10)], (x, _) => (x * x * x) - (6.0 * x * x) + (11.9 * x));
        Add("Smooth", true, [(0, 10), (0, 1)], (x, c) => x + (c * Ex.Unary(UnaryOperation.Exp, -x)));
        Add("SmoothBad", false, [(0, 10), (0, 1.2)], (x, c) => x + (c * Ex.Unary(UnaryOperation.Exp, -x)));
        Add("IntCents", true, [(0, 1000)], (x, _) => (Ex.Unary(UnaryOperation.Round, x * 100.0).To(ScalarKind.Int32) / 25).To(ScalarKind.Double));
        Add("NeedleBump", false, [(0, 100)], (x, _) => x + Ex.Choose((x > 73.1234).And(x < 73.1235), 1.0, 0.0));
        Add("KinkSqrt", true, [(0, 100)], (x, _) => Ex.Choose(x <= 25.0, x / 5.0, Ex.Unary(UnaryOperation.Sqrt, x)));
    }

    private static void Add(string name, bool isMonotone, (double Low, double High)[] domains, Func<Ex, Ex, Ex> score)
    {
        var builder = new RuleBuilder(name);
        Ex report = builder.Report();
        Ex other = domains.Length > 1 ? builder.Public("other") : 0.0;
        All.Add(name, (builder.Build(score(report, other)), domains, isMonotone));
    }
}
