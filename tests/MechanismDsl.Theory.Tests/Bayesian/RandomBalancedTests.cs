using Fractions;
using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.MultiParameter;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Tests.MultiParameter;

namespace MechanismDsl.Theory.Tests.Bayesian;

/// <summary>Random finite problems: every mechanism has exactly the guarantees that it carries, by a checker of the definitions in rational numbers.</summary>
public sealed class RandomBalancedTests
{
    private static readonly PaymentRule[] Rules =
    [
        new PaymentRule.Balanced(BalancingMethod.ExpectedExternality, new PaymentRule.Clarke()),
        new PaymentRule.Balanced(BalancingMethod.DAgva, new PaymentRule.Clarke()),
        new PaymentRule.Balanced(BalancingMethod.Rebalanced, new PaymentRule.Clarke()),
        new PaymentRule.Balanced(BalancingMethod.Rebalanced, new PaymentRule.IndividuallyRational()),
        new PaymentRule.Balanced(BalancingMethod.Rebalanced, new PaymentRule.IndividuallyRational { IsInterim = true }),
        new PaymentRule.IndividuallyRational { IsInterim = true },
        new PaymentRule.BalancedGroves(),
    ];

    [Fact]
    public void Carried_guarantees_are_those_that_hold()
    {
        var draws = new Random(7171);
        var carried = new int[Enum.GetValues<Guarantee>().Length];
        for (var instance = 0; instance < 2_000; instance++)
        {
            var problem = Draw(draws, Rules[instance % Rules.Length]);
            var solved = problem.Solve();
            var check = new Checker(solved);
            foreach (var guarantee in Enum.GetValues<Guarantee>())
            {
                var isCarried = solved.Evidence.Any(evidence => evidence.Guarantee == guarantee);
                Assert.True(isCarried == check.Holds(guarantee), $"instance {instance}, {problem.Payments}, {problem.Money}: {guarantee} is {(isCarried ? string.Empty : "not ")}carried");
                carried[(int)guarantee] += isCarried ? 1 : 0;
            }

            if (problem.Payments is PaymentRule.Balanced)
            {
                // Whatever rounding does to truth, the budget balances; without rounding truth is a best reply.
                Assert.True(check.Holds(Guarantee.ExPostBudgetBalanced));
                Assert.True(problem.Money.IsGrid || check.Holds(Guarantee.BayesianIncentiveCompatible));
                Assert.All(Emitted(solved), sum => Assert.Equal(0, sum));
            }
        }

        // Both answers occur for every guarantee but efficiency.
        Assert.All(carried.Where((_, guarantee) => guarantee != (int)Guarantee.AllocativelyEfficient), count => Assert.InRange(count, 20, 1_980));
    }

    [Fact]
    public void Terms_exist_exactly_where_the_linear_system_has_a_solution()
    {
        var draws = new Random(75);
        var exist = 0;
        for (var instance = 0; instance < 1_500; instance++)
        {
            var space = new TypeSpace(Enumerable.Range(0, draws.Next(1, 4)).Select(_ => draws.Next(1, 4)).ToEquatableArray());
            var welfare = Enumerable.Range(0, space.Profiles).Select(_ => new Fraction(draws.Next(0, instance % 2 == 0 ? 2 : 5))).ToArray();
            if (instance % 3 == 0)
            {
                // A sum of terms that each leave out one type.
                var terms = Enumerable.Range(0, space.Agents).Select(agent => Enumerable.Range(0, space.Others(agent)).Select(_ => new Fraction(draws.Next(-4, 5), 3)).ToArray()).ToArray();
                welfare = [.. Enumerable.Range(0, space.Profiles).Select(profile => terms.Select((row, agent) => row[space.OthersOf(profile, agent)]).Aggregate((one, other) => one + other))];
            }

            var differences = new MixedDifferences(space, welfare.ToEquatableArray());
            var solvable = IsSolvable(space, welfare);
            Assert.Equal(solvable, differences.First() is null);
            Assert.Equal(solvable, differences.Largest() is null);
            if (solvable)
            {
                exist++;
                var found = differences.Terms(2, new PaymentGrid(new Fraction(1, 3)));
                Assert.All(Enumerable.Range(0, space.Profiles), profile =>
                    Assert.Equal(2 * welfare[profile], found.Select((row, agent) => row[space.OthersOf(profile, agent)]).Aggregate((one, other) => one + other)));
            }
        }

        Assert.InRange(exist, 500, 1_400);
    }

    private static Problem Draw(Random draws, PaymentRule rule)
    {
        var agents = draws.Next(4) == 0 ? 3 : 2;
        var outcomes = draws.Next(2, 4);
        var most = draws.Next(3) == 0 ? 3 : 6;
        var tables = Enumerable.Range(0, agents).Select(_ =>
        {
            var types = draws.Next(1, agents == 3 ? 3 : 5);
            return new TypeTable(
                Enumerable.Range(1, types).Select(type => (double)type).ToEquatableArray(),
                Enumerable.Range(0, types).Select(_ => Enumerable.Range(0, outcomes).Select(_ => (double)draws.Next(0, most)).ToEquatableArray()).ToEquatableArray());
        }).ToEquatableArray();
        var problem = Choices.OfTypes(outcomes, tables, [.. tables.Select(_ => 1.0)], agents);
        var named = ((Population.Named)problem.Population).Agents.Select((agent, index) => agent with
        {
            Prior = new DiscretePrior(tables[index].Types, tables[index].Types.Select(_ => (double)draws.Next(1, 4)).ToEquatableArray()),
            OutsideOption = draws.Next(3) == 0 ? draws.Next(0, 3) : 0,
        });
        return problem with
        {
            Payments = rule,
            Population = new Population.Named(named.ToEquatableArray()),
            Environment = draws.Next(3) == 0
                ? problem.Environment with { Cost = new SocialCost.PerOutcome(Enumerable.Range(0, outcomes).Select(_ => (double)draws.Next(0, 3)).ToEquatableArray()) }
                : problem.Environment,
            Money = draws.Next(4) switch { 0 => new Money(MoneyKind.Int64), 1 => new Money(MoneyKind.Decimal, 1), _ => new Money(MoneyKind.Double) },
        };
    }

    /// <summary>What is paid in doubles, or on the grid, less the cost, at every profile; the costs are whole.</summary>
    private static IEnumerable<double> Emitted(SolvedChoice solved)
    {
        var tables = (DerivedPayments.Balanced)solved.Derived!;
        var interpreter = new ChoiceInterpreter(solved.Problem);
        var space = new TypeSpace(tables.Emitted.Tables.Select(own => own.Count).ToEquatableArray());
        for (var profile = 0; profile < space.Profiles; profile++)
        {
            var places = space.TypesAt(profile);
            var chosen = interpreter.Run([.. places.Select((place, agent) => solved.Problem.Choice!.Tables[agent].Types[place])]).Chosen;
            var paid = tables.Emitted.At(places).Select((payment, agent) => (Net: payment, Share: tables.Shares.Count == 0 ? Fraction.Zero : tables.Shares[chosen][agent])).ToList();
            yield return solved.Problem.Money.IsGrid
                ? paid.Aggregate(-interpreter.Cost(chosen), (sum, one) => sum + one.Net + one.Share).ToDouble()
                : paid.Sum(one => RationalText.ToDouble(one.Net) + RationalText.ToDouble(one.Share)) - interpreter.Cost(chosen).ToDouble();
        }
    }

    private static bool IsSolvable(TypeSpace space, Fraction[] welfare)
    {
        var first = Enumerable.Range(0, space.Agents).Select(agent => Enumerable.Range(0, agent).Sum(space.Others)).ToArray();
        var columns = Enumerable.Range(0, space.Agents).Sum(space.Others);
        var rows = Enumerable.Range(0, space.Profiles).Select(profile =>
        {
            var row = new Fraction[columns + 1];
            for (var agent = 0; agent < space.Agents; agent++)
            {
                row[first[agent] + space.OthersOf(profile, agent)] = Fraction.One;
            }

            row[columns] = welfare[profile];
            return row;
        }).ToList();
        for (var column = 0; column < columns; column++)
        {
            if (rows.Find(row => !row[column].IsZero) is not { } pivot)
            {
                continue;
            }

            rows.Remove(pivot);
            foreach (var row in rows.Where(row => !row[column].IsZero))
            {
                var factor = row[column] / pivot[column];
                for (var at = column; at <= columns; at++)
                {
                    row[at] -= factor * pivot[at];
                }
            }
        }

        return rows.TrueForAll(row => row[columns].IsZero);
    }

    /// <summary>The guarantees by their definitions, from nothing but what the interpreter decides at every profile.</summary>
    private sealed class Checker
    {
        private readonly Problem _problem;
        private readonly TypeSpace _space;
        private readonly Agent[] _agents;
        private readonly ChoiceOutcome[] _outcomes;
        private readonly ChoiceInterpreter _interpreter;

        public Checker(SolvedChoice solved)
        {
            _problem = solved.Problem;
            _agents = [.. ((Population.Named)_problem.Population).Agents];
            _interpreter = new ChoiceInterpreter(_problem);
            _space = new TypeSpace(_problem.Choice!.Tables.Select(table => table.Types.Count).ToEquatableArray());
            _outcomes = [.. Enumerable.Range(0, _space.Profiles).Select(profile => _interpreter.Run([.. _space.TypesAt(profile).Select((place, agent) => Table(agent).Types[place])]))];
        }

        public bool Holds(Guarantee guarantee) => guarantee switch
        {
            Guarantee.DominantStrategyIncentiveCompatible => Each((profile, agent) => Reports(agent).All(report => Utility(agent, Type(profile, agent), profile) >= Utility(agent, Type(profile, agent), _space.With(profile, agent, report)))),
            Guarantee.BayesianIncentiveCompatible => EachType((agent, type) => Reports(agent).All(report => Interim(agent, type, type) >= Interim(agent, type, report))),
            Guarantee.ExPostIndividuallyRational => Each((profile, agent) => Utility(agent, Type(profile, agent), profile) >= Option(agent)),
            Guarantee.InterimIndividuallyRational => EachType((agent, type) => Interim(agent, type, type) >= Option(agent)),
            Guarantee.ExAnteIndividuallyRational => Enumerable.Range(0, _agents.Length).All(agent => Reports(agent).Select(type => Mass(agent, type) * Interim(agent, type, type)).Aggregate(Fraction.Zero, (sum, term) => sum + term) >= Option(agent)),
            Guarantee.ExPostBudgetBalanced => Profiles.All(profile => Surplus(profile).IsZero),
            Guarantee.ExAnteBudgetBalanced => Profiles.Select(profile => Mass(profile) * Surplus(profile)).Aggregate(Fraction.Zero, (sum, term) => sum + term).IsZero,
            Guarantee.NoDeficit => Profiles.All(profile => !Surplus(profile).IsNegative),
            Guarantee.NoSubsidy => Each((profile, agent) => !_outcomes[profile].Payments[agent].IsNegative),
            _ => Profiles.All(profile => Enumerable.Range(0, _interpreter.Outcomes.Count).All(outcome => Worth(profile, _outcomes[profile].Chosen) >= Worth(profile, outcome))),
        };

        private IEnumerable<int> Profiles => Enumerable.Range(0, _space.Profiles);

        private TypeTable Table(int agent) => _problem.Choice!.Tables[agent];

        private IEnumerable<int> Reports(int agent) => Enumerable.Range(0, _space.Counts[agent]);

        private int Type(int profile, int agent) => _space.TypeAt(profile, agent);

        private bool Each(Func<int, int, bool> holds) => Profiles.All(profile => Enumerable.Range(0, _agents.Length).All(agent => holds(profile, agent)));

        private bool EachType(Func<int, int, bool> holds) => Enumerable.Range(0, _agents.Length).All(agent => Reports(agent).All(type => holds(agent, type)));

        private Fraction Option(int agent) => new((int)_agents[agent].OutsideOption);

        private Fraction Value(int agent, int type, int outcome) => new((int)Table(agent).Values[type][outcome]);

        private Fraction Utility(int agent, int type, int profile) => Value(agent, type, _outcomes[profile].Chosen) - _outcomes[profile].Payments[agent];

        private Fraction Mass(int agent, int type) => ((DiscretePrior)_agents[agent].Prior!).ExactMasses[type];

        private Fraction Mass(int profile) => Enumerable.Range(0, _agents.Length).Select(agent => Mass(agent, Type(profile, agent))).Aggregate((one, other) => one * other);

        private Fraction Interim(int agent, int type, int report) => Enumerable.Range(0, _space.Others(agent))
            .Select(others => _space.Join(agent, report, others))
            .Select(profile => Mass(profile) / Mass(agent, report) * Utility(agent, type, profile))
            .Aggregate(Fraction.Zero, (sum, term) => sum + term);

        private Fraction Worth(int profile, int outcome) =>
            Enumerable.Range(0, _agents.Length).Select(agent => Value(agent, Type(profile, agent), outcome)).Aggregate(-_interpreter.Cost(outcome), (sum, value) => sum + value);

        private Fraction Surplus(int profile) => _outcomes[profile].Payments.Aggregate(-_interpreter.Cost(_outcomes[profile].Chosen), (sum, payment) => sum + payment);
    }
}
