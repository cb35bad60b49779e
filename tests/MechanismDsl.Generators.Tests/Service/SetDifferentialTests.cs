using CsCheck;
using MechanismDsl.Generators.Planning;
using MechanismDsl.Generators.Tests.Support;
using MechanismDsl.Generators.Writing.Service;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter.Service;

namespace MechanismDsl.Generators.Tests.Service;

/// <summary>
/// Generated code that compares sets of agents against the interpreter, which tries every feasible set in rational numbers and takes payments from their
/// definition: random declarations, many profiles each and many ties.
/// </summary>
public class SetDifferentialTests
{
    private const int Declarations = 40;
    private const int ProfilesEach = 100;

    [Theory]
    [InlineData("0N0XIzNsQ0O2")]
    [InlineData("1N0XIzNsQ0O2")]
    [InlineData("2N0XIzNsQ0O2")]
    public void Limits_run_as_their_solution_says(string seed) => Compare(RandomSets.Limits, seed);

    [Theory]
    [InlineData("0N0XIzNsQ0O2")]
    [InlineData("1N0XIzNsQ0O2")]
    [InlineData("2N0XIzNsQ0O2")]
    public void Knapsacks_run_as_their_solution_says(string seed) => Compare(RandomSets.Knapsacks, seed);

    [Theory]
    [InlineData("0N0XIzNsQ0O2")]
    [InlineData("1N0XIzNsQ0O2")]
    [InlineData("2N0XIzNsQ0O2")]
    [InlineData("3N0XIzNsQ0O2")]
    public void Groups_run_as_their_solution_says(string seed) => Compare(RandomSets.Groups, seed);

    private static void Compare(Gen<Problem> problems, string seed)
    {
        var solved = Many(problems, Declarations, seed).Select(problem => ServiceSolver.Solve(problem, CancellationToken.None)).ToArray();
        var texts = solved.Select((service, index) => ServiceTypeWriter.Write(ServicePlanner.Plan(Problems.Declare($"M{index}"), service))).ToArray();
        var users = string.Concat(Enumerable.Range(0, solved.Length).Select(index => $"public partial class M{index};\n"));
        var assembly = Compiled.Load(Compiled.Compilation(texts.Append("namespace Shop;\n" + users)));
        for (var index = 0; index < solved.Length; index++)
        {
            Compare(solved[index], assembly.GetType($"Shop.M{index}")!, texts[index], seed);
        }
    }

    private static void Compare(SolvedService service, Type type, string text, string seed)
    {
        var problem = service.Problem;
        var agents = problem.Population is Population.Named named ? Gen.Const(named.Agents.Count) : Gen.Int[0, 5];
        var unit = problem.Money.Kind switch { MoneyKind.Int64 => 1, MoneyKind.Decimal => .25, _ => .125 };
        var report = Gen.OneOf(Gen.Int[0, (int)(10 / unit)].Select(step => step * unit), Gen.Int[0, 6].Select(whole => (double)whole), Gen.Int[3, 5].Select(whole => (double)whole));
        var reserve = service.Agents.Any(agent => agent.Agent.Reserve is { Amount: null }) ? 2.0 : (double?)null;
        var bringsSizes = problem.Environment.Feasible is WithinCapacity { Sizes.Count: 0 };
        var cases = agents.SelectMany(count => Gen.Select(report.Array[count], Gen.Int[1, 7].Array[count]));
        foreach (var (reports, sizes) in Many(cases, ProfilesEach, seed).Where(one => Accepts(service, one.Item1)))
        {
            var interpreter = new ServiceInterpreter(service, bringsSizes ? sizes : null);
            var expected = interpreter.Run([.. reports.Select(one => (double?)one)], reserve);
            var actual = ServiceRunner.Run(type, problem.Money.Kind, problem.Environment.Feasible, reports, reserve, bringsSizes ? sizes : null);
            for (var agent = 0; agent < reports.Length; agent++)
            {
                var where = $"agent {agent} at [{string.Join("; ", reports)}] with sizes [{string.Join("; ", sizes)}] of\n{text}";
                Assert.True(expected.Quantities[agent] == actual[agent].Quantity, $"gets {actual[agent].Quantity} instead of {expected.Quantities[agent]}: {where}");
                Assert.True(
                    Math.Abs(expected.Payments[agent] - actual[agent].Payment) <= 1e-9 * Math.Max(1, Math.Abs(expected.Payments[agent])),
                    $"pays {actual[agent].Payment} instead of {expected.Payments[agent]}: {where}");
            }
        }
    }

    /// <summary>Whether those who must be served report what their priors admit.</summary>
    private static bool Accepts(SolvedService service, double[] reports) =>
        !reports.Where((report, agent) => service.MustServe(agent) && report < service.Agents[agent].LowestServed).Any();

    private static T[] Many<T>(Gen<T> gen, int count, string seed)
    {
        var pcg = PCG.Parse(seed);
        return [.. Enumerable.Range(0, count).Select(_ => gen.Generate(pcg, null, out var _))];
    }
}
