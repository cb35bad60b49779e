using CsCheck;
using MechanismDsl.Generators.Planning;
using MechanismDsl.Generators.Tests.Support;
using MechanismDsl.Generators.Writing.Service;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;
using MechanismDsl.Theory.SingleParameter.Service;

namespace MechanismDsl.Generators.Tests.Service;

/// <summary>
/// Generated code against the interpreter, which tries every feasible outcome and takes payments from their definition: random declarations, many profiles
/// each with fewer, as many and more agents than places, and with many ties.
/// </summary>
public class ServiceDifferentialTests
{
    private const int Declarations = 40;
    private const int ProfilesEach = 90;

    [Theory]
    [InlineData("0N0XIzNsQ0O2")]
    [InlineData("1N0XIzNsQ0O2")]
    [InlineData("2N0XIzNsQ0O2")]
    public void Identical_items_run_as_their_solution_says(string seed) => Compare(RandomServices.Items, seed);

    [Theory]
    [InlineData("0N0XIzNsQ0O2")]
    [InlineData("1N0XIzNsQ0O2")]
    [InlineData("2N0XIzNsQ0O2")]
    public void Positions_run_as_their_solution_says(string seed) => Compare(RandomServices.Positions, seed);

    [Theory]
    [InlineData("0N0XIzNsQ0O2")]
    [InlineData("1N0XIzNsQ0O2")]
    [InlineData("2N0XIzNsQ0O2")]
    public void Reserves_of_slots_run_as_their_solution_says(string seed) => Compare(RandomServices.Reserved, seed);

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
        var interpreter = new ServiceInterpreter(service);
        var problem = service.Problem;
        var agents = problem.Population is Population.Named named ? Gen.Const(named.Agents.Count) : Gen.Int[0, 5];
        var unit = problem.Money.Kind switch { MoneyKind.Int64 => 1, MoneyKind.Decimal => .25, _ => .125 };
        var report = Gen.OneOf(Gen.Int[0, (int)(10 / unit)].Select(step => step * unit), Gen.Int[0, 6].Select(whole => (double)whole));
        var reserve = service.Agents.Any(agent => agent.Agent.Reserve is { Amount: null }) ? 2.0 : (double?)null;
        foreach (var reports in Many(agents.SelectMany(count => report.Array[count]), ProfilesEach, seed).Where(profile => !TouchesEnd(service, profile)))
        {
            var expected = interpreter.Run([.. reports.Select(one => (double?)one)], reserve);
            var actual = ServiceRunner.Run(type, problem.Money.Kind, problem.Environment.Feasible, reports, reserve);
            for (var agent = 0; agent < reports.Length; agent++)
            {
                var where = $"agent {agent} at [{string.Join("; ", reports)}] of\n{text}";
                Assert.True(expected.Quantities[agent] == actual[agent].Quantity, $"gets {actual[agent].Quantity} instead of {expected.Quantities[agent]}: {where}");
                Assert.True(
                    Math.Abs(expected.Payments[agent] - actual[agent].Payment) <= 1e-9 * Math.Max(1, Math.Abs(expected.Payments[agent])),
                    $"pays {actual[agent].Payment} instead of {expected.Payments[agent]}: {where}");
            }
        }
    }

    /// <summary>
    /// Where an ironed block ends in a kink, the report at its end has the block's score; rules on reports of alike agents count it as better. Both are
    /// optimal, and truthful with their own thresholds; it is one report of all.
    /// </summary>
    private static bool TouchesEnd(SolvedService service, double[] reports) => service.Problem.Population is Population.Alike
        && service.Agents[0] is var alike
        && reports.Any(report => (alike.Agent.Side == Side.Buyer ? report : -report) is var type
            && alike.Score.Pieces.Any(piece => piece is ConstantPiece block && block.To == type && alike.Score.Score(type) == block.Score));

    private static T[] Many<T>(Gen<T> gen, int count, string seed)
    {
        var pcg = PCG.Parse(seed);
        return [.. Enumerable.Range(0, count).Select(_ => gen.Generate(pcg, null, out var _))];
    }
}
