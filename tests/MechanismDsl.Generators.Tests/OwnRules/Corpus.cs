using System.Reflection;
using System.Text;
using MechanismDsl.Generators.Tests.Support;

namespace MechanismDsl.Generators.Tests.OwnRules;

/// <summary>Monotone rules of the labelled corpus as mechanisms: compiled once, run by name, and asked directly.</summary>
internal static class Corpus
{
    private const string Tables = """
        internal static readonly double[] Q = [0.9, 0.5, 0.7, 0.4];
        internal static readonly double[] Size = [3, 2, 4, 1];
        internal static readonly double[] Table = [0, 1, 1, 3, 5, 8, 13, 21, 34, 55, 89];
        internal static double Soft(double x) => Math.Log(1 + Math.Exp(x));
        internal static double Clamp01(double x) => x < 0 ? 0 : x > 1 ? 1 : x;
        """;

    /// <summary>Name, agents, items, what it answers, body. Reports are doubles in [0, 100] (lotteries: [0.01, 100]).</summary>
    public static readonly (string Name, int Agents, int Items, string Answer, string Body)[] Allocations =
    [
        ("A01_Argmax", 3, 1, "int", "{ int w = 0; for (int i = 1; i < b.Length; i++) if (b[i] > b[w]) w = i; return w; }"),
        ("A02_ArgmaxReserve", 4, 1, "int", "{ int w = -1; double best = 10; for (int i = 0; i < b.Length; i++) if (b[i] >= best) { best = b[i]; w = i; } return w; }"),
        ("A05_QualityWeighted", 4, 1, "int", "{ int w = -1; double best = 0; for (int i = 0; i < b.Length; i++) { double s = b[i] * Q[i]; if (s > best) { best = s; w = i; } } return w; }"),
        ("A06_SquashedLog", 3, 1, "int", "{ int w = -1; double best = double.NegativeInfinity; for (int i = 0; i < b.Length; i++) { double s = Math.Pow(Q[i], 0.5) * Math.Log(1 + b[i]); if (s > best) { best = s; w = i; } } return w; }"),
        ("A07_TopTwo", 3, 2, "bool[]", "{ var r = new bool[b.Length]; for (int i = 0; i < b.Length; i++) { int above = 0; for (int j = 0; j < b.Length; j++) if (b[j] > b[i] || (b[j] == b[i] && j < i)) above++; r[i] = above < 2; } return r; }"),
        ("A08_GreedyKnapsack", 3, 3, "bool[]", "{ int n = b.Length; var order = new int[n]; for (int i = 0; i < n; i++) order[i] = i; for (int i = 1; i < n; i++) for (int j = i; j > 0 && b[order[j]] / Size[order[j]] > b[order[j - 1]] / Size[order[j - 1]]; j--) { int t = order[j]; order[j] = order[j - 1]; order[j - 1] = t; } var r = new bool[n]; double left = 5; foreach (var k in order) if (Size[k] <= left) { r[k] = true; left -= Size[k]; } return r; }"),
        ("A10_ProportionalLottery", 3, 1, "double[]", "{ double s = 0; foreach (var x in b) s += x; var r = new double[b.Length]; for (int i = 0; i < b.Length; i++) r[i] = b[i] / s; return r; }"),
        ("A11_SoftmaxLottery", 3, 1, "double[]", "{ double s = 0; foreach (var x in b) s += Math.Exp(x / 20); var r = new double[b.Length]; for (int i = 0; i < b.Length; i++) r[i] = Math.Exp(b[i] / 20) / s; return r; }"),
        ("A13_IncumbentBonus", 3, 1, "int", "{ int w = 0; double best = b[0] + 5; for (int i = 1; i < b.Length; i++) if (b[i] > best) { best = b[i]; w = i; } return w; }"),
        ("A16_BucketedTieById", 3, 1, "int", "{ int w = 0; for (int i = 1; i < b.Length; i++) if (Math.Floor(b[i] / 10) > Math.Floor(b[w] / 10)) w = i; return w; }"),
        ("A17_DiscriminatoryReserve", 3, 1, "int", "{ int w = -1; for (int i = 0; i < b.Length; i++) { double r = i switch { 0 => 10, 1 => 20, _ => 15 }; if (b[i] < r) continue; if (w < 0 || b[i] > b[w]) w = i; } return w; }"),
        ("A18_VirtualValues", 3, 1, "int", "{ int w = -1; double best = 0; for (int i = 0; i < b.Length; i++) { double hi = i == 0 ? 100 : 60; double phi = 2 * b[i] - hi; if (phi > best) { best = phi; w = i; } } return w; }"),
        ("A19_While", 3, 1, "int", "{ int w = -1, i = 0; double best = 0; while (i < b.Length) { if (b[i] > best) { best = b[i]; w = i; } i++; } return w; }"),
        ("A21_PublicGood", 3, 3, "bool[]", "{ double s = 0; foreach (var x in b) s += x; bool build = s >= 90; var r = new bool[b.Length]; for (int i = 0; i < r.Length; i++) r[i] = build; return r; }"),
        ("A24_GreedyConflictGraph", 4, 4, "bool[]", "{ int n = b.Length; var done = new bool[n]; var r = new bool[n]; for (int round = 0; round < n; round++) { int k = -1; for (int i = 0; i < n; i++) if (!done[i] && (k < 0 || b[i] > b[k])) k = i; done[k] = true; bool ok = true; for (int j = 0; j < n; j++) if (r[j] && (j - k == 1 || k - j == 1)) ok = false; if (ok) r[k] = true; } return r; }"),
        ("A25_SoftReserve", 3, 1, "double[]", "{ int w = 0; for (int i = 1; i < b.Length; i++) if (b[i] > b[w]) w = i; var r = new double[b.Length]; r[w] = Math.Min(1, b[w] / 20); return r; }"),
        ("A27_EfficientPair", 3, 1, "int", "{ double pair = b[0] + b[1]; return pair > b[2] ? (b[0] > 0 ? 0 : 1) : 2; }"),
        ("A28_QuadraticScore", 2, 1, "int", "{ double s0 = 0.01 * b[0] * b[0] + b[0], s1 = 1.5 * b[1]; return s0 > s1 ? 0 : 1; }"),
    ];

    /// <summary>Name, domain of the report, public parameter with its domain (none: empty), body.</summary>
    public static readonly (string Name, double Low, double High, string Public, string Body)[] Scores =
    [
        ("S01_Quality", 0, 100, "[Between(0.1, 1)] double y", "=> x * y;"),
        ("S03_Log", 0, 100, "[Between(0.1, 1)] double y", "=> Math.Log(1 + x) * y;"),
        ("S04_Capped", 0, 100, "", "=> Math.Min(x, 40) + 0.1 * Math.Max(0, x - 60);"),
        ("S07_AntiSnipeMild", 0, 100, "[Between(0, 1)] double y", "=> x - 0.005 * x * x * y;"),
        ("S08_Bucketed", 0, 100, "", "=> Math.Floor(x / 5) * 5;"),
        ("S10_Lookup", 0, 100, "", "=> Table[(int)(x / 10)];"),
        ("S12_Switch", 0, 100, "", "=> x switch { < 10 => 0, < 50 => x - 10, < 80 => 40 + (x - 50) * 0.5, _ => 55 + Math.Sqrt(x - 80) };"),
        ("S14_Sigmoid", 0, 100, "", "=> 1 / (1 + Math.Exp(-0.1 * (x - 50)));"),
        ("S15_Share", 0.1, 100, "[Between(0, 500)] double y", "=> x / (x + y);"),
        ("S16_Virtual", 0, 100, "", "{ double f = 1.0 / 100, F = x / 100; return x - (1 - F) / f; }"),
        ("S17_Inlined", 0, 100, "[Between(0, 50)] double y", "=> Soft(x - y) + Clamp01(x / 50);"),
        ("S18_Loop", 0, 10, "", "{ double s = 0, p = 1; for (int k = 0; k < 6; k++) { s += p; p *= x / (k + 1); } return s; }"),
        ("S19_SoftFloor", 0, 100, "[Between(0, 50)] double y", "=> x >= y ? x : 0.5 * x;"),
        ("S21_Cubic", 0, 10, "", "=> x * x * x - 6 * x * x + 12 * x;"),
        ("S23_SmoothNontrivial", 0, 10, "[Between(0, 1)] double y", "=> x + y * Math.Exp(-x);"),
        ("S25_LogDiff", 1, 100, "", "=> x - Math.Log(x);"),
        ("S26_IntCents", 0, 1000, "", "{ int cents = (int)Math.Round(x * 100); return cents / 25; }"),
        ("S28_KinkSqrt", 0, 100, "", "=> x <= 25 ? x / 5 : Math.Sqrt(x);"),
    ];

    private static readonly Lazy<Type> Probe = new(() => Driver.Load(Source()).Assembly.GetType("Corpus.Probe")!);

    /// <summary>What a mechanism gives and charges each agent.</summary>
    public static Func<double[], (double Quantity, double Payment)[]> Run(string name) => Method("Run" + name).CreateDelegate<Func<double[], (double, double)[]>>();

    /// <summary>What the rule itself gives each agent.</summary>
    public static Func<double[], double[]> Ask(string name) => Method("Ask" + name).CreateDelegate<Func<double[], double[]>>();

    /// <summary>A mechanism that ranks reports with public numbers by a score: winner and price.</summary>
    public static Func<double[], double[], (int Winner, double Price)> RunScore(string name) => Method("Run" + name).CreateDelegate<Func<double[], double[], (int, double)>>();

    /// <summary>The score itself.</summary>
    public static Func<double, double, double> Score(string name) => Method("Ask" + name).CreateDelegate<Func<double, double, double>>();

    private static MethodInfo Method(string name) => Probe.Value.GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic) ?? throw new MissingMethodException(name);

    private static string Source()
    {
        var (types, probes) = (new StringBuilder(), new StringBuilder());
        foreach (var (name, agents, items, answer, body) in Allocations)
        {
            var environment = items == 1 ? "SingleItem" : FormattableString.Invariant($"IdenticalItems({items})");
            var low = answer == "double[]" ? "0.01" : "0";
            types.AppendLine(FormattableString.Invariant(
                $"[Mechanism, {environment}, Agents({agents})] internal partial class {name} {{ [Allocation] internal static {answer} Rule([Between({low}, 100)] ReadOnlySpan<double> b) {body} }}"));
            var served = answer == "int" ? "Enumerable.Range(0, b.Length).Select(i => ask == i ? 1.0 : 0).ToArray()" : "ask.Select(q => Convert.ToDouble(q)).ToArray()";
            probes.AppendLine(FormattableString.Invariant($"internal static double[] Ask{name}(double[] b) {{ var ask = {name}.Rule(b); return {served}; }}"));
            var outcome = answer == "int"
                ? "Enumerable.Range(0, b.Length).Select(i => run.Winner == i ? (1.0, run.Price) : (0.0, 0.0)).ToArray()"
                : "run.Agents.ToArray().Select(a => (a.Quantity, a.Payment)).ToArray()";
            probes.AppendLine(FormattableString.Invariant($"internal static (double, double)[] Run{name}(double[] b) {{ var run = {name}.Run(b); return {outcome}; }}"));
        }

        foreach (var (name, low, high, data, body) in Scores)
        {
            types.AppendLine(FormattableString.Invariant(
                $"[Mechanism, SingleItem] internal partial class {name} {{ [Score] internal static double Rule([Between({low}, {high})] double x{(data.Length > 0 ? ", " + data : "")}) {body} }}"));
            var (both, argument) = data.Length > 0 ? ("x, y", "x, y") : ("x", "x");
            probes.AppendLine(FormattableString.Invariant($"internal static double Ask{name}(double x, double y) => {name}.Rule({argument});"));
            probes.AppendLine(FormattableString.Invariant($"internal static (int, double) Run{name}(double[] x, double[] y) {{ var run = {name}.Run({both}); return (run.Winner, run.Price); }}"));
        }

        return $"using System.Linq; using static Corpus.Shared; namespace Corpus; internal static class Shared {{ {Tables} }} {types} internal static class Probe {{ {probes} }}";
    }
}
