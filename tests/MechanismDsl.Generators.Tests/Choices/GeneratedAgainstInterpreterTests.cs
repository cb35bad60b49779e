using Fractions;
using MechanismDsl.Generators.Tests.Support;
using MechanismDsl.Theory.MultiParameter;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using Environment = MechanismDsl.Theory.Problems.Environment;
using Goal = MechanismDsl.Theory.Problems.Objective;

namespace MechanismDsl.Generators.Tests.Choices;

/// <summary>Generated choices against the interpreter, which enumerates outcomes in rational numbers, on 24,000 small instances, 10,000 of them public projects, with many ties.</summary>
public class GeneratedAgainstInterpreterTests
{
    private static readonly double[] Costs = [0, 2, 1];
    private static readonly double[] Boosts = [0.5, 0, -0.25];
    private static readonly double[] Weights = [2, 1, 0.5];

    private const string Source = """
        namespace Shop;

        internal enum Three { A, B, C }

        [Mechanism, Outcomes<Three>, Efficient] internal partial class Plain;
        [Mechanism, Outcomes<Three>, Efficient, Money<long>] internal partial class Whole { [Cost] static int Cost(Three it) => it == Three.B ? 2 : it == Three.C ? 1 : 0; }
        [Mechanism, Outcomes<Three>, Efficient, Money<decimal>] internal partial class Exact;
        [Mechanism, Outcomes<Three>, Efficient, Agent("X", Weight = 2), Agent("Y"), Agent("Z", Weight = 0.5)]
        internal partial class Affine { [Boost] static double Boost(Three it) => it switch { Three.A => 0.5, Three.B => 0, _ => -0.25 }; }
        [Mechanism, PublicProject(4, EqualShares = true), Efficient] internal partial class Shared;
        [Mechanism, PublicProject(7, EqualShares = true), Efficient, Money<long>] internal partial class Steps;
        [Mechanism, PublicProject(4), Efficient, Money<decimal>] internal partial class Free;

        internal static class Table
        {
            public static int Run(int kind, double[] values, double[] payments)
            {
                var whole = Array.ConvertAll(values, value => (long)value);
                var exact = Array.ConvertAll(values, value => (decimal)value);
                var paidWhole = new long[payments.Length];
                var paidExact = new decimal[payments.Length];
                var chosen = kind switch
                {
                    0 => (int)Plain.RunMatrix(values, payments),
                    1 => (int)Whole.RunMatrix(whole, paidWhole),
                    2 => (int)Exact.RunMatrix(exact, paidExact),
                    3 => (int)Affine.RunMatrix(values, payments),
                    4 => (int)Shared.Run(values, payments),
                    5 => (int)Steps.Run(whole, paidWhole),
                    _ => (int)Free.Run(exact, paidExact),
                };
                for (var agent = 0; agent < payments.Length; agent++)
                {
                    payments[agent] = kind is 1 or 5 ? paidWhole[agent] : kind is 2 or 6 ? (double)paidExact[agent] : payments[agent];
                }

                return chosen;
            }
        }
        """;

    [Fact]
    public void EveryKindEqualsTheDefinition()
    {
        var (_, assembly) = Driver.Load(Source);
        var run = assembly.GetType("Shop.Table")!.GetMethod("Run")!.CreateDelegate<Func<int, double[], double[], int>>();
        var draws = new Random(20251);
        for (var instance = 0; instance < 24_000; instance++)
        {
            var kind = instance % 7;
            var agents = kind == 3 ? 3 : draws.Next(0, 5);
            var isProject = kind >= 4;
            var range = instance % 3 == 0 ? 3 : 9;
            var values = Enumerable.Range(0, agents * (isProject ? 1 : 3))
                .Select(_ => (double)draws.Next(isProject ? 0 : -2, range) / (kind is 1 or 5 || instance % 2 == 0 ? 1 : 4))
                .ToArray();
            var payments = new double[agents];
            var chosen = run(kind, values, payments);
            var interpreter = new ChoiceInterpreter(Problem(kind));
            var rows = Enumerable.Range(0, agents).Select(agent => (IReadOnlyList<Fraction>)(isProject
                ? [Fraction.Zero, RationalText.FromDecimal(values[agent])]
                : [.. values[(3 * agent)..((3 * agent) + 3)].Select(RationalText.FromDecimal)])).ToList();
            var expected = interpreter.Run(rows);
            Assert.Equal(expected.Chosen, chosen);
            Assert.Equal(expected.Payments.Select(RationalText.ToDouble), payments, (one, other) => Math.Abs(one - other) <= (kind == 4 ? 1e-14 : 0));
            AssertTruthPays(run, kind, values, payments, chosen, isProject, draws);
        }
    }

    /// <summary>Truth is a dominant strategy: no other row of one agent makes it better off.</summary>
    private static void AssertTruthPays(Func<int, double[], double[], int> run, int kind, double[] values, double[] payments, int chosen, bool isProject, Random draws)
    {
        if (payments.Length == 0)
        {
            return;
        }

        var width = isProject ? 1 : 3;
        var agent = draws.Next(payments.Length);
        var lie = (double[])values.Clone();
        for (var outcome = 0; outcome < width; outcome++)
        {
            lie[(agent * width) + outcome] = draws.Next(0, 12);
        }

        var paid = new double[payments.Length];
        var other = run(kind, lie, paid);
        double Worth(int outcome) => isProject ? outcome * values[agent] : values[(3 * agent) + outcome];
        Assert.True(Worth(chosen) - payments[agent] >= Worth(other) - paid[agent] - 1e-12);
    }

    private static Problem Problem(int kind) => new()
    {
        Environment = new Environment(
            EnvironmentName.FiniteOutcomes,
            Kernel.MultiParameter,
            new Alternatives(kind >= 4 ? ["NotBuilt", "Built"] : ["A", "B", "C"]),
            Absence.NoSay,
            new Ownership.Platform(),
            new SocialCost.PerOutcome(kind switch { 1 => Costs.ToEquatableArray(), 4 or 6 => [0, 4], 5 => [0, 7], _ => [] })),
        Population = kind == 3
            ? new Population.Named(Weights.Select((weight, agent) => new Agent($"Agent{agent}", Side.Buyer, null) { Weight = weight }).ToEquatableArray())
            : new Population.Alike(0, null, new Agent(null, Side.Buyer, null)),
        Information = Information.Unknown,
        Participation = Participation.Unspecified,
        Objective = Goal.Efficient,
        Payments = new PaymentRule.Clarke(),
        Ties = TieBreaking.LowestIndex,
        Money = new Money(kind switch { 1 or 5 => MoneyKind.Int64, 2 or 6 => MoneyKind.Decimal, _ => MoneyKind.Double }, kind is 2 or 6 ? 2 : 0),
        Claims = [],
        Choice = new OutcomeChoice
        {
            Form = kind >= 4 ? ValueForm.OfLast : ValueForm.Reported,
            Low = kind >= 4 ? 0 : -1e15,
            High = 1e15,
            Boosts = kind == 3 ? Boosts.ToEquatableArray() : [],
            Shares = kind is 4 or 5 ? new CostShares.Equal() : null,
        },
    };
}
