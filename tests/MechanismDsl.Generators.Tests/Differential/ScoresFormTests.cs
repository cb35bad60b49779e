using System.Reflection;
using CsCheck;
using MechanismDsl.Generators.Planning;
using MechanismDsl.Generators.Tests.Support;
using MechanismDsl.Generators.Writing;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;
using Goal = MechanismDsl.Theory.Problems.Objective;

namespace MechanismDsl.Generators.Tests.Differential;

/// <summary>Five to twelve named agents with different scores, which run through a kernel: reports in order, and by name with some agents away.</summary>
public class ScoresFormTests
{
    private const int MechanismsEach = 8;

    /// <summary>Expectations of smooth scores take quadrature, so there are fewer of them.</summary>
    private const int SmoothMechanisms = 3;
    private const int ProfilesEach = 60;

    private static readonly Gen<Prior> Uniforms = Gen.Select(Gen.Int[0, 4], Gen.Int[1, 9], Prior (low, width) => new UniformPrior(low, low + width));

    private static readonly Gen<Prior> Steps = Gen.OneOf(
        Uniforms,
        Gen.Select(Gen.Int[1, 5], Gen.Int[1, 5], Gen.Int[1, 9], Prior (first, second, mass) => new HistogramPrior([0, first, first + second], [mass / 10.0, 1 - (mass / 10.0)])),
        Gen.Select(Gen.Int[1, 4], Gen.Int[1, 4], Gen.Int[1, 9], Prior (first, second, weight) => new DiscretePrior([first, first + second, first + second + 3], [weight, 10 - weight, 4])));

    private static readonly Gen<Prior> Smooth = Gen.OneOf(
        Gen.Int[1, 6].Select(Prior (location) => new LognormalPrior(location / 4.0, .5)),
        Gen.Int[2, 6].Select(Prior (scale) => new WeibullPrior(2, scale)),
        Gen.Int[2, 5].Select(Prior (shape) => new GammaPrior(shape, 1.5)),
        Gen.Int[4, 9].Select(Prior (high) => new TruncatedNormalPrior(3, 2, 0, high)));

    public static TheoryData<string, string> Forms => new()
    {
        { "uniform sale", "AffineScores" },
        { "uniform procurement", "AffineScores" },
        { "efficient sale", "AffineScores" },
        { "efficient procurement", "AffineScores" },
        { "steps sale", "PiecewiseScores" },
        { "steps procurement", "PiecewiseScores" },
        { "smooth sale", "SmoothScores" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Kernels_decide_as_the_solution_says(string form, string kernel)
    {
        var priors = form.StartsWith("steps", StringComparison.Ordinal) ? Steps : form.StartsWith("smooth", StringComparison.Ordinal) ? Smooth : Uniforms;
        var side = form.EndsWith("sale", StringComparison.Ordinal) ? Side.Buyer : Side.Supplier;
        var objective = form.StartsWith("efficient", StringComparison.Ordinal) ? Goal.Efficient : Goal.RevenueOptimal;
        var pcg = PCG.Parse("0N0XIzNsQ0O2");
        var agents = Gen.Select(
            Gen.Select(priors, Gen.Int[0, 9], (prior, reserve) => (Prior: prior, Reserve: reserve)).Array[5, 12],
            Gen.Int[0, 3],
            (agents, worth) => Problem(side, objective, agents, worth));
        var solved = Enumerable.Range(0, priors == Smooth ? SmoothMechanisms : MechanismsEach).Select(_ => AuctionSolver.Solve(agents.Generate(pcg, null, out var _), CancellationToken.None)).ToArray();
        var texts = solved.Select((auction, index) => TypeWriter.Write(Planner.Plan(Problems.Declare($"M{index}"), auction))).ToArray();
        Assert.All(texts, text => Assert.Contains($"{kernel} Scores = new(", text));
        var users = string.Concat(Enumerable.Range(0, solved.Length).Select(index => $"public partial class M{index};\n"));
        var assembly = Compiled.Load(Compiled.Compilation(texts.Append("namespace Shop;\n" + users)));
        for (var index = 0; index < solved.Length; index++)
        {
            Compare(solved[index], assembly.GetType($"Shop.M{index}")!, texts[index], pcg);
        }
    }

    private static void Compare(SolvedAuction auction, Type type, string text, PCG pcg)
    {
        var interpreter = new AuctionInterpreter(auction);
        var byName = type.GetMethod("Run", BindingFlags.Public | BindingFlags.Static, [.. auction.Agents.Select(_ => typeof(double?))])!;
        var report = Gen.OneOf(Gen.Int[0, 100].Select(step => step / 8.0), Gen.Int[0, 12_000_000].Select(millionth => millionth / 1e6));
        var profile = Gen.Select(report, Gen.Int[0, 4], (amount, away) => (Amount: amount, IsAway: away == 0)).Array[auction.Agents.Count];
        for (var index = 0; index < ProfilesEach; index++)
        {
            var drawn = profile.Generate(pcg, null, out var _);
            double[] all = [.. drawn.Select(entry => entry.Amount)];
            Check(interpreter.Run(all), Runner.Sale(type, MoneyKind.Double, all), all.Select(amount => (double?)amount));

            double?[] some = [.. drawn.Select(entry => entry.IsAway ? (double?)null : entry.Amount)];
            var result = byName.Invoke(null, [.. some.Select(amount => (object?)amount)])!;
            Check(interpreter.Run(some), ((int)Get("Winner"), (double)Get("Price")), some);

            object Get(string name) => result.GetType().GetProperty(name)!.GetValue(result)!;
        }

        void Check(AuctionOutcome expected, (int Winner, double Price) actual, IEnumerable<double?> reports)
        {
            var where = $"at [{string.Join("; ", reports)}] of\n{text}";
            Assert.True(expected.Winner == actual.Winner, $"winner {actual.Winner} instead of {expected.Winner} {where}");
            Assert.True(Math.Abs(expected.Price - actual.Price) <= 1e-9 * Math.Max(1, expected.Price), $"{actual.Price} instead of {expected.Price} {where}");
        }
    }

    private static Problem Problem(Side side, Goal objective, (Prior Prior, int Reserve)[] agents, int worth)
    {
        var named = agents
            .Select((agent, index) => new Agent($"Agent{index}", side, agent.Prior) { Reserve = agent.Reserve is 0 or > 4 ? null : new Reserve(agent.Reserve * 1.5, Theory.Problems.ReserveKind.Eager) })
            .ToEquatableArray();
        var cost = side == Side.Supplier ? -(worth + 6) : objective == Goal.RevenueOptimal ? worth / 2.0 : 0;
        return Problems.SingleItem(new Population.Named(named), objective, cost: cost);
    }
}
