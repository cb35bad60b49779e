using System.Globalization;
using System.Text.Json;
using Fractions;
using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.MultiParameter;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Tests.MultiParameter;

namespace MechanismDsl.Theory.Tests.Golden;

/// <summary>Topic 06: expected externality, d'AGVA and rebalanced payments over finitely many types, in rational numbers.</summary>
public sealed class BalancedCases
{
    [Theory, Golden("ee-home-improvement", "ee-public-project-3", "ee-single-good-2x2")]
    public void Expected_externality_and_dAGVA(string id)
    {
        var golden = GoldenCase.Get(id);
        foreach (var (name, method) in new[] { ("expected_externality", BalancingMethod.ExpectedExternality), ("dAGVA", BalancingMethod.DAgva) })
        {
            var expected = golden.Expected.GetProperty(name);
            var solved = (Problem(id) with { Payments = new PaymentRule.Balanced(method, new PaymentRule.Clarke()) }).Solve();
            ExpectPayments(expected.GetProperty("payments"), solved.Problem);
            Assert.Equal(expected.GetProperty("budget_balanced_every_profile").GetBoolean(), Holds(solved, Guarantee.ExPostBudgetBalanced));
            Assert.Equal(expected.GetProperty("BIC").GetBoolean(), Holds(solved, Guarantee.BayesianIncentiveCompatible));
            var utilities = expected.GetProperty("interim_utilities").EnumerateArray().Select(Table).ToList();
            Assert.Equal(utilities, solved.Expected!.Interim);
            var losers = expected.GetProperty("interim_IR_violations_agent_type_slack").EnumerateArray()
                .Select(entry => entry.EnumerateArray().ToArray())
                .Select(entry => (entry[0].GetInt32(), Type(entry[1]), GoldenCase.Rational(entry[2])));
            Assert.Equal(losers, Losers(solved, 0));
            Assert.Equal(!losers.Any(), Holds(solved, Guarantee.InterimIndividuallyRational));
            Assert.Equal(expected.GetProperty("ex_post_IR_violation_count").GetInt32() == 0, Holds(solved, Guarantee.ExPostIndividuallyRational));
        }

        var tables = (DerivedPayments.Balanced)(Problem(id) with { Payments = new PaymentRule.Balanced(BalancingMethod.ExpectedExternality, new PaymentRule.Clarke()) }).Solve().Derived!;
        Assert.Equal(golden.Expected.GetProperty("interim_expected_pivot_payments").EnumerateArray().Select(Table), tables.Exact.Tables);
        Assert.Equal(GoldenCase.Rational(golden.Expected.GetProperty("expected_pivot_revenue")), tables.Surplus);
        var agents = tables.Exact.Tables.Count;
        var shared = (DerivedPayments.Balanced)(Problem(id) with { Payments = new PaymentRule.Balanced(BalancingMethod.DAgva, new PaymentRule.Clarke()) }).Solve().Derived!;
        Assert.Equal(
            golden.Expected.GetProperty("delta").EnumerateArray().Select(Table),
            shared.Exact.Tables.Select(table => table.Select(amount => -amount * (agents - 1)).ToEquatableArray()));
    }

    [Theory, Golden("prop71-home-improvement", "prop71-home-property-rights")]
    public void Rebalanced_payments(string id)
    {
        var golden = GoldenCase.Get(id);
        var hasRights = id == "prop71-home-property-rights";
        PaymentRule rule = hasRights ? new PaymentRule.IndividuallyRational() : new PaymentRule.Clarke();
        var problem = Choices.HomeImprovement(hasRights ? 10 : 0);
        var before = (problem with { Payments = rule }).Solve();
        var solved = (problem with { Payments = new PaymentRule.Balanced(BalancingMethod.Rebalanced, rule) }).Solve();
        Assert.Equal(
            golden.Expected.GetProperty(hasRights ? "ir_vcg_expected_payments" : "E_p").EnumerateArray().Select(GoldenCase.Rational),
            before.Expected!.Payments);
        ExpectPayments(golden.Expected.GetProperty(hasRights ? "payments_pA_pS" : "payments"), solved.Problem);
        Assert.True(Holds(solved, Guarantee.BayesianIncentiveCompatible) && Holds(solved, Guarantee.ExPostBudgetBalanced) && Holds(solved, Guarantee.InterimIndividuallyRational));
        Assert.False(Holds(solved, Guarantee.DominantStrategyIncentiveCompatible));
        var gain = before.Expected.Revenue / 2;
        for (var agent = 0; agent < 2; agent++)
        {
            Assert.Equal(before.Expected.Interim[agent].Select(utility => utility + gain), solved.Expected!.Interim[agent]);
        }

        if (hasRights)
        {
            Assert.Equal(GoldenCase.Rational(golden.Expected.GetProperty("ir_vcg_expected_surplus")), ((DerivedPayments.Balanced)solved.Derived!).Surplus);

            Assert.Equal(golden.Expected.GetProperty("interim_utilities").EnumerateArray().Select(Table), solved.Expected!.Interim);
            var slack = golden.Expected.GetProperty("min_interim_slack").EnumerateArray().Select(GoldenCase.Rational).ToArray();
            Assert.Equal([slack[0] + 10, slack[1]], solved.Expected.Interim.Select(utilities => utilities.Min()));

            // Without regard to the property rights the first types of Alexa lose.
            foreach (var (name, method) in new[] { ("plain_expected_externality_IIR_violations", BalancingMethod.ExpectedExternality), ("dAGVA_IIR_violations", BalancingMethod.DAgva) })
            {
                var plain = (problem with { Payments = new PaymentRule.Balanced(method, new PaymentRule.Clarke()) }).Solve();
                Assert.False(Holds(plain, Guarantee.InterimIndividuallyRational));
                Assert.Equal(
                    golden.Expected.GetProperty(name).EnumerateArray().Select(entry => (entry[0].GetInt32(), Type(entry[1]), GoldenCase.Rational(entry[2]))),
                    Losers(plain, 10));
            }
        }
        else
        {
            Assert.Equal(GoldenCase.Rational(golden.Expected.GetProperty("utility_gain_every_type")), gain);
        }
    }

    [Theory, Golden("dagva-bilateral-uniform")]
    public void Bilateral_trade(string id)
    {
        var expected = GoldenCase.Get(id).Expected;
        var agva = TradeAgva.Of(Trade(new UniformPrior(0, 1), new UniformPrior(0, 1)))!;
        foreach (var (cost, bid) in new[] { 0, 1, 3, 4, 7, 10 }.SelectMany(cost => new[] { 0, 2, 4, 5, 10 }.Select(bid => (new Fraction(cost, 10), new Fraction(bid, 10)))))
        {
            Assert.Equal(((bid * bid) - (cost * cost)) / 2, agva.Payment(cost, bid));
            Assert.Equal((bid * bid / 2) + new Fraction(1, 6), agva.BuyerUtility(bid));
            Assert.Equal((cost * cost / 2) + new Fraction(1, 6), agva.SellerUtility(cost));
        }

        Assert.Equal(GoldenCase.Rational(expected.GetProperty("slack_at_s_1")), agva.WorstSeller.Gain);
        Assert.Equal(GoldenCase.Rational(expected.GetProperty("U_S_at_0.5")), agva.SellerUtility(new Fraction(1, 2)));
        var limit = GoldenCase.Number(expected.GetProperty("seller_IIR_violated_for_s_above"));
        foreach (var (cost, loses) in new[] { (limit - 1e-9, false), (limit + 1e-9, true) })
        {
            var exact = Fraction.FromDouble(cost);
            Assert.Equal(loses, agva.SellerUtility(exact) < exact);
        }

        // Before they know their types both gain: 1/3 each, less the 1/2 that the good is worth to the seller already.
        Assert.Equal(new Fraction(1, 3), agva.BuyerExAnte);
        Assert.Equal(new Fraction(-1, 6), agva.SellerExAnte);
    }

    [Fact]
    public void Bilateral_trade_of_finite_types_by_enumeration()
    {
        double[] costs = [0, 1, 3], values = [1, 2, 4];
        foreach (var (seller, buyer) in new (Prior, Prior)[]
        {
            (new DiscretePrior(costs.ToEquatableArray(), [1, 2, 1]), new DiscretePrior(values.ToEquatableArray(), [3, 1, 2])),
            (new UniformPrior(0, 3), new DiscretePrior(values.ToEquatableArray(), [3, 1, 2])),
        })
        {
            var agva = TradeAgva.Of(Trade(seller, buyer))!;
            if (seller is DiscretePrior finite)
            {
                var atoms = (DiscretePrior)buyer;
                foreach (var (value, truth) in values.Select(value => (value, agva.BuyerUtility(new Fraction((int)value)))))
                {
                    Assert.All(values, report => Assert.True(truth >= Expected(new Fraction((int)value), new Fraction((int)report))));
                    Assert.Equal(truth, Expected(new Fraction((int)value), new Fraction((int)value)));
                }

                Assert.Equal(agva.BuyerExAnte, atoms.ExactValues.Select((value, atom) => atoms.ExactMasses[atom] * agva.BuyerUtility(value)).Aggregate((one, other) => one + other));

                Fraction Expected(Fraction value, Fraction report) => finite.ExactValues
                    .Select((cost, atom) => finite.ExactMasses[atom] * ((report >= cost ? value : Fraction.Zero) - agva.Payment(cost, report)))
                    .Aggregate((one, other) => one + other);
            }

            // What the two expect together is what the good is worth in the better hands.
            var welfare = agva.BuyerExAnte + agva.SellerExAnte;
            Assert.True(welfare > Fraction.Zero);
        }
    }

    private static Problem Trade(Prior seller, Prior buyer) => Choices.HomeImprovement() with
    {
        Environment = new Theory.Problems.Environment(EnvironmentName.BilateralTrade, Kernel.SingleParameter, new UnitTrades(), Absence.TakesOwnGood, new Ownership.EachSeller(), new SocialCost.PerServed(0)),
        Population = new Population.Named([new Agent("Seller", Side.Supplier, seller), new Agent("Buyer", Side.Buyer, buyer)]),
        Payments = new PaymentRule.Balanced(BalancingMethod.DAgva, new PaymentRule.Threshold()),
        Choice = null,
    };

    [Theory, Golden("dagva-correlated-P")]
    public void Dependent_types_break_the_formula(string id)
    {
        var golden = GoldenCase.Get(id);
        var joint = golden.Inputs.GetProperty("joint").EnumerateObject().Select(entry => GoldenCase.Rational(entry.Value)).ToEquatableArray();
        var values = golden.Inputs.GetProperty("values").EnumerateArray().Select(row => GoldenCase.Numbers(row)).ToArray();
        var types = new TypeSpace([2, 2]);
        var space = Beliefs.Of(JointDistribution.FromWeights(types, joint));
        Assert.NotEmpty(space.Joint);

        // One item: the outcome is its owner, the first of equals.
        var worth = values
            .Select((types, agent) => types.Select(type => Enumerable.Range(0, 2).Select(owner => owner == agent ? new Fraction((int)type) : Fraction.Zero).ToEquatableArray()).ToEquatableArray())
            .ToEquatableArray();
        var chosen = Enumerable.Range(0, 4).Select(profile => types.TypesAt(profile) is var at && worth[1][at[1]][1] > worth[0][at[0]][0] ? 1 : 0).ToEquatableArray();
        var delta = Enumerable.Range(0, 2).Select(agent => space.Given(agent, profile => worth[1 - agent][types.TypesAt(profile)[1 - agent]][chosen[profile]])).ToEquatableArray();
        Assert.Equal(golden.Expected.GetProperty("delta").EnumerateArray().Select(row => row.EnumerateArray().Select(GoldenCase.Rational).ToEquatableArray()), delta);
        var payments = Balancing.DAgva(delta);
        var mechanism = new DirectMechanism(space, worth, chosen, Enumerable.Range(0, 4).Select(profile => payments.At(types.TypesAt(profile))).ToEquatableArray());
        Assert.All(mechanism.Payments, row => Assert.True((row[0] + row[1]).IsZero));
        var lie = Lie.InExpectation(InterimTable.Of(mechanism, CancellationToken.None), space);
        var violation = golden.Expected.GetProperty("violations_agent_type_report_truth_dev")[0].EnumerateArray().ToArray();
        Assert.Equal(
            new Lie(violation[0].GetInt32(), violation[1].GetInt32(), violation[2].GetInt32(), GoldenCase.Rational(violation[3]), GoldenCase.Rational(violation[4]), -1),
            lie);

        // The same numbers with independent types of the same marginals: truth is a best reply.
        var apart = Beliefs.Of(JointDistribution.Independent([space.Masses[0], space.Masses[1]]));
        Assert.Empty(apart.Joint);
        var fair = Balancing.DAgva(Enumerable.Range(0, 2).Select(agent => apart.Given(agent, profile => worth[1 - agent][types.TypesAt(profile)[1 - agent]][chosen[profile]])).ToEquatableArray());
        var sound = mechanism with { Beliefs = apart, Payments = Enumerable.Range(0, 4).Select(profile => fair.At(types.TypesAt(profile))).ToEquatableArray() };
        Assert.Null(Lie.InExpectation(InterimTable.Of(sound, CancellationToken.None), apart));
    }

    /// <summary>The problems of the cases: home improvement, a project net of shares of 2, and one item.</summary>
    private static Problem Problem(string id)
    {
        if (id == "ee-home-improvement")
        {
            return Choices.HomeImprovement();
        }

        var inputs = GoldenCase.Get(id).Inputs;
        var types = inputs.GetProperty("types").EnumerateArray().Select(GoldenCase.Numbers).ToArray();
        var weights = inputs.TryGetProperty("probs", out var probabilities)
            ? probabilities.EnumerateArray().Select(row => row.EnumerateArray().Select(GoldenCase.Rational).ToArray()).ToArray()
            : [.. types.Select(own => own.Select(_ => new Fraction(1, own.Length)).ToArray())];
        var isProject = inputs.TryGetProperty("share", out var share);
        var tables = types.Select((own, agent) => new TypeTable(
            own.ToEquatableArray(),
            own.Select(type => isProject
                ? new[] { 0, type - share.GetDouble() }.ToEquatableArray()
                : Enumerable.Range(0, types.Length).Select(owner => owner == agent ? type : 0).ToEquatableArray()).ToEquatableArray())).ToEquatableArray();
        var problem = Choices.OfTypes(isProject ? 2 : types.Length, tables, [.. types.Select(_ => 1.0)], types.Length);

        // Weights are whole numbers in the ratio of the probabilities.
        var agents = ((Population.Named)problem.Population).Agents.Select((agent, index) => agent with
        {
            Prior = new DiscretePrior(types[index].ToEquatableArray(), weights[index].Select(weight => (weight * 12).ToDouble()).ToEquatableArray()),
        });
        return problem with { Population = new Population.Named(agents.ToEquatableArray()) };
    }

    private static void ExpectPayments(JsonElement payments, Problem problem)
    {
        var interpreter = new ChoiceInterpreter(problem);
        foreach (var profile in payments.EnumerateObject())
        {
            var types = profile.Name.Split(',').Select(type => double.Parse(type, CultureInfo.InvariantCulture)).ToArray();
            Assert.Equal(profile.Value.EnumerateArray().Select(GoldenCase.Rational), interpreter.Run(types).Payments);
        }
    }

    private static IEnumerable<(int Agent, double Type, Fraction Slack)> Losers(SolvedChoice solved, int optionOfFirst) =>
        from agent in Enumerable.Range(0, solved.Expected!.Interim.Count)
        from type in Enumerable.Range(0, solved.Expected.Interim[agent].Count)
        let slack = solved.Expected.Interim[agent][type] - (agent == 0 ? optionOfFirst : 0)
        where slack.IsNegative
        select (agent, solved.Survey!.Types[agent][type], slack);

    private static double Type(JsonElement element) => element.ValueKind == JsonValueKind.Number ? element.GetDouble() : GoldenCase.Number(element);

    private static EquatableArray<Fraction> Table(JsonElement table) => table.EnumerateObject().Select(entry => GoldenCase.Rational(entry.Value)).ToEquatableArray();

    private static bool Holds(SolvedChoice solved, Guarantee guarantee) => solved.Evidence.Any(evidence => evidence.Guarantee == guarantee);
}
