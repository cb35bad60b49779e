using CsCheck;
using MechanismDsl.Generators.Tests.Support;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Partnerships;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using Environment = MechanismDsl.Theory.Problems.Environment;
using Goal = MechanismDsl.Theory.Problems.Objective;

namespace MechanismDsl.Generators.Tests.Partnerships;

/// <summary>Generated partnerships against the interpreter that sums expectations step by step, and against the definitions of their promises.</summary>
public class GeneratedAgainstInterpreterTests
{
    private delegate int Firm(int index, double[] values, double[] payments);

    private static readonly (string Source, double[] Shares, Prior[] Priors)[] Cases =
    [
        ("Partnership(.5, .5), Efficient, Prior<Uniform>(0, 1)", [.5, .5], [new UniformPrior(0, 1)]),
        ("Partnership(.7, .3), Efficient, Prior<Uniform>(2, 5)", [.7, .3], [new UniformPrior(2, 5)]),
        ("Partnership(.4, .6), Efficient, Prior<Triangular>(0, 1, 4)", [.4, .6], [new TriangularPrior(0, 1, 4)]),
        ("Partnership(.5, .3, .2), Efficient, Prior<Uniform>(0, 1)", [.5, .3, .2], [new UniformPrior(0, 1)]),
        ("Partnership(.3, .3, .4), Efficient, Agent<Uniform>(\"A\", 0, 1), Agent<Power>(\"B\", 2, 1), Agent<Triangular>(\"C\", 0, .5, 1)", [.3, .3, .4], [new UniformPrior(0, 1), new PowerPrior(2, 1), new TriangularPrior(0, .5, 1)]),
        ("Partnership(.6, .4), Efficient, HistogramPrior([0, 1, 3], [3, 1])", [.6, .4], [new HistogramPrior([0, 1, 3], [3, 1])]),
    ];

    private static readonly Lazy<Firm> Generated = new(Load);

    [Fact]
    public void RandomProfiles()
    {
        foreach (var index in Enumerable.Range(0, Cases.Length))
        {
            var problem = ProblemOf(Cases[index].Shares, Cases[index].Priors);
            var priors = PartnershipSolver.PriorsOf(problem);
            var oracle = new PartnershipInterpreter(problem, 2000);
            Gen.Double[0, 1.1].Array[priors.Count].Sample(
                parts =>
            {
                // Values on a coarse grid, so that some are equal, and some outside the support.
                double[] values = [.. priors.Select((prior, partner) => Math.Round((prior.Lower * .9) + ((prior.Upper - (prior.Lower * .9)) * parts[partner]), 1))];
                var payments = new double[values.Length];
                var owner = Generated.Value(index, values, payments);
                var (expected, paid) = oracle.Run(values);
                Assert.Equal(expected, owner);
                Assert.All(paid.Zip(payments), pair => Assert.Equal(pair.First, pair.Second, 2e-4 * priors.Max(prior => prior.Upper)));
            },
                iter: 300);
        }
    }

    [Fact]
    public void PaymentsSumToZeroAtEveryProfile()
    {
        foreach (var index in Enumerable.Range(0, Cases.Length))
        {
            Gen.Double[0, 6].Array[Cases[index].Shares.Length].Sample(
                values =>
            {
                var payments = new double[values.Length];
                var owner = Generated.Value(index, values, payments);
                Assert.Equal(0, payments.Aggregate(0.0, (sum, payment) => sum + payment));
                Assert.Equal(values.Max(), values[owner]);
            },
                iter: 3000);
        }
    }

    /// <summary>Interim utilities: chances to own everything are products of distributions, payments are averaged over the quantiles of the others' values.</summary>
    [Fact]
    public void NoReportIsBetterThanTheTruthAndAllAgreeWhereTheTheoremSaysSo()
    {
        for (var index = 0; index < Cases.Length; index++)
        {
            var problem = ProblemOf(Cases[index].Shares, Cases[index].Priors);
            var solved = PartnershipSolver.Solve(problem, CancellationToken.None);
            var priors = PartnershipSolver.PriorsOf(problem);
            var scale = priors.Max(prior => prior.Upper);
            for (var partner = 0; partner < priors.Count; partner++)
            {
                var utility = Interim(index, priors, partner);
                var lowest = double.PositiveInfinity;
                for (var type = 0; type <= 12; type++)
                {
                    var value = Value(priors[partner], type, 12);
                    for (var report = 0; report <= 12; report++)
                    {
                        var lie = utility(value, Value(priors[partner], report, 12));
                        Assert.True(lie <= utility(value, value) + (2e-3 * scale), FormattableString.Invariant($"{Cases[index].Source}: partner {partner} of value {value} gains by another report"));
                    }

                    lowest = Math.Min(lowest, utility(value, value) - (solved.Partners[partner].Share * value));
                }

                // The worst-off value has its part of the surplus, and nobody has less.
                var worst = solved.Partners[partner].WorstOff;
                var part = solved.Surplus.Value / priors.Count;
                Assert.Equal(part, utility(worst, worst) - (solved.Partners[partner].Share * worst), 2e-3 * scale);
                Assert.True(lowest >= part - (2e-3 * scale));
            }
        }
    }

    private static double Value(Prior prior, int step, int steps) => prior.Lower + ((prior.Upper - prior.Lower) * step / steps);

    private static Func<double, double, double> Interim(int index, EquatableArray<Prior> priors, int partner)
    {
        var points = priors.Count == 2 ? 400 : 40;
        var others = Enumerable.Range(0, priors.Count).Where(other => other != partner).ToArray();
        var payments = new double[priors.Count];
        var values = new double[priors.Count];
        return (value, report) =>
        {
            var (sum, count) = (0.0, 0);
            for (var cell = 0; cell < Math.Pow(points, others.Length); cell++)
            {
                var rest = cell;
                foreach (var other in others)
                {
                    values[other] = priors[other].Quantile(((rest % points) + .5) / points);
                    rest /= points;
                }

                values[partner] = report;
                Generated.Value(index, values, payments);
                sum += payments[partner];
                count++;
            }

            return (value * others.Aggregate(1.0, (chance, other) => chance * priors[other].Cdf(report))) - (sum / count);
        };
    }

    private static Firm Load()
    {
        var declarations = Cases.Select((one, index) => $"[Mechanism, {one.Source}] public partial class F{index};");
        var arms = Cases.Select((_, index) => $"{index} => F{index}.Run(values, payments),");
        var (_, assembly) = Driver.Load($$"""
            {{string.Join('\n', declarations)}}

            internal static class Table
            {
                public static int Run(int index, double[] values, double[] payments) => index switch
                {
                    {{string.Join('\n', arms)}}
                    _ => -1,
                };
            }
            """);
        return assembly.GetType("Table")!.GetMethod("Run")!.CreateDelegate<Firm>();
    }

    private static Problem ProblemOf(double[] shares, Prior[] priors) => new()
    {
        Environment = new Environment(EnvironmentName.Partnership, Kernel.SingleParameter, new ServeAtMost(1), Absence.TakesOwnGood, new Ownership.Agents(shares.ToEquatableArray()), new SocialCost.PerServed(0)),
        Population = priors.Length == 1
            ? new Population.Alike(shares.Length, shares.Length, new Agent(null, Side.Buyer, priors[0]))
            : new Population.Named(priors.Select((prior, index) => new Agent("P" + index, Side.Buyer, prior)).ToEquatableArray()),
        Information = Information.IndependentPriors,
        Participation = Participation.Unspecified,
        Objective = Goal.Efficient,
        Payments = new PaymentRule.Dissolution(),
        Ties = TieBreaking.LowestIndex,
        Money = new Money(MoneyKind.Double),
        Claims = [],
    };
}
