using Fractions;
using MechanismDsl.Theory.MultiParameter;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Tests.Golden;

namespace MechanismDsl.Theory.Tests.MultiParameter;

/// <summary>Groves mechanisms with an own term: a single item as a choice of its owner, and random tables.</summary>
public sealed class GrovesTests
{
    private const int Agents = 4;
    private static readonly double[] Grid = [.. Enumerable.Range(0, 15).Select(type => (double)type)];

    private static readonly Dictionary<string, Func<IReadOnlyList<double>, double>> Terms = new()
    {
        ["h_10"] = static _ => 10,
        ["h_half_sum_others"] = static others => others.Sum() / 2,
        ["clarke"] = static others => others.Max(),
    };

    [Theory, Golden("groves-custom-h-10_8_6_4")]
    public void Three_terms_on_one_item(string id)
    {
        var golden = GoldenCase.Get(id);
        var values = GoldenCase.Numbers(golden.Inputs.GetProperty("values"));
        foreach (var (name, term) in Terms)
        {
            var interpreter = new ChoiceInterpreter(Item(Grid, term));
            var outcome = interpreter.Run(values);
            var payments = golden.Expected.GetProperty("payments_" + name).EnumerateArray().Select(GoldenCase.Rational).ToArray();
            Assert.Equal(golden.Expected.GetProperty("winner").GetInt32(), outcome.Chosen);
            Assert.Equal(payments, outcome.Payments);
            var utilities = Enumerable.Range(0, Agents).Select(agent => Utility(outcome, values, agent)).ToArray();
            var label = name == "h_half_sum_others" ? "half_sum" : name;
            if (golden.Expected.TryGetProperty("utilities_" + label, out var expected))
            {
                Assert.Equal(expected.EnumerateArray().Select(GoldenCase.Rational), utilities);
            }

            Assert.Equal(golden.Expected.GetProperty("ex_post_IR").GetProperty(label).GetBoolean(), utilities.All(utility => !utility.IsNegative));
            Assert.Equal(golden.Expected.GetProperty("no_subsidy").GetProperty(label).GetBoolean(), payments.All(payment => !payment.IsNegative));
            Assert.Equal(golden.Expected.GetProperty("DSIC").GetProperty(label).GetBoolean(), Enumerable.Range(0, Agents).All(agent => TruthPays(interpreter, values, agent, Grid)));
        }
    }

    [Fact]
    public void The_term_of_Clarke_gives_Clarke_payments_and_their_guarantees()
    {
        double[] types = [0, 1, 2, 3];
        var groves = Item(types, Terms["clarke"]);
        var clarke = groves with { Payments = new PaymentRule.Clarke() };
        foreach (var profile in Profiles(types))
        {
            Assert.Equal(new ChoiceInterpreter(clarke).Run(profile), new ChoiceInterpreter(groves).Run(profile));
        }

        Guarantee[] Promises(Problem problem) => [.. problem.Solve().Evidence.Select(evidence => evidence.Guarantee).OrderBy(guarantee => guarantee)];
        Assert.Equal(Promises(clarke), Promises(groves));
    }

    [Fact]
    public void What_a_term_gives_up_is_found_at_a_profile()
    {
        double[] types = [0, 1, 2, 3];
        var half = Item(types, Terms["h_half_sum_others"]).Solve();
        Assert.Contains(half.Evidence, evidence => evidence.Guarantee == Guarantee.DominantStrategyIncentiveCompatible);
        Assert.DoesNotContain(half.Evidence, evidence => evidence.Guarantee == Guarantee.ExPostIndividuallyRational);

        // Nobody loses more than the one of value 0 among three of value 3: it pays 9/2 − 3.
        Assert.Equal(new Fraction(-3, 2), half.Survey!.LeastGain.Amount);

        // The winner of value 3 among others of value 0 pays nothing; a loser of value 0 beside 3, 0, 0 is paid 3 − 3/2.
        Assert.Equal(new Fraction(-3, 2), half.Survey.LeastPayment.Amount);
        Assert.DoesNotContain(half.Evidence, evidence => evidence.Guarantee == Guarantee.NoSubsidy);

        var nothing = Item(types, static _ => 0).Solve();
        Assert.Contains(nothing.Evidence, evidence => evidence.Guarantee == Guarantee.ExPostIndividuallyRational);
        Assert.DoesNotContain(nothing.Evidence, evidence => evidence.Guarantee is Guarantee.NoSubsidy or Guarantee.NoDeficit);
        Assert.Equal(new Fraction(-9), nothing.Survey!.LeastSurplus.Amount);
    }

    [Fact]
    public void Random_terms_equal_the_definition_and_truth_stays_dominant()
    {
        var draws = new Random(1973);
        for (var instance = 0; instance < 2_000; instance++)
        {
            var (agents, outcomes) = (draws.Next(1, 4), draws.Next(1, 4));
            var isAlike = instance % 2 == 0;
            var tables = Enumerable.Range(0, isAlike ? 1 : agents).Select(_ => RandomTable(draws, outcomes)).ToEquatableArray();
            var (scale, shift) = (draws.Next(-3, 4), draws.Next(-2, 3));
            double Term(int agent, IReadOnlyList<double> others) =>
                others.Select((type, place) => scale * type * (place + 1)).Sum() + (shift * (isAlike ? 1 : agent + 1)) + (others.Count > 0 ? others.Max() * others.Min() : 0);
            var weights = Enumerable.Range(0, agents).Select(_ => isAlike ? 1.0 : draws.Next(1, 4) / 2.0).ToArray();
            var problem = Choices.OfTypes(outcomes, tables, isAlike ? null : weights, agents) with { Payments = GrovesTerms.Of(tables, agents, Term) };
            var interpreter = new ChoiceInterpreter(problem);
            var types = Enumerable.Range(0, agents).Select(agent => { var own = TableOf(agent).Types; return own[draws.Next(0, own.Count)]; }).ToArray();
            var outcome = interpreter.Run(types);
            var worth = types.Select((type, agent) => TableOf(agent).Values[TableOf(agent).Types.ToList().IndexOf(type)]).ToArray();
            for (var agent = 0; agent < agents; agent++)
            {
                var others = types.Where((_, other) => other != agent).ToArray();
                var welfare = worth.Select((row, other) => other == agent ? 0 : weights[other] * row[outcome.Chosen]).Sum();
                Assert.Equal((RationalText.FromDecimal(Term(agent, others)) - RationalText.FromDecimal(welfare)) / RationalText.FromDecimal(weights[agent]), outcome.Payments[agent]);
                foreach (var lie in TableOf(agent).Types)
                {
                    double[] reports = [.. types[..agent], lie, .. types[(agent + 1)..]];
                    var other = interpreter.Run(reports);
                    Assert.True(RationalText.FromDecimal(worth[agent][outcome.Chosen]) - outcome.Payments[agent] >= RationalText.FromDecimal(worth[agent][other.Chosen]) - other.Payments[agent]);
                }
            }

            TypeTable TableOf(int agent) => tables[tables.Count == 1 ? 0 : agent];
        }
    }

    [Fact]
    public void Terms_of_another_shape_and_numbers_that_are_no_types_are_refused()
    {
        var problem = Item([0, 1], Terms["clarke"]);
        Assert.Throws<ArgumentException>(() => new ChoiceInterpreter(problem).Run([0, 1, 2, 0]));
        Assert.Throws<ArgumentException>(() => new ChoiceInterpreter(problem with { Payments = new PaymentRule.Groves([[0, 1]]) }).Run([0, 1, 1, 0]));
        Assert.Throws<ArgumentException>(() => new ChoiceInterpreter(problem).Run([.. Enumerable.Repeat<IReadOnlyList<Fraction>>([0, 0, 0, 0], Agents)]));
        Assert.Throws<ArgumentException>(() => GrovesTerms.Of([], Agents, static (_, _) => 0));
    }

    /// <summary>One item whose owner is chosen: the outcome of an agent's number is worth its type to it, the others nothing.</summary>
    private static Problem Item(double[] types, Func<IReadOnlyList<double>, double> term)
    {
        var tables = Enumerable.Range(0, Agents).Select(agent => new TypeTable(
            types.ToEquatableArray(),
            types.Select(type => Enumerable.Range(0, Agents).Select(owner => owner == agent ? type : 0).ToEquatableArray()).ToEquatableArray())).ToEquatableArray();
        return Choices.OfTypes(Agents, tables, [1, 1, 1, 1], Agents) with { Payments = GrovesTerms.Of(tables, Agents, (_, others) => term(others)) };
    }

    private static IEnumerable<double[]> Profiles(double[] types) =>
        from first in types from second in types from third in types from fourth in types select new[] { first, second, third, fourth };

    private static Fraction Utility(ChoiceOutcome outcome, double[] values, int agent) =>
        (outcome.Chosen == agent ? RationalText.FromDecimal(values[agent]) : Fraction.Zero) - outcome.Payments[agent];

    private static bool TruthPays(ChoiceInterpreter interpreter, double[] values, int agent, double[] lies)
    {
        var truth = Utility(interpreter.Run(values), values, agent);
        return lies.All(lie => truth >= Utility(interpreter.Run([.. values[..agent], lie, .. values[(agent + 1)..]]), values, agent));
    }

    private static TypeTable RandomTable(Random draws, int outcomes)
    {
        var types = Enumerable.Range(0, draws.Next(1, 4)).Select(type => (double)(2 * type) - 1).ToArray();
        return new TypeTable(
            types.ToEquatableArray(),
            types.Select(_ => Enumerable.Range(0, outcomes).Select(_ => (double)draws.Next(-2, 5)).ToEquatableArray()).ToEquatableArray());
    }
}
