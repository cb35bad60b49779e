using MechanismDsl.Generators.Tests.Support;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Generators.Tests.Differential;

/// <summary>
/// Every prior family in every role: alike and beside a uniform rival, selling and buying. The declaration must give code that compiles and
/// decides as the solution says; a virtual value that is hard to tabulate is no excuse.
/// </summary>
public class PriorSweepTests
{
    private const int ProfilesEach = 50;

    /// <summary>Type name, generic attribute argument with its parameters, or attributes of their own with AGENT in place of the agent.</summary>
    private static readonly (string Name, string Prior, double Scale)[] Families =
    [
        ("Uniform", "Uniform(2, 9)", 10),
        ("UniformIntegers", "UniformIntegers(1, 9)", 10),
        ("Exponential", "Exponential(.25)", 10),
        ("TruncatedExponential", "TruncatedExponential(.5, 6)", 6),
        ("PowerHalf", "Power(.5, 4)", 4),
        ("PowerOne", "Power(1, 4)", 4),
        ("PowerThree", "Power(3, 4)", 4),
        ("Triangular", "Triangular(1, 2, 6)", 6),
        ("TriangularLeft", "Triangular(0, 0, 6)", 6),
        ("TriangularRight", "Triangular(0, 6, 6)", 6),
        ("BetaTwo", "Beta(2, 2)", 1),
        ("BetaHalf", "Beta(.5, .5)", 1),
        ("BetaSteep", "Beta(5, 1)", 1),
        ("BetaFlat", "Beta(1, 5)", 1),
        ("GammaPole", "Gamma(.7, 1)", 3),
        ("Gamma", "Gamma(3, 2)", 12),
        ("Kumaraswamy", "Kumaraswamy(2, 5)", 1),
        ("KumaraswamyPoles", "Kumaraswamy(.5, .5)", 1),
        ("WeibullPole", "Weibull(.8, 1)", 3),
        ("Weibull", "Weibull(3, 4)", 6),
        ("LognormalNarrow", "Lognormal(0, .3)", 2),
        ("Lognormal", "Lognormal(0, 1)", 4),
        ("LognormalWide", "Lognormal(0, 2.5)", 40),
        ("Normal", "TruncatedNormal(5, 2)", 10),
        ("NormalBounded", "TruncatedNormal(5, 2, 0, 8)", 8),
        ("NormalTail", "TruncatedNormal(-3, 1, 0, double.PositiveInfinity)", 2),
        ("Logistic", "Logistic(4, 1)", 10),
        ("ParetoHeavy", "Pareto(1.5, 1)", 6),
        ("Pareto", "Pareto(3, 2)", 6),
        ("BoundedPareto", "BoundedPareto(.5, 1, 16)", 16),
        ("Arcsine", "Arcsine(1, 5)", 5),
        ("Histogram", "[HistogramPrior([0, 3, 8], [.75, .25]AGENT)]", 8),
        ("Discrete", "[DiscretePrior([1, 3, 6], [1, 2, 1]AGENT)]", 7),
        ("MixtureUniform", "[Prior<Uniform>(0, 4WEIGHT3AGENT), Prior<Uniform>(6, 8WEIGHT1AGENT)]", 8),
        ("MixtureOverlap", "[Prior<Uniform>(0, 4WEIGHT1AGENT), Prior<Uniform>(2, 8WEIGHT1AGENT)]", 8),
        ("MixtureSmooth", "[Prior<Lognormal>(0, .5WEIGHT2AGENT), Prior<Gamma>(3, 2WEIGHT1AGENT)]", 10),
        ("Own", "Kinked(10)", 10),
        ("FilePlain", "[PriorFromFile(\"bids.csv\", Column = \"bid\"AGENT)]", 12),
        ("FileIroned", "[PriorFromFile(\"bids.csv\", Column = \"bid\", Ironing = trueAGENT)]", 12),
        ("FileBins", "[PriorFromFile(\"bids.csv\", Column = \"bid\", Bins = 6AGENT)]", 12),
    ];

    private const string Own = """
        [Support(0, nameof(Top))]
        internal sealed record Kinked(double Top) : IPrior
        {
            [Distribution] public double Cdf(double v) => v < Top / 2 ? v * v / (Top * Top) * 2 : 1 - (2 * (1 - (v / Top)) * (1 - (v / Top)));
        }
        """;

    public static TheoryData<string> Roles => [.. new[] { "alike sale", "named sale", "alike procurement", "named procurement" }];

    [Theory]
    [MemberData(nameof(Roles))]
    public void Every_family_runs_as_its_solution_says(string role)
    {
        var solved = new List<SolvedAuction>();
        var bids = string.Concat(Enumerable.Range(0, 60).Select(index => FormattableString.Invariant($"{1 + (((index * 37) % 101) / 10.0)}\n")));
        var source = "namespace A;\n" + Own + string.Concat(Families.Select(family => Declare(family, role)));
        var driver = Driver.Create(
            (problem, cancellation) =>
            {
                solved.Add(AuctionSolver.Solve(problem, cancellation));
                return solved[^1];
            },
            [new MemoryFile("/x/bids.csv", "bid\n" + bids)]);
        driver = driver.RunGeneratorsAndUpdateCompilation(Compiled.Compilation(source), out var compilation, out _);
        var broken = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(d => d.ToString()).ToList();
        Assert.True(broken.Count == 0, string.Join('\n', broken));
        Assert.Equal(Families.Length, solved.Count);
        var assembly = Compiled.Load(compilation);
        var wrong = new List<string>();
        for (var index = 0; index < solved.Count; index++)
        {
            Compare(solved[index], assembly.GetType("A.Of" + Families[index].Name)!, Families[index], wrong);
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static void Compare(SolvedAuction auction, Type type, (string Name, string Prior, double Scale) family, List<string> wrong)
    {
        var interpreter = new AuctionInterpreter(auction);
        var isNamed = auction.Problem.Population is Population.Named;
        for (var profile = 0; profile < ProfilesEach; profile++)
        {
            double[] reports = isNamed
                ? [Report(auction.Agents[0].Agent.Prior!, profile, 0), Report(auction.Agents[1].Agent.Prior!, profile, 1)]
                : [.. Enumerable.Range(0, 1 + (profile % 3)).Select(agent => Report(auction.Agents[0].Agent.Prior!, profile, agent))];
            var expected = interpreter.Run(reports);
            var (winner, price) = Runner.Sale(type, MoneyKind.Double, reports);
            if (winner != expected.Winner || Math.Abs(price - expected.Price) > 1e-9 * Math.Abs(expected.Price))
            {
                wrong.Add(FormattableString.Invariant($"{family.Name} with {auction.Agents[0].Agent.Prior} at {profile}: {winner} at {price:R}, expected {expected.Winner} at {expected.Price:R}, from [{reports[0]:R}, {reports[^1]:R}]"));
            }
        }
    }

    /// <summary>Reports spread over the quantiles by golden-ratio steps; now and then far in a tail or above the support.</summary>
    private static double Report(Prior prior, int profile, int agent)
    {
        var spread = ((profile + 1) * (agent == 0 ? 0.6180339887498949 : agent == 1 ? 0.4142135623730951 : 0.7320508075688772)) % 1;
        var report = ((profile + agent) % 10) switch
        {
            7 => prior.Quantile(spread * 1e-6),
            8 => prior.UpperQuantile(spread * 1e-8),
            9 => prior.UpperQuantile(spread * .01) * (1 + spread),
            _ => prior.Quantile(spread),
        };
        return Math.Min(Math.Max(report, 0), 1e14);
    }

    private static string Declare((string Name, string Prior, double Scale) family, string role)
    {
        var isNamed = role.StartsWith("named", StringComparison.Ordinal);
        var isProcurement = role.EndsWith("procurement", StringComparison.Ordinal);
        var noun = isProcurement ? "Supplier" : "Agent";
        string own;
        if (family.Prior[0] == '[')
        {
            own = (isNamed ? $"[{noun}(\"One\")]" : isProcurement ? "[Suppliers]" : string.Empty)
                + family.Prior.Replace("AGENT", isNamed ? ", Agent = \"One\"" : string.Empty).Replace("WEIGHT", ", Weight = ");
        }
        else
        {
            var (kind, parameters) = (family.Prior[..family.Prior.IndexOf('(')], family.Prior[(family.Prior.IndexOf('(') + 1)..^1]);
            own = isNamed ? $"[{noun}<{kind}>(\"One\", {parameters})]" : isProcurement ? $"[Suppliers<{kind}>({parameters})]" : $"[Prior<{kind}>({parameters})]";
        }

        var other = isNamed ? FormattableString.Invariant($"[{noun}<Uniform>(\"Two\", 0, {family.Scale})]") : string.Empty;
        var side = isProcurement ? FormattableString.Invariant($"[Procurement, BuyerValue({family.Scale})]") : string.Empty;
        return $"\n[Mechanism, SingleItem, RevenueOptimal] {side} {own} {other} internal partial class Of{family.Name};\n";
    }
}
