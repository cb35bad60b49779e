using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;
using MechanismDsl.Theory.Tests.SingleParameter;

namespace MechanismDsl.Theory.Tests.Expectations;

/// <summary>Expectations against averages over seeded draws that the interpreter plays by the rule's definition: within 5 standard errors.</summary>
public sealed class SimulationTests
{
    private const int Draws = 2500;
    private const double StandardErrors = 5;

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Random_declarations_earn_what_they_are_expected_to(ulong seed)
    {
        var random = new SplitMix(seed);
        var problem = RandomProblem(random);
        var solved = problem.Solve();
        Assert.True(solved.Numbers.Count == 1, solved.NoNumbersBecause);
        var numbers = solved.Numbers[0];
        var agents = Agents(problem);
        var interpreter = new AuctionInterpreter(solved);
        var cost = ((SocialCost.PerServed)problem.Environment.Cost).Amount;
        var supplies = agents[0].Side == Side.Supplier;
        var (revenue, welfare, sale, misallocation) = (new Average(), new Average(), new Average(), new Average());
        for (var draw = 0; draw < Draws; draw++)
        {
            var reports = agents.Select(agent => Draw(agent.Prior!, random.Next())).ToArray();
            var outcome = interpreter.Run(reports);
            var types = reports.Select(report => supplies ? -report : report).ToArray();
            var served = outcome.Chances.Sum();
            revenue.Add(outcome.Payments.Sum() * (supplies ? -1 : 1));
            welfare.Add(outcome.Chances.Zip(types, (chance, type) => chance == 0 ? 0 : chance * (type - cost)).Sum());
            sale.Add(served);
            misallocation.Add(outcome.Chances.Zip(types, (chance, type) => type < types.Max() ? chance : 0).Sum());
        }

        revenue.Check("revenue", numbers.Revenue, problem);
        welfare.Check("welfare", numbers.Welfare, problem);
        sale.Check("sale", numbers.Sale, problem);
        misallocation.Check("misallocation", numbers.Misallocation, problem);
    }

    public static TheoryData<ulong> Seeds() => [.. Enumerable.Range(1, 16).Select(seed => (ulong)seed)];

    private static Problem RandomProblem(SplitMix random)
    {
        var supplies = random.Below(4) == 0;
        var objective = random.Below(2) == 0 ? Objective.Efficient : Objective.RevenueOptimal;
        var count = 2 + random.Below(3);
        var priors = Enumerable.Range(0, count).Select(_ => (Prior?)RandomPrior(random)).ToArray();
        var problem = supplies
            ? SingleItem.Procurement(objective, 1 + (9 * random.Next()), priors)
            : random.Below(3) == 0 ? SingleItem.Alike(objective, count, priors[0]) : SingleItem.Sale(objective, priors);
        if (!supplies && random.Below(2) == 0)
        {
            var kind = random.Below(2) == 0 ? ReserveKind.Eager : ReserveKind.Lazy;
            problem = problem.With((agent, index) => agent with { Reserve = new Reserve(Math.Round(1 + index + (2 * random.Next()), 2), kind) });
        }

        return problem with { Ties = random.Below(3) == 0 ? TieBreaking.Shared : TieBreaking.LowestIndex };
    }

    private static Prior RandomPrior(SplitMix random)
    {
        var size = 2 + (6 * random.Next());
        return random.Below(7) switch
        {
            0 => new UniformPrior(0, size),
            1 => new UniformPrior(size / 3, size),
            2 => new DiscretePrior([1, 3, 4, 7], [1 + random.Below(4), 1 + random.Below(4), 1 + random.Below(4), 1 + random.Below(4)]),
            3 => new HistogramPrior([0, 2, 3, 8], [0.5, random.Next(), 0.25]),
            4 => new ExponentialPrior(1 / size),
            5 => new PowerPrior(0.5 + random.Next(), size),
            _ => new LognormalPrior(1, 0.2 + (0.5 * random.Next())),
        };
    }

    private static double Draw(Prior prior, double share) => prior.Quantile(share);

    private static EquatableArray<Agent> Agents(Problem problem) => problem.Population switch
    {
        Population.Alike alike => Enumerable.Repeat(alike.Agent, alike.Count!.Value).ToEquatableArray(),
        Population.Named named => named.Agents,
        _ => [],
    };

    /// <summary>A running mean with its standard error.</summary>
    private sealed class Average
    {
        private double _sum;
        private double _squares;
        private int _count;

        public void Add(double value)
        {
            _sum += value;
            _squares += value * value;
            _count++;
        }

        public void Check(string name, double expected, Problem problem)
        {
            var mean = _sum / _count;
            var error = Math.Sqrt(Math.Max(0, (_squares / _count) - (mean * mean)) / _count);

            // A chance too small to be drawn has no standard error; three draws' worth is allowed.
            var allowed = Math.Max(StandardErrors * error, 3.0 / _count);
            Assert.True(
                Math.Abs(mean - expected) <= allowed,
                FormattableString.Invariant($"{name}: expected {expected:R}, average {mean:R} ± {error:E2} of {problem}"));
        }
    }

    /// <summary>SplitMix64 (Steele, Lea and Flood 2014).</summary>
    private sealed class SplitMix(ulong seed)
    {
        private ulong _state = seed;

        public int Below(int count) => (int)(Next() * count);

        public double Next()
        {
            _state += 0x9E3779B97F4A7C15;
            var mixed = _state;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            mixed ^= mixed >> 31;
            return ((mixed >> 11) + 0.5) / (1UL << 53);
        }
    }
}
