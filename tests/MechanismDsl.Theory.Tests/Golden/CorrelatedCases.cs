using System.Text.Json;
using Fractions;
using MechanismDsl.Theory.Correlated;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.LinearPrograms;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Tests.Correlated;
using MechanismDsl.Theory.Tests.Finite;

namespace MechanismDsl.Theory.Tests.Golden;

/// <summary>Topic 10: beliefs, their condition, and what a seller can extract.</summary>
public sealed class CorrelatedCases
{
    [Theory, Golden("cm-001-3x3")]
    public void Full_extraction(string id)
    {
        var golden = GoldenCase.Get(id);
        var (prior, values) = Symmetric(golden);
        var solution = Sales.Solve([values, values], prior, TieBreaking.Shared);
        var condition = solution.Elicitation.Conditions[0];

        Assert.Equal(Matrix(golden, "posteriors"), [.. condition.Posteriors.Select(row => row.ToArray())]);
        Assert.Equal(golden.Expected.GetProperty("rank").GetInt32(), condition.Rank);
        Assert.Equal(golden.Expected.GetProperty("cm_condition_linear_independence").GetBoolean(), condition.IsLinearlyIndependent);
        Assert.Equal(golden.Expected.GetProperty("cm_condition_cone").GetBoolean(), condition.SeparatesTypes);
        Assert.Equal(Matrix(golden, "belief_elicitation_y_own_report_x_other"), [.. condition.Bets.Select(row => row.ToArray())]);
        Assert.Equal(Matrix(golden, "E_y_true_row_report_col"), [.. Enumerable.Range(0, 3).Select(type => Enumerable.Range(0, 3).Select(report => condition.CostOf(type, report)).ToArray())]);
        Assert.Equal([GoldenCase.Rational(golden.Expected.GetProperty("minimal_multiple_for_BIC")), new(2, 3)], solution.Elicitation.Smallest);
        Assert.Equal([golden.Expected.GetProperty("multiple_used_in_printed_table").GetInt32(), 1], solution.Multiples);

        var printed = golden.Expected.GetProperty("optimal_payments_multiple_1_pairs").EnumerateArray().Select(row => row.EnumerateArray().Select(Row).ToArray()).ToArray();
        for (var agent = 0; agent < 2; agent++)
        {
            Assert.Equal([.. printed.Select(row => row.Select(pair => pair[agent]).ToArray())], Sales.Payments(solution.Table, agent));
        }

        Assert.True(golden.Expected.GetProperty("interim_utilities_all_zero").GetBoolean());
        Assert.All(Enumerable.Range(0, 6), index => Assert.Equal(Fraction.Zero, solution.Table.InterimUtility(prior, index / 3, index % 3, index % 3)));
        Holds(golden, "BIC", solution, Guarantee.BayesianIncentiveCompatible);
        Holds(golden, "interim_IR", solution, Guarantee.InterimIndividuallyRational);
        Holds(golden, "ex_post_IR", solution, Guarantee.ExPostIndividuallyRational);
        Assert.Equal(GoldenCase.Rational(golden.Expected.GetProperty("full_surplus")), solution.FullSurplus);
        Assert.Equal(GoldenCase.Rational(golden.Expected.GetProperty("revenue")), solution.Revenue);
        Assert.Equal(GoldenCase.Rational(golden.Expected.GetProperty("second_price_revenue")), solution.SecondPrice);
        Benchmarks(golden, solution.Mechanism.Design, prior);

        // The misreport that binds: at the smallest multiple type 3 gains nothing by reporting 2, just below it does.
        var binding = golden.Expected.GetProperty("binding_misreport_true_report");
        var below = solution.Elicitation.With([new(659, 1000), new(659, 1000)]);
        var witness = FiniteGuarantees.Witness(below, prior, Guarantee.BayesianIncentiveCompatible)!;
        Assert.Equal((binding[0].GetInt32(), binding[1].GetInt32()), (witness.Type, witness.Report));
        Assert.Null(FiniteGuarantees.Witness(solution.Elicitation.With([new(2, 3), new(2, 3)]), prior, Guarantee.BayesianIncentiveCompatible));
    }

    [Fact]
    public void Lowest_index_ties_of_the_same_sale()
    {
        var (prior, values) = Symmetric(GoldenCase.Get("cm-001-3x3"));
        Assert.Equal([1, new Fraction(1, 3)], Sales.Solve([values, values], prior).Elicitation.Smallest);
    }

    [Theory, Golden("cm-2x2", "cm-violated-*")]
    public void What_beliefs_allow(string id)
    {
        var golden = GoldenCase.Get(id);
        var (prior, values) = Symmetric(golden);
        var solution = Sales.Solve([values, values], prior);
        int[] ranks = [.. solution.Elicitation.Conditions.Select(condition => condition.Rank)];
        Assert.Equal(
            golden.Expected.TryGetProperty("ranks", out var expected)
                ? expected.EnumerateArray().Select(rank => rank.GetInt32())
                : [golden.Expected.GetProperty("rank_posteriors_1").GetInt32(), golden.Expected.GetProperty("rank_posteriors_2").GetInt32()],
            ranks);
        if (golden.Expected.TryGetProperty("linear_independence", out var linear))
        {
            Assert.Equal(linear.EnumerateArray().Select(holds => holds.GetBoolean()), solution.Elicitation.Conditions.Select(condition => condition.IsLinearlyIndependent));
            Assert.Equal(golden.Expected.GetProperty("cone_condition").EnumerateArray().Select(holds => holds.GetBoolean()), solution.Elicitation.Conditions.Select(condition => condition.SeparatesTypes));
            Assert.Equal(golden.Expected.GetProperty("full_extraction").GetBoolean(), solution.IsFull);
        }

        // Where types share a belief, what is extracted is still the optimum of the exact program.
        Assert.Equal(GoldenCase.Rational(golden.Expected.GetProperty("full_surplus")), solution.FullSurplus);
        Assert.Equal(GoldenCase.Rational(golden.Expected.GetProperty("max_revenue_BIC_interim_IR")), solution.Revenue);
        Benchmarks(golden, solution.Mechanism.Design, prior);
        if (golden.Expected.TryGetProperty("second_price_revenue", out var second))
        {
            Assert.Equal(GoldenCase.Rational(second), solution.SecondPrice);
        }
    }

    [Theory, Golden("cm-cone-vs-linear")]
    public void The_cone_is_weaker_than_linear_independence(string id)
    {
        var golden = GoldenCase.Get(id);
        var posteriors = golden.Inputs.GetProperty("posteriors").EnumerateArray().Select(row => Row(row).ToEquatableArray()).ToEquatableArray();
        var condition = BeliefCondition.Of(posteriors, default);

        Assert.Equal(golden.Expected.GetProperty("linear_independence").GetBoolean(), condition.IsLinearlyIndependent);
        Assert.Equal(golden.Expected.GetProperty("cone_condition_per_type").EnumerateArray().Select(holds => holds.GetBoolean()), condition.ConeCombinations.Select(combination => combination is null));
        Assert.Equal(golden.Expected.GetProperty("farkas_separator_exists_per_type").EnumerateArray().Select(holds => holds.GetBoolean()), condition.Bets.Select((_, report) =>
            Enumerable.Range(0, 4).All(type => type == report ? condition.CostOf(type, report).IsZero : condition.CostOf(type, report).IsPositive)));
        var (dependent, weights) = condition.LinearCombination!;
        Assert.All(Enumerable.Range(0, 3), at => Assert.Equal(posteriors[dependent][at], Enumerable.Range(0, 4).Select(type => weights[type] * posteriors[type][at]).Aggregate((sum, term) => sum + term)));
    }

    [Theory, Golden("cm-yet-another-auction")]
    public void Partial_extraction(string id)
    {
        var golden = GoldenCase.Get(id);
        var prior = Joint(golden.Inputs.GetProperty("joint_rows_v0_v2_cols_v1_v4_v5"));
        var solution = Sales.Solve([GoldenCase.Numbers(golden.Inputs.GetProperty("values1")), GoldenCase.Numbers(golden.Inputs.GetProperty("values2"))], prior);
        var (first, second) = (solution.Elicitation.Conditions[0], solution.Elicitation.Conditions[1]);

        Assert.Equal(Matrix(golden, "posteriors_buyer1"), [.. first.Posteriors.Select(row => row.ToArray())]);
        Assert.Equal(Matrix(golden, "posteriors_buyer2"), [.. second.Posteriors.Select(row => row.ToArray())]);
        Assert.Equal((golden.Expected.GetProperty("rank_buyer1").GetInt32(), golden.Expected.GetProperty("rank_buyer2").GetInt32()), (first.Rank, second.Rank));
        Assert.Equal(golden.Expected.GetProperty("cm_condition_buyer2").GetBoolean(), second.SeparatesTypes);
        Assert.Equal([0, 1, 1], second.Classes);
        Assert.Equal(GoldenCase.Rational(golden.Expected.GetProperty("E_y_v1")), second.CostOf(0, 0));
        Assert.Equal(GoldenCase.Rational(golden.Expected.GetProperty("E_y_v4")), second.CostOf(1, 1));
        Assert.Equal([0, golden.Expected.GetProperty("minimal_multiple").GetInt32()], solution.Elicitation.Smallest);
        Assert.Equal([0, new Fraction(9, 2)], solution.Multiples);

        // The printed tables, with the printed multiple.
        var printed = solution.Elicitation.With([0, golden.Expected.GetProperty("multiple_in_printed_table").GetInt32()]);
        Assert.Equal([[0, 0, 0], [2, 0, 0]], Sales.Payments(printed, 0));
        Assert.Equal([[9, 0, 0], [-4, 8, 8]], Sales.Payments(printed, 1));
        Assert.NotNull(FiniteGuarantees.Witness(solution.Elicitation.With([0, new(299, 100)]), prior, Guarantee.BayesianIncentiveCompatible));

        Assert.All(golden.Expected.GetProperty("interim_utilities").EnumerateArray(), entry =>
        {
            var (agent, type) = (entry[0].GetInt32(), entry[1].GetInt32());
            Assert.Equal(GoldenCase.Rational(entry[2]), solution.Table.InterimUtility(prior, agent, type, type));
        });
        Assert.Equal(GoldenCase.Rational(golden.Expected.GetProperty("virtual_value_v4_within_belief_class")), 4 - (5 - 4) * new Fraction(2, 2));
        Assert.Equal(GoldenCase.Rational(golden.Expected.GetProperty("revenue")), solution.Revenue);
        Assert.Equal(GoldenCase.Rational(golden.Expected.GetProperty("full_surplus")), solution.FullSurplus);
        Assert.Equal(GoldenCase.Rational(golden.Expected.GetProperty("information_rent")), solution.FullSurplus - solution.Revenue);
        Holds(golden, "BIC", solution, Guarantee.BayesianIncentiveCompatible);
        Holds(golden, "interim_IR", solution, Guarantee.InterimIndividuallyRational);
        Benchmarks(golden, solution.Mechanism.Design, prior);
    }

    [Theory, Golden("prop715-P")]
    public void Payoff_types_are_independent_given_beliefs(string id)
    {
        var golden = GoldenCase.Get(id);
        var prior = Joint(golden.Inputs.GetProperty("joint"));
        for (var agent = 0; agent < 2; agent++)
        {
            var classes = prior.BeliefClasses(agent);
            var expected = golden.Expected.GetProperty(agent == 0 ? "belief_classes_1" : "belief_classes_2").EnumerateArray().Select(row => row.EnumerateArray().Select(type => type.GetInt32()).ToArray());
            Assert.Equal(expected, Enumerable.Range(0, 3).Select(type => Enumerable.Range(0, 3).Where(other => classes[other] == classes[type]).ToArray()));
        }

        Assert.Equal(golden.Expected.GetProperty("conditionally_independent").GetBoolean(), prior.IsConditionallyIndependent);
        Assert.False(prior.IsIndependent);
    }

    [Theory, Golden("identifiability-two-agents-always-fails")]
    public void Two_agents_are_never_identifiable(string id)
    {
        var golden = GoldenCase.Get(id);
        JointDistribution[] priors = [Symmetric(GoldenCase.Get("cm-001-3x3")).Prior, Joint(GoldenCase.Get("cm-yet-another-auction").Inputs.GetProperty("joint_rows_v0_v2_cols_v1_v4_v5"))];
        Assert.Equal(
            golden.Expected.GetProperty("identifiable").EnumerateArray().Select(holds => holds.GetBoolean()),
            priors.Select(prior => Identifiability.Counterexample(prior, default) is null));
        Assert.All(priors, prior => AssertMimics(prior, Identifiability.Counterexample(prior, default)!.Value));

        // The published witness of the first: half of it, half of the product of its marginals or another one.
        var published = GoldenCase.Get("cm-001-3x3").Expected.GetProperty("identifiability_counterexample_mu").EnumerateObject().Select(entry => GoldenCase.Rational(entry.Value)).ToEquatableArray();
        AssertMimics(priors[0], published);
    }

    [Theory, Golden("identifiability-3p-*")]
    public void Identifiability_of_three_agents(string id)
    {
        var golden = GoldenCase.Get(id);
        var prior = JointDistribution.FromWeights(new TypeSpace([2, 2, 2]), Row(golden.Inputs.GetProperty("pi")));
        var conditions = Enumerable.Range(0, 3).Select(agent => BeliefCondition.Of(prior, agent, default)).ToList();

        Assert.Equal(golden.Expected.GetProperty("identifiable").GetBoolean(), Identifiability.Counterexample(prior, default) is null);
        Assert.Equal(golden.Expected.GetProperty("cm_ranks").EnumerateArray().Select(rank => rank.GetInt32()), conditions.Select(condition => condition.Rank));
        Assert.Equal(golden.Expected.GetProperty("cm_condition").GetBoolean(), conditions.TrueForAll(condition => condition.SeparatesTypes));
        if (golden.Expected.GetProperty("counterexample_mu") is { ValueKind: JsonValueKind.Object } published)
        {
            AssertMimics(prior, published.EnumerateObject().Select(entry => GoldenCase.Rational(entry.Value)).ToEquatableArray());
            AssertMimics(prior, Identifiability.Counterexample(prior, default)!.Value);
        }
    }

    /// <summary>Another distribution of full support, each of whose posteriors is a mixture of the prior's.</summary>
    private static void AssertMimics(JointDistribution prior, EquatableArray<Fraction> masses)
    {
        var other = JointDistribution.FromWeights(prior.Types, masses);
        Assert.NotEqual(prior.Masses, other.Masses);
        Assert.All(Enumerable.Range(0, masses.Count), profile => Assert.True(other.Masses[profile].IsPositive || prior.Masses[profile].IsZero));
        for (var agent = 0; agent < prior.Types.Agents; agent++)
        {
            var posteriors = Enumerable.Range(0, prior.Types.Counts[agent]).Select(type => prior.Posterior(agent, type)).ToList();
            for (var type = 0; type < posteriors.Count; type++)
            {
                var program = new LinearProgram();
                var weights = posteriors.Select((_, report) => program.AddVariable($"weight {report}")).ToList();
                var own = other.Posterior(agent, type);
                for (var at = 0; at < own.Count; at++)
                {
                    program.Constrain($"profile {at}", posteriors.Select((posterior, report) => (posterior, report)).Aggregate(new LinearForm(), (sum, pair) => sum.Add(weights[pair.report], pair.posterior[at])), Relation.Equal, own[at]);
                }

                Assert.IsType<LinearAnswer.Optimal>(program.Solve(default));
            }
        }
    }

    private static void Holds(GoldenCase golden, string name, SolvedExtraction solution, Guarantee guarantee) =>
        Assert.Equal(golden.Expected.GetProperty(name).GetBoolean(), solution.Evidence.Any(evidence => evidence.Guarantee == guarantee));

    /// <summary>What other mechanisms can earn at the most, by exact programs.</summary>
    private static void Benchmarks(GoldenCase golden, FiniteDesign design, JointDistribution prior)
    {
        foreach (var (name, guarantees) in new (string, Guarantee[])[]
        {
            ("max_revenue_BIC_interim_IR", Programs.Bayesian),
            ("max_revenue_DSIC_expost_IR", Programs.Dominant),
            ("max_revenue_DSIC_interim_IR", [Guarantee.DominantStrategyIncentiveCompatible, Guarantee.InterimIndividuallyRational]),
        })
        {
            if (golden.Expected.TryGetProperty(name, out var expected))
            {
                Assert.Equal(GoldenCase.Rational(expected), Programs.MostRevenue(design, prior, guarantees));
            }
        }
    }

    private static (JointDistribution Prior, double[] Values) Symmetric(GoldenCase golden) =>
        (Joint(golden.Inputs.GetProperty("joint")), GoldenCase.Numbers(golden.Inputs.GetProperty("values")));

    private static JointDistribution Joint(JsonElement rows)
    {
        Fraction[][] table = [.. rows.EnumerateArray().Select(Row)];
        return JointDistribution.FromWeights(new TypeSpace([table.Length, table[0].Length]), [.. table.SelectMany(row => row)]);
    }

    private static Fraction[][] Matrix(GoldenCase golden, string name) => [.. golden.Expected.GetProperty(name).EnumerateArray().Select(Row)];

    private static Fraction[] Row(JsonElement row) =>
        [.. row.EnumerateArray().Select(element => element.ValueKind == JsonValueKind.Number ? new Fraction(element.GetInt32()) : GoldenCase.Rational(element))];
}
