using CsCheck;
using Fractions;
using MechanismDsl.Theory.LinearPrograms;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter.Service;

namespace MechanismDsl.Theory.Tests.Service;

/// <summary>
/// The revenue-optimal mechanism against the linear program over all mechanisms, randomised ones included, that are Bayesian incentive compatible and
/// individually rational in the interim: no such mechanism earns more, and its own payments earn exactly that.
/// </summary>
public class OptimalServiceTests
{
    private static readonly Gen<DiscretePrior> Priors =
        from values in Gen.Int[0, 6].HashSet[2, 3]
        from weights in Gen.Int[1, 4].Array[values.Count]
        select new DiscretePrior(values.Order().Select(value => (double)value).ToEquatableArray(), weights.Select(weight => (double)weight).ToEquatableArray());

    private static readonly Gen<FeasibleSet> Sets = Gen.OneOf(
        Gen.Int[1, 3].Select(FeasibleSet (units) => new ServeAtMost(units)),
        Gen.Select(Gen.Int[1, 3].Array[3], Gen.Int[3, 5], FeasibleSet (sizes, capacity) => new WithinCapacity(capacity, sizes.ToEquatableArray(), IsGreedy: false)),
        Gen.Int[1, 2].Select(FeasibleSet (most) => new Limited(3, [new ServiceLimit.AtMost(most, [0, 1, 2]), new ServiceLimit.MustServe(1)])),
        Gen.Select(Gen.Int[1, 2], Gen.Int[1, 3].Array[3], Gen.Int[3, 5], FeasibleSet (most, sizes, capacity) =>
            new Limited(3, [new ServiceLimit.AtMost(most, [0, 2]), new ServiceLimit.AtMost(1, [1, 2]), new ServiceLimit.Capacity(capacity, [0, 1, 2], sizes.ToEquatableArray())])),
        Gen.Int[1, 4].Array[1, 2].Select(FeasibleSet (clicks) => new Slots(clicks.OrderDescending().Select(count => (double)count).ToEquatableArray())));

    [Fact]
    public void NoMechanismEarnsMore()
    {
        var instances =
            from feasible in Sets
            from priors in Priors.Array[2]
            from third in Priors
            from worth in Gen.Int[0, 3]
            from isProcurement in Gen.Bool
            select (feasible, Agents: priors.All(prior => prior.Values.Count == 2) && third.Values.Count == 2 ? [.. priors, third] : priors, worth, isProcurement);
        instances.Sample(
            one =>
            {
                var isProcurement = one.isProcurement && one.feasible is (ServeAtMost or Limited { IsDownwardClosed: true });
                var cost = isProcurement ? -(one.worth + 3) : one.worth / 2.0;
                var service = Services.Named(one.feasible, Objective.RevenueOptimal, cost, isProcurement ? Side.Supplier : Side.Buyer, one.Agents).Solve();
                var optimum = Optimum(one.feasible, one.Agents, cost, isProcurement ? -1 : 1);
                var (payments, quantity) = Expected(service, one.Agents);
                var sign = isProcurement ? -1 : 1;
                Assert.Equal(optimum.ToDouble(), (sign * payments) - (cost * quantity), 1e-11);
                var stated = Assert.Single(service.Numbers);
                Assert.Equal(payments, stated.Revenue, 1e-10);
                Assert.Equal(quantity, stated.Served, 1e-10);
            },
            seed: "0N0XIzNsQ0O2",
            iter: 240,
            threads: 1);
    }

    /// <summary>Expected payments and quantities of the interpreter over all profiles.</summary>
    private static (double Payments, double Quantity) Expected(SolvedService service, DiscretePrior[] priors)
    {
        var (payments, quantity) = (0.0, 0.0);
        foreach (var profile in Profiles(priors))
        {
            var chance = profile.Select((type, agent) => (priors[agent].Weights[type] / priors[agent].Weights.Sum())).Aggregate((one, other) => one * other);
            var outcome = service.Run([.. profile.Select((type, agent) => priors[agent].Values[type])]);
            payments += chance * outcome.Payments.Sum();
            quantity += chance * outcome.Quantities.Sum();
        }

        return (payments, quantity);
    }

    /// <summary>The linear program: a probability for each outcome at each profile, an expected payment for each type.</summary>
    private static Fraction Optimum(FeasibleSet feasible, DiscretePrior[] priors, double cost, int sign)
    {
        var outcomes = FeasibleOutcomes.Of(feasible, [.. priors.Select(_ => true)]).ToArray();
        var profiles = Profiles(priors).ToArray();
        var chances = profiles.ToDictionary(profile => profile, profile => profile.Select((type, agent) => Chance(priors[agent], type)).Aggregate((one, other) => one * other));
        var program = new LinearProgram();
        var revenue = new LinearForm();
        for (var variable = 0; variable < profiles.Length * outcomes.Length; variable++)
        {
            program.AddVariable("outcome");
        }

        var firstPayment = program.Variables.Count;
        for (var variable = 0; variable < priors.Sum(prior => prior.Values.Count); variable++)
        {
            program.AddFreeVariable("payment");
        }

        for (var index = 0; index < profiles.Length; index++)
        {
            program.Constrain("one outcome", Form(Enumerable.Range(0, outcomes.Length).Select(outcome => ((index * outcomes.Length) + outcome, Fraction.One))), Relation.Equal, Fraction.One);
            for (var outcome = 0; outcome < outcomes.Length; outcome++)
            {
                revenue.Add((index * outcomes.Length) + outcome, Fraction.Zero - (chances[profiles[index]] * Exact(cost * outcomes[outcome].Sum())));
            }
        }

        for (var agent = 0; agent < priors.Length; agent++)
        {
            for (var type = 0; type < priors[agent].Values.Count; type++)
            {
                revenue.Add(Payment(agent, type), Chance(priors[agent], type) * sign);
                program.Constrain("individually rational", Form(Utility(agent, type, type)), Relation.AtLeast, Fraction.Zero);
                foreach (var report in Enumerable.Range(0, priors[agent].Values.Count).Where(report => report != type))
                {
                    program.Constrain("incentive compatible", Form(Utility(agent, type, report).Concat(Minus(Utility(agent, type, type)))), Relation.AtMost, Fraction.Zero);
                }
            }
        }

        program.Maximise(revenue);
        return Assert.IsType<LinearAnswer.Optimal>(program.Solve(CancellationToken.None)).Value;

        int Payment(int agent, int type) => firstPayment + priors.Take(agent).Sum(prior => prior.Values.Count) + type;

        IEnumerable<(int, Fraction)> Utility(int agent, int type, int report) => profiles.SelectMany((profile, index) => profile[agent] != report
                ? []
                : outcomes.Select((outcome, place) => ((index * outcomes.Length) + place, chances[profile] / Chance(priors[agent], report) * Exact(sign * priors[agent].Values[type] * outcome[agent]))))
            .Append((Payment(agent, report), Fraction.Zero - sign));
    }

    private static LinearForm Form(IEnumerable<(int Variable, Fraction Amount)> terms) =>
        terms.Aggregate(new LinearForm(), (form, term) => form.Add(term.Variable, term.Amount));

    private static IEnumerable<(int, Fraction)> Minus(IEnumerable<(int Variable, Fraction Amount)> terms) => terms.Select(term => (term.Variable, Fraction.Zero - term.Amount));

    private static Fraction Exact(double number) => Fraction.FromDouble(number + 0.0);    // −0 has no fraction

    private static Fraction Chance(DiscretePrior prior, int type) => Exact(prior.Weights[type]) / Exact(prior.Weights.Sum());

    private static IEnumerable<int[]> Profiles(DiscretePrior[] priors) => priors.Aggregate<DiscretePrior, IEnumerable<int[]>>(
        [[]],
        (starts, prior) => starts.SelectMany(start => Enumerable.Range(0, prior.Values.Count).Select(type => start.Append(type).ToArray())));
}
