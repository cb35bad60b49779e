using CsCheck;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;

namespace MechanismDsl.Theory.Tests.SingleParameter;

/// <summary>Random problems at random profiles: payments are thresholds found by brute force, lies do not pay, nobody truthful loses.</summary>
public sealed class AllocationRulePropertyTests
{
    private static readonly Prior[] Priors =
    [
        new UniformPrior(0, 10),
        new UniformPrior(2, 8),
        new ExponentialPrior(.25),
        new HistogramPrior([0, 3, 8], [.75, .25]),
        new HistogramPrior([0, 2, 4, 6, 10], [3, 0, 1, 4]),
        new DiscretePrior([1, 2, 4, 8], [4, 2, 1, 1]),
        new DiscretePrior([1, 5, 8, 9, 12], [1, 1, 2, 1, 3]),
        new PowerPrior(.5, 9),
        new LognormalPrior(1, 1),
        new MixturePrior([new ExponentialPrior(1), new UniformPrior(5, 6)], [.8, .2]),
    ];

    private static readonly Gen<Agent> Agents = Gen.Select(Gen.Int[0, Priors.Length - 1], Gen.Int[-4, 8], Gen.Bool, Gen.Int[0, 2])
        .Select((prior, reserve, isLazy, priority) => new Agent("agent", Side.Buyer, Priors[prior])
        {
            Reserve = reserve < 0 ? null : new Reserve(reserve, isLazy ? ReserveKind.Lazy : ReserveKind.Eager),
            Priority = priority,
        });

    /// <summary>Profiles of integers, so that reports meet reserves, ends of supports and each other.</summary>
    private static readonly Gen<(Problem Problem, double[] Reports)> Cases =
        Gen.Select(Agents.Array[1, 4], Gen.Int[0, 12].Array[4], Gen.Bool, Gen.Bool, Gen.Int[0, 2]).Select((agents, reports, isOptimal, isSupply, ties) =>
        {
            var side = isSupply ? Side.Supplier : Side.Buyer;
            var objective = isOptimal ? Objective.RevenueOptimal : Objective.Efficient;
            var problem = isSupply
                ? SingleItem.Procurement(objective, 20, agents.Select(agent => agent.Prior))
                : SingleItem.Sale(objective, agents.Select(agent => agent.Prior));
            problem = problem.With((agent, index) => agents[index] with { Name = agent.Name, Side = side }) with { Ties = (TieBreaking)ties };
            return (problem, reports.Take(agents.Length).Select(report => (double)report).ToArray());
        });

    private static readonly double[] Lies = [.. Enumerable.Range(0, 61).Select(step => step / 4.0)];

    [Fact]
    public void Payments_are_thresholds_and_truth_is_a_best_reply() => Cases.Sample(
        sample =>
        {
            var interpreter = new AuctionInterpreter(sample.Problem.Solve());
            var sign = ((Population.Named)sample.Problem.Population).Agents[0].Side == Side.Buyer ? 1 : -1;
            var truthful = interpreter.Run(sample.Reports);
            Assert.True(truthful.Chances.Sum() is <= 1.000000001);
            for (var agent = 0; agent < sample.Reports.Length; agent++)
            {
                var type = sign * sample.Reports[agent];
                var utility = (truthful.Chances[agent] * type) - truthful.Payments[agent];
                Assert.True(utility >= -1e-12);
                if (truthful.Winner == agent && sample.Problem.Ties != TieBreaking.Shared)
                {
                    Assert.Equal(ThresholdByBisection(interpreter, sample.Reports, agent, sign), truthful.Payments[agent], 1e-9);
                }

                foreach (var lie in Lies)
                {
                    var reports = (double[])sample.Reports.Clone();
                    reports[agent] = lie;
                    var deviating = interpreter.Run(reports);
                    Assert.True((deviating.Chances[agent] * type) - deviating.Payments[agent] <= utility + 1e-9);
                }
            }
        },
        iter: 30,
        print: sample => $"{sample.Problem} at {string.Join(", ", sample.Reports)}");

    [Fact]
    public void On_a_grid_the_price_wins_and_one_unit_less_does_not() => Cases.Sample(
        sample =>
        {
            var interpreter = new AuctionInterpreter((sample.Problem with { Money = new Money(MoneyKind.Int64), Ties = TieBreaking.LowestIndex }).Solve());
            var sign = ((Population.Named)sample.Problem.Population).Agents[0].Side == Side.Buyer ? 1 : -1;
            var outcome = interpreter.Run(sample.Reports);
            if (outcome.Winner < 0)
            {
                return;
            }

            Assert.Equal(Math.Floor(outcome.Price), outcome.Price);
            var reports = (double[])sample.Reports.Clone();
            reports[outcome.Winner] = outcome.Price;
            Assert.Equal(outcome.Winner, interpreter.Run(reports).Winner);
            if (outcome.Price - sign >= 0)
            {
                reports[outcome.Winner] = outcome.Price - sign;
                Assert.NotEqual(outcome.Winner, interpreter.Run(reports).Winner);
            }
        },
        iter: 30,
        print: sample => $"{sample.Problem} at {string.Join(", ", sample.Reports)}");

    /// <summary>The lowest type, in money, with which the agent still wins, by bisection on the outcome alone.</summary>
    private static double ThresholdByBisection(AuctionInterpreter interpreter, double[] profile, int agent, int sign)
    {
        var wins = sign * profile[agent];
        var loses = sign > 0 ? 0 : -AuctionInterpreter.HighestReport;
        if (Wins(loses))
        {
            return loses;
        }

        for (var step = 0; step < 120; step++)
        {
            var middle = loses + ((wins - loses) / 2);
            (loses, wins) = Wins(middle) ? (loses, middle) : (middle, wins);
        }

        return wins;

        bool Wins(double type)
        {
            var reports = (double[])profile.Clone();
            reports[agent] = sign * type;
            return interpreter.Run(reports).Winner == agent;
        }
    }
}
