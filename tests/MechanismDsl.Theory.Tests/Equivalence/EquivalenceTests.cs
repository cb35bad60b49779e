using Fractions;
using MechanismDsl.Theory.Automated;
using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Equivalence;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.MultiParameter;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Tests.Bayesian;
using MechanismDsl.Theory.Tests.MultiParameter;

namespace MechanismDsl.Theory.Tests.Equivalence;

/// <summary>Equivalence against its definition, written down a second time over the outcomes of the interpreter.</summary>
public sealed class EquivalenceTests
{
    private static readonly PaymentRule[] Rules =
    [
        new PaymentRule.Clarke(),
        new PaymentRule.Balanced(BalancingMethod.ExpectedExternality, new PaymentRule.Clarke()),
        new PaymentRule.Balanced(BalancingMethod.DAgva, new PaymentRule.Clarke()),
        new PaymentRule.Balanced(BalancingMethod.Rebalanced, new PaymentRule.Clarke()),
        new PaymentRule.IndividuallyRational(),
    ];

    [Fact]
    public void Random_choices_are_equivalent_exactly_by_definition()
    {
        var draws = new Random(44);
        var (same, paid, chosen) = (0, 0, 0);
        for (var instance = 0; instance < 1_500; instance++)
        {
            var problem = Draw(draws);
            var (one, other) = (problem with { Payments = Rules[draws.Next(Rules.Length)] }, problem with { Payments = Rules[draws.Next(Rules.Length)] });
            if (draws.Next(4) == 0)
            {
                // Another aim.
                other = other with { Choice = other.Choice! with { Boosts = [1, .. Enumerable.Repeat(0.0, ((Alternatives)problem.Environment.Feasible).Names.Count - 1)] } };
            }

            var answer = EquivalenceTest.Of(one.Solve(), other.Solve(), default);
            var (left, right) = (new Definition(one), new Definition(other));
            switch (answer)
            {
                case EquivalenceAnswer.Same:
                    same++;
                    Assert.True(left.Chosen.SequenceEqual(right.Chosen) && left.Interim().SequenceEqual(right.Interim()));
                    break;
                case EquivalenceAnswer.OutcomesDiffer(var reports, var here, var there):
                    chosen++;
                    var at = left.Space.ProfileOf([.. reports.Select((report, agent) => left.Types(agent).ToList().IndexOf(report))]);
                    Assert.NotEqual(left.Chosen[at], right.Chosen[at]);
                    Assert.Equal(($"decides Outcome{left.Chosen[at]}", $"decides Outcome{right.Chosen[at]}"), (here, there));
                    break;
                case EquivalenceAnswer.PaymentsDiffer(var who, var type, var report, var here, var there):
                    paid++;
                    Assert.True(left.Chosen.SequenceEqual(right.Chosen));
                    Assert.Equal(type, report);
                    var agent = ((Population.Named)problem.Population).Agents.ToList().FindIndex(candidate => candidate.Name == who);
                    var place = left.Types(agent).ToList().IndexOf(type);
                    Assert.Equal((left.Interim(agent, place), right.Interim(agent, place)), (here.Exact!.Value, there.Exact!.Value));
                    Assert.NotEqual(here.Exact, there.Exact);
                    break;
                default:
                    Assert.Fail($"{answer}");
                    break;
            }
        }

        Assert.True(same > 200 && paid > 200 && chosen > 50, FormattableString.Invariant($"{same} {paid} {chosen}"));
    }

    /// <summary>The constants of MECH3026: Groves payments with them are expected to be the same for every type, and truth is dominant under them.</summary>
    [Fact]
    public void Constants_leave_every_type_the_same_and_make_truth_dominant()
    {
        var draws = new Random(2013);
        var found = 0;
        for (var instance = 0; instance < 600; instance++)
        {
            var problem = Draw(draws) with { Payments = Rules[1 + (instance % 3)] };
            var solved = problem.Solve();
            var isDominant = solved.Evidence.Any(evidence => evidence.Guarantee == Guarantee.DominantStrategyIncentiveCompatible);
            var counterpart = DominantCounterpart.Of(solved, default);
            Assert.Equal(isDominant, counterpart is null);
            if (counterpart is null)
            {
                continue;
            }

            found++;
            var definition = new Definition(problem);
            for (var agent = 0; agent < definition.Space.Agents; agent++)
            {
                var own = agent;
                Fraction Pays(int profile) => counterpart.Terms[own] - definition.Others(own, profile);
                for (var type = 0; type < definition.Space.Counts[agent]; type++)
                {
                    Assert.Equal(definition.Interim(agent, type), definition.Interim(agent, type, Pays));
                    for (var others = 0; others < definition.Space.Others(agent); others++)
                    {
                        var truth = definition.Space.Join(agent, type, others);
                        var utility = definition.Value(agent, type, truth) - Pays(truth);
                        Assert.All(Enumerable.Range(0, definition.Space.Counts[agent]), report =>
                        {
                            var lie = definition.Space.Join(own, report, others);
                            Assert.True(utility >= definition.Value(own, type, lie) - Pays(lie));
                        });
                    }
                }
            }
        }

        Assert.InRange(found, 100, 500);
    }

    [Fact]
    public void Fees_of_a_trade_leave_every_type_what_it_expects()
    {
        var draws = new Random(1992);
        for (var instance = 0; instance < 300; instance++)
        {
            Prior Draw() => draws.Next(2) == 0
                ? new UniformPrior(draws.Next(0, 3), draws.Next(3, 6))
                : new DiscretePrior([draws.Next(0, 3), draws.Next(3, 5), draws.Next(5, 8)], [draws.Next(1, 4), draws.Next(1, 4), draws.Next(1, 4)]);
            var (seller, buyer) = (Draw(), Draw());
            var agva = TradeAgva.Of(Markets.Trade(seller, buyer) with { Payments = new PaymentRule.Balanced(BalancingMethod.DAgva, new PaymentRule.Clarke()) })!;
            if (seller is not DiscretePrior costs || buyer is not DiscretePrior values)
            {
                continue;
            }

            foreach (var value in values.ExactValues)
            {
                var clarke = costs.ExactValues.Select((cost, place) => cost <= value ? costs.ExactMasses[place] * (value - cost) : Fraction.Zero).Aggregate((one, other) => one + other);
                Assert.Equal(agva.BuyerUtility(value), clarke - agva.BuyerFee);
            }

            foreach (var cost in costs.ExactValues)
            {
                var clarke = values.ExactValues.Select((value, place) => values.ExactMasses[place] * (cost <= value ? value : cost)).Aggregate((one, other) => one + other);
                Assert.Equal(agva.SellerUtility(cost), clarke - agva.SellerFee);
            }
        }

        var unit = TradeAgva.Of(Markets.Trade(new UniformPrior(0, 1), new UniformPrior(0, 1)) with { Payments = new PaymentRule.Balanced(BalancingMethod.DAgva, new PaymentRule.Clarke()) })!;
        Assert.Equal((new Fraction(-1, 6), new Fraction(1, 3)), (unit.BuyerFee, unit.SellerFee));
    }

    /// <summary>An optimal trade is run from its table, an efficient one by its definition: where the program trades exactly the efficient pairs, and only there, decisions agree.</summary>
    [Fact]
    public void A_table_is_compared_with_a_rule()
    {
        var (seller, buyer) = (new DiscretePrior([1, 3], [1, 1]), new DiscretePrior([2, 4], [1, 1]));
        var efficient = Markets.Trade(seller, buyer);
        var optimal = efficient with
        {
            Objective = Objective.Optimum,
            Optimum = new Optimum(OptimumGoal.Welfare, IsDeterministic: false),
            Payments = new PaymentRule.Optimised(),
            Claims = [Guarantee.BayesianIncentiveCompatible, Guarantee.InterimIndividuallyRational, Guarantee.ExPostBudgetBalanced],
        };
        var answer = EquivalenceTest.Of(Solver.Solve(efficient, default), Solver.Solve(optimal, default), default);
        var table = Assert.IsType<SolvedOptimum>(Solver.Solve(optimal, default)).Table;
        Assert.All(Enumerable.Range(0, 4), profile => Assert.Equal(profile == 2 ? Fraction.Zero : Fraction.One, table.Lotteries[profile][1]));
        Assert.IsType<EquivalenceAnswer.PaymentsDiffer>(answer);
    }

    [Fact]
    public void What_is_not_compared()
    {
        var home = Choices.HomeImprovement();
        Assert.IsType<EquivalenceAnswer.Same>(EquivalenceTest.Of(home.Solve(), (home with { Claims = [Guarantee.NoDeficit] }).Solve(), default));
        Assert.IsType<EquivalenceAnswer.Incomparable>(EquivalenceTest.Of(home.Solve(), Solver.Solve(Markets.Trade(new UniformPrior(0, 1), new UniformPrior(0, 1)), default), default));
        Assert.IsType<EquivalenceAnswer.Open>(EquivalenceTest.Of(Choices.Reported(2, [], agents: 2).Solve(), Choices.Reported(2, [1, 0], agents: 2).Solve(), default));
    }

    private static Problem Draw(Random draws)
    {
        var agents = draws.Next(3) == 0 ? 3 : 2;
        var outcomes = draws.Next(2, 4);
        var tables = Enumerable.Range(0, agents).Select(_ =>
        {
            var types = draws.Next(1, agents == 3 ? 3 : 4);
            return new TypeTable(
                Enumerable.Range(1, types).Select(type => (double)type).ToEquatableArray(),
                Enumerable.Range(0, types).Select(_ => Enumerable.Range(0, outcomes).Select(_ => (double)draws.Next(0, 5)).ToEquatableArray()).ToEquatableArray());
        }).ToEquatableArray();
        var problem = Choices.OfTypes(outcomes, tables, [.. tables.Select(_ => 1.0)], agents);
        return problem with
        {
            Environment = problem.Environment with { Feasible = new Alternatives(Enumerable.Range(0, outcomes).Select(outcome => $"Outcome{outcome}").ToEquatableArray()) },
            Population = new Population.Named(((Population.Named)problem.Population).Agents.Select((agent, index) => agent with
            {
                Name = $"Agent{index}",
                Prior = new DiscretePrior(tables[index].Types, tables[index].Types.Select(_ => (double)draws.Next(1, 4)).ToEquatableArray()),
            }).ToEquatableArray()),
        };
    }

    /// <summary>What a mechanism decides, and what each type expects to pay, from its interpreter.</summary>
    private sealed class Definition
    {
        private readonly Problem _problem;
        private readonly ChoiceOutcome[] _outcomes;

        public Definition(Problem problem)
        {
            _problem = problem;
            var interpreter = new ChoiceInterpreter(problem);
            Space = new TypeSpace(problem.Choice!.Tables.Select(table => table.Types.Count).ToEquatableArray());
            _outcomes = [.. Enumerable.Range(0, Space.Profiles).Select(profile => interpreter.Run([.. Space.TypesAt(profile).Select((place, agent) => Types(agent)[place])]))];
        }

        public TypeSpace Space { get; }

        public int[] Chosen => [.. _outcomes.Select(outcome => outcome.Chosen)];

        public EquatableArray<double> Types(int agent) => _problem.Choice!.Tables[agent].Types;

        public Fraction Value(int agent, int type, int profile) => new((decimal)_problem.Choice!.Tables[agent].Values[type][_outcomes[profile].Chosen]);

        public Fraction Others(int agent, int profile) => Enumerable.Range(0, Space.Agents)
            .Where(other => other != agent)
            .Select(other => Value(other, Space.TypeAt(profile, other), profile))
            .Aggregate(Fraction.Zero, (sum, value) => sum + value);

        public IEnumerable<Fraction> Interim() =>
            from agent in Enumerable.Range(0, Space.Agents)
            from type in Enumerable.Range(0, Space.Counts[agent])
            select Interim(agent, type);

        public Fraction Interim(int agent, int type) => Interim(agent, type, profile => _outcomes[profile].Payments[agent]);

        public Fraction Interim(int agent, int type, Func<int, Fraction> payment) => Enumerable.Range(0, Space.Others(agent))
            .Select(others => Space.Join(agent, type, others))
            .Select(profile => Enumerable.Range(0, Space.Agents).Where(other => other != agent).Select(other => Mass(other, Space.TypeAt(profile, other))).Aggregate(Fraction.One, (product, mass) => product * mass) * payment(profile))
            .Aggregate(Fraction.Zero, (sum, term) => sum + term)
            .Reduce();

        private Fraction Mass(int agent, int type) => ((DiscretePrior)((Population.Named)_problem.Population).Agents[agent].Prior!).ExactMasses[type];
    }
}
