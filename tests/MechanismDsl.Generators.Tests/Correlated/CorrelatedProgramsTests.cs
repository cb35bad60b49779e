using System.Globalization;
using System.Text;
using System.Text.Json;
using Fractions;
using MechanismDsl.Generators.Tests.Support;
using MechanismDsl.Theory.Correlated;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using Environment = MechanismDsl.Theory.Problems.Environment;
using Goal = MechanismDsl.Theory.Problems.Objective;

namespace MechanismDsl.Generators.Tests.Correlated;

/// <summary>Sales to agents with correlated types, from source to numbers: generated, compiled without a warning, run, compared with their snapshot, with the published tables and with the theory.</summary>
public class CorrelatedProgramsTests
{
    [Fact]
    public async Task CorrelatedSale()
    {
        var (driver, assembly) = Driver.Load("""
            using System.Linq;
            namespace Shop;

            [Mechanism(Ties = TieRule.Shared), SingleItem, CremerMcLean]
            [Types(1, 2, 3), JointPrior(4, 2, 1,  2, 2, 2,  1, 2, 4)]
            [Guarantees(BayesianIncentiveCompatible, InterimIndividuallyRational, AllocativelyEfficient)]
            public partial class CorrelatedSale;

            internal static class Probe
            {
                public static double[] Pays(double[] bids) => [.. CorrelatedSale.Run(bids).Shares.ToArray().Select(share => share.Payment)];

                public static double[] Chances(double[] bids) => [.. CorrelatedSale.Run(bids).Shares.ToArray().Select(share => share.Probability)];

                public static double Revenue() => CorrelatedSale.ExpectedRevenue;

                public static bool Batch()
                {
                    var outcomes = new SharedSale<double>[2];
                    CorrelatedSale.RunBatch([1, 1, 3, 2], 2, outcomes);
                    return outcomes[0] == CorrelatedSale.Run([1, 1]) && outcomes[1] == CorrelatedSale.Run([3, 2]);
                }

                public static int Generic<M>(ReadOnlySpan<double> bids) where M : IMechanism<double, SharedSale<double>>, IBayesianIncentiveCompatible, IInterimIndividuallyRational, IAllocativelyEfficient => M.Run(bids).Shares.Length;

                public static int Count() => Generic<CorrelatedSale>([1, 3]);
            }
            """);
        var probe = assembly.GetType("Shop.Probe")!;
        var pays = probe.GetMethod("Pays")!.CreateDelegate<Func<double[], double[]>>();
        var chances = probe.GetMethod("Chances")!.CreateDelegate<Func<double[], double[]>>();
        var expected = Case("cm-001-3x3").GetProperty("expected");
        Assert.Equal(2.3, probe.GetMethod("Revenue")!.Invoke(null, null));
        Assert.Equal(true, probe.GetMethod("Batch")!.Invoke(null, null));
        Assert.Equal(2, probe.GetMethod("Count")!.Invoke(null, null));
        var printed = expected.GetProperty("optimal_payments_multiple_1_pairs");
        for (var first = 0; first < 3; first++)
        {
            for (var second = 0; second < 3; second++)
            {
                Assert.Equal([.. printed[first][second].EnumerateArray().Select(Number)], pays([first + 1, second + 1]));
            }
        }

        Assert.Equal([.5, .5], chances([2, 2]));
        Assert.Equal([0, 1], chances([1, 3]));
        Assert.Contains("Agent 1 reports type 2.5; type must be one of 1, 2, 3.", Assert.Throws<ArgumentOutOfRangeException>(() => pays([1, 2.5])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => pays([1]));
        var text = Driver.Text(driver);
        Assert.Contains("The smallest multiple at which no lie gains is 2/3; 3/2 of it is used", text, StringComparison.Ordinal);
        Assert.Contains("Expected revenue: 2.3.", text, StringComparison.Ordinal);
        Assert.Contains("off by one percentage point, what it expects moves by up to 0.09", text, StringComparison.Ordinal);
        await Verifier.Verify(driver);
    }

    [Fact]
    public async Task YetAnotherAuction()
    {
        var (driver, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, SingleItem, CremerMcLean, Money<decimal>]
            [Agent("First"), Agent("Second")]
            [Types(0, 2, Agent = "First"), Types(1, 4, 5, Agent = "Second")]
            [JointPrior("1/11 2/11 2/11;  2/11 2/11 2/11")]
            [Guarantees(BayesianIncentiveCompatible, InterimIndividuallyRational)]
            public partial class YetAnotherAuction;

            internal static class Probe
            {
                public static string Run(decimal first, decimal second) => YetAnotherAuction.Run([first, second]).ToString();

                public static double Revenue() => YetAnotherAuction.ExpectedRevenue;

                public static string Named() => YetAnotherAuction.Run(first: 2, second: 1) is { FirstChance: 1, FirstPays: 2, SecondChance: 0, SecondPays: -4.5m } result ? result.ToString() : "wrong";
            }
            """);
        var probe = assembly.GetType("Shop.Probe")!;
        Assert.Equal("Result { FirstChance = 1, FirstPays = 2, SecondChance = 0, SecondPays = -4.5 }", probe.GetMethod("Named")!.Invoke(null, null));
        var run = probe.GetMethod("Run")!.CreateDelegate<Func<decimal, decimal, string>>();
        Assert.Equal(Number(Case("cm-yet-another-auction").GetProperty("expected").GetProperty("revenue").GetProperty("exact")), probe.GetMethod("Revenue")!.Invoke(null, null));

        // The published tables, with 9/2 times the bets (2, −1) and (−1, 1) in place of 4 times.
        Assert.Equal("1: 1 at 10", run(0, 1));
        Assert.Equal("1: 1 at -0.5", run(0, 4));
        Assert.Equal("1: 1 at -0.5", run(0, 5));
        Assert.Equal("0: 1 at 2, 1: 0 at -4.5", run(2, 1));
        Assert.Equal("1: 1 at 8.5", run(2, 4));
        await Verifier.Verify(driver);
    }

    /// <summary>Joint priors as whole-number weights of the published ones.</summary>
    [Fact]
    public void PublishedRevenues()
    {
        var (_, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, SingleItem, CremerMcLean, Types(1, 3), JointPrior(4, 1, 1, 4)] internal partial class TwoByTwo;
            [Mechanism, SingleItem, CremerMcLean, Types(1, 2), JointPrior(1, 1, 1, 1)] internal partial class Independent;
            [Mechanism, SingleItem, CremerMcLean, Types(1, 2, 3), JointPrior(4, 4, 2, 4, 4, 2, 1, 1, 2)] internal partial class DuplicateBelief;
            """);
        foreach (var (id, name) in new[] { ("cm-2x2", "TwoByTwo"), ("cm-violated-independent", "Independent"), ("cm-violated-duplicate-belief", "DuplicateBelief") })
        {
            var (type, expected) = (assembly.GetType("Shop." + name)!, Case(id).GetProperty("expected"));
            Assert.Equal(Number(expected.GetProperty("max_revenue_BIC_interim_IR").GetProperty("exact")), type.GetField("ExpectedRevenue")!.GetValue(null));
        }
    }

    [Fact]
    public void LowestIndexTies_NeedOtherMultiples()
    {
        var (driver, _) = Driver.Load("""
            namespace Shop;

            [Mechanism, SingleItem, CremerMcLean]
            [Types(1, 2, 3), JointPrior(4, 2, 1,  2, 2, 2,  1, 2, 4)]
            public partial class CorrelatedSale;
            """);
        var text = Driver.Text(driver);
        Assert.Contains("It pays 1.5 times its bet. The smallest multiple at which no lie gains is 1;", text, StringComparison.Ordinal);
        Assert.Contains("It pays 0.5 times its bet. The smallest multiple at which no lie gains is 1/3;", text, StringComparison.Ordinal);
    }

    /// <summary>Every cell of generated tables against the theory, for random weights, ties and moneys; and what they promise, in rationals.</summary>
    [Fact]
    public void RandomTables_EqualTheTheory()
    {
        var state = 1988UL;
        List<(string Name, SolvedExtraction Solution)> sales = [];
        var source = new StringBuilder("using System.Linq;\nnamespace Shop;\n");
        while (sales.Count < 30)
        {
            int[] counts = sales.Count % 3 == 0 ? [2, 2, 2] : [2 + (int)(Next(ref state) % 2), 2 + (int)(Next(ref state) % 2)];
            var types = new TypeSpace([.. counts]);
            var weights = Enumerable.Range(0, types.Profiles).Select(_ => (int)(Next(ref state) % 4) + (sales.Count % 2)).ToArray();
            if (Prior(types, weights) is not { } prior)
            {
                continue;
            }

            var ties = sales.Count % 5 < 2 ? TieBreaking.Shared : TieBreaking.LowestIndex;
            var money = ties == TieBreaking.Shared || sales.Count % 4 == 0 ? new Money(MoneyKind.Double) : sales.Count % 4 == 1 ? new Money(MoneyKind.Decimal, 2) : new Money(MoneyKind.Int64);
            var values = counts.Select((count, agent) => Enumerable.Range(1, count).Select(type => (double)(type * (agent + 1))).ToArray()).ToArray();
            var name = $"Sale{sales.Count}";
            sales.Add((name, ExtractionSolver.Solve(Problem(values, prior, ties, money), default)));
            var keyword = money.Kind switch { MoneyKind.Decimal => "decimal", MoneyKind.Int64 => "long", _ => "double" };
            _ = source.AppendLine(CultureInfo.InvariantCulture, $$"""
                [Mechanism(Ties = TieRule.{{ties}}), SingleItem, CremerMcLean, Money<{{keyword}}>]
                {{string.Concat(counts.Select((_, agent) => $"[Agent(\"A{agent}\"), Types({string.Join(", ", values[agent])}, Agent = \"A{agent}\")] "))}}
                [JointPrior({{string.Join(", ", weights)}})]
                public partial class {{name}};

                internal static class Probe{{name}}
                {
                    public static double[] Run(double[] bids) => [.. {{name}}.Run([.. bids.Select(bid => ({{keyword}})bid)]).Shares.ToArray().SelectMany(share => new[] { share.Probability, (double)share.Payment })];
                }
                """);
        }

        var (_, assembly) = Driver.Load(source.ToString());
        foreach (var (name, solution) in sales)
        {
            var run = assembly.GetType("Shop.Probe" + name)!.GetMethod("Run")!.CreateDelegate<Func<double[], double[]>>();
            var (types, interfaces) = (solution.Prior.Types, assembly.GetType("Shop." + name)!.GetInterfaces().Select(one => one.Name).ToHashSet());
            for (var profile = 0; profile < types.Profiles; profile++)
            {
                double[] bids = [.. types.TypesAt(profile).Select((type, agent) => solution.Values[agent][type])];
                Assert.Equal(
                    Enumerable.Range(0, types.Agents).SelectMany(agent => new[] { RationalText.ToDouble(solution.Table.Lotteries[profile][agent]), RationalText.ToDouble(solution.Table.Payments[profile][agent]) }),
                    run(bids));
            }

            foreach (var guarantee in Enum.GetValues<Theory.Problems.Guarantee>())
            {
                Assert.Equal(FiniteGuarantees.Witness(solution.Table, solution.Prior, guarantee) is null, interfaces.Contains("I" + guarantee));
            }
        }
    }

    [Fact]
    public void ADeclarationWithErrors_KeepsItsSignatures()
    {
        var (driver, _) = Driver.Load("""
            [Mechanism, SingleItem, CremerMcLean] internal partial class CorrelatedSale;
            [Mechanism, SingleItem, CremerMcLean, Agent("North"), Agent("South")] internal partial class NamedSale;

            internal static class Probe
            {
                public static double Pay() => CorrelatedSale.Run([1, 2])[0].Payment + CorrelatedSale.ExpectedRevenue;

                public static double Named() => NamedSale.Run(north: 1, south: 2).SouthPays + NamedSale.Run([1, 2])[0].Payment;

                public static void Fill(Share<double>[] shares) => CorrelatedSale.Run([1, 2], shares);
            }
            """);
        Assert.Contains("MECH0041", Driver.Text(driver), StringComparison.Ordinal);
    }

    private static Problem Problem(double[][] values, JointDistribution prior, TieBreaking ties, Money money) => new()
    {
        Environment = new Environment(EnvironmentName.SingleItem, Kernel.SingleParameter, new ServeAtMost(1), Absence.Unserved, new Ownership.Platform(), new SocialCost.PerServed(0)),
        Population = new Population.Named([.. values.Select((types, agent) => new Agent($"A{agent}", Side.Buyer, null) { Types = [.. types] })]),
        Information = Information.JointPrior,
        Participation = Participation.Interim,
        Objective = Goal.Efficient,
        Payments = new PaymentRule.BeliefElicitation(),
        Ties = ties,
        Money = money,
        Claims = [],
        Joint = prior,
    };

    private static JointDistribution? Prior(TypeSpace types, int[] weights)
    {
        var isPossible = Enumerable.Range(0, types.Agents).All(agent => Enumerable.Range(0, types.Counts[agent]).All(type =>
            Enumerable.Range(0, types.Others(agent)).Any(others => weights[types.Join(agent, type, others)] > 0)));
        var prior = isPossible ? JointDistribution.FromWeights(types, [.. weights.Select(weight => new Fraction(weight))]) : null;
        return prior is not null && Enumerable.Range(0, types.Agents).All(agent => BeliefCondition.Of(prior, agent, default).SeparatesBeliefs) ? prior : null;
    }

    private static JsonElement Case(string id)
    {
        using var document = JsonDocument.Parse(typeof(CorrelatedProgramsTests).Assembly.GetManifestResourceStream("cases.json")!);
        return document.RootElement.GetProperty("cases").EnumerateArray().First(one => one.GetProperty("id").GetString() == id).Clone();
    }

    private static double Number(JsonElement number) => number.ValueKind == JsonValueKind.Number
        ? number.GetDouble()
        : RationalText.ToDouble(Fraction.FromString(number.GetString()!, CultureInfo.InvariantCulture));

    private static ulong Next(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
