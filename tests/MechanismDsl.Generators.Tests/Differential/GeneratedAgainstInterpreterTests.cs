using System.Reflection;
using CsCheck;
using MechanismDsl.Generators.Planning;
using MechanismDsl.Generators.Tests.Support;
using MechanismDsl.Generators.Writing;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;

namespace MechanismDsl.Generators.Tests.Differential;

/// <summary>Generated code against the interpreter that runs a solution by its definition: same winners, same prices, same chances.</summary>
public class GeneratedAgainstInterpreterTests
{
    private const int BatchSize = 60;
    private const int ProfilesEach = 60;

    [Theory]
    [InlineData("0N0XIzNsQ0O2")]
    [InlineData("1N0XIzNsQ0O2")]
    [InlineData("2N0XIzNsQ0O2")]
    public void Random_declarations_run_as_their_solution_says(string seed)
    {
        var problems = Many(RandomProblems.All, BatchSize, seed);
        var solved = problems.Select(problem => AuctionSolver.Solve(problem, CancellationToken.None)).ToArray();
        var texts = solved.Select((auction, index) => TypeWriter.Write(Planner.Plan(Problems.Declare($"M{index}"), auction))).ToArray();
        var users = string.Concat(Enumerable.Range(0, solved.Length).Select(index => $"public partial class M{index};\n"));
        var assembly = Compiled.Load(Compiled.Compilation(texts.Append("namespace Shop;\n" + users)));
        for (var index = 0; index < solved.Length; index++)
        {
            Compare(solved[index], assembly.GetType($"Shop.M{index}")!, texts[index], seed);
        }
    }

    private static void Compare(SolvedAuction auction, Type type, string text, string seed)
    {
        var interpreter = new AuctionInterpreter(auction);
        var problem = auction.Problem;
        var agents = problem.Population is Population.Named named ? Gen.Const(named.Agents.Count) : Gen.Int[0, 5];
        var unit = problem.Money.Kind switch { MoneyKind.Int64 => 1, MoneyKind.Decimal => .25, _ => .125 };
        // Reports of a millionth, because a rule on scores rounds away what is far smaller, and a rule on reports does not.
        var report = Gen.OneOf(Gen.Int[0, (int)(10 / unit)].Select(step => step * unit), problem.Money.IsGrid ? Gen.Int[0, 14].Select(whole => (double)whole) : Gen.Int[0, 12_000_000].Select(millionth => millionth / 1e6));
        var profile = agents.SelectMany(count => report.Array[count]);
        var reserve = auction.Agents.Any(agent => agent.Agent.Reserve is { Amount: null }) ? 2.0 : (double?)null;
        foreach (var reports in Many(profile, ProfilesEach, seed))
        {
            var expected = interpreter.Run(reports, reserve);
            var where = $"[{string.Join("; ", reports)}] of\n{text}";
            if (problem.Ties == TieBreaking.Shared)
            {
                var shares = Runner.Shares(type, reports, reserve);
                for (var agent = 0; agent < reports.Length; agent++)
                {
                    var paid = problem.Population is Population.Named or Population.Alike ? expected.Payments[agent] - problem.Payments.EntryFee : 0;
                    AssertClose(expected.Chances[agent], shares[agent].Probability, $"chance of {agent} at {where}");
                    AssertClose(auction.Agents[0].Agent.Side == Side.Buyer ? paid : -paid, shares[agent].Payment, $"payment of {agent} at {where}");
                }
            }
            else
            {
                var (winner, price) = Runner.Sale(type, problem.Money.Kind, reports, reserve);
                Assert.True(expected.Winner == winner, $"winner {winner} instead of {expected.Winner} at {where}");
                AssertClose(expected.Price, price, $"price at {where}");
                if (problem.Payments.EntryFee != 0 || problem.Payments is PaymentRule.AllPay)
                {
                    var payments = Runner.Payments(type, problem.Money.Kind, reports, reserve);
                    for (var agent = 0; agent < reports.Length; agent++)
                    {
                        AssertClose(expected.Payments[agent], payments[agent], $"payment of {agent} at {where}");
                    }
                }
            }
        }
    }

    private static void AssertClose(double expected, double actual, string what) =>
        Assert.True(Math.Abs(expected - actual) <= 1e-9 * Math.Max(1, Math.Abs(expected)), $"{actual} instead of {expected}: {what}");

    private static T[] Many<T>(Gen<T> gen, int count, string seed)
    {
        var pcg = PCG.Parse(seed);
        return [.. Enumerable.Range(0, count).Select(_ => gen.Generate(pcg, null, out var _))];
    }
}
