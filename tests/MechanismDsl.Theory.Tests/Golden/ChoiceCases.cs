using System.Text.Json;
using Fractions;
using MechanismDsl.Theory.MultiParameter;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Tests.MultiParameter;

namespace MechanismDsl.Theory.Tests.Golden;

/// <summary>Topics 05 and 12: finitely many outcomes through the interpreter.</summary>
public sealed class ChoiceCases
{
    [Theory, Golden("vcg-finite-*")]
    public void Clarke_payments_and_pivotal_agents(string id)
    {
        var golden = GoldenCase.Get(id);
        var values = Rows(golden.Inputs.GetProperty("values"));
        var costs = golden.Inputs.GetProperty("cost") is { ValueKind: JsonValueKind.Array } cost ? GoldenCase.Numbers(cost) : [];
        var outcome = new ChoiceInterpreter(Choices.Reported(values[0].Count, costs)).Run(values);
        Assert.Equal(golden.Expected.GetProperty("chosen").GetInt32(), outcome.Chosen);
        Assert.Equal(Numbers(golden.Expected.GetProperty("payments")), outcome.Payments);
        Assert.Equal(
            golden.Expected.GetProperty("pivotal").EnumerateArray().Select(pivotal => pivotal.GetBoolean()),
            values.Select((_, agent) => outcome.IsPivotal(agent)));
    }

    [Theory, Golden("vcg-home-improvement-81")]
    public void Home_improvement(string id)
    {
        var expected = GoldenCase.Get(id).Expected;
        var solved = Choices.HomeImprovement().Solve();
        var interpreter = new ChoiceInterpreter(solved.Problem);
        foreach (var row in expected.GetProperty("profiles_A_S_choice_pA_pS").EnumerateArray().Select(row => row.EnumerateArray().ToArray()))
        {
            var outcome = interpreter.Run([row[0].GetDouble(), row[1].GetDouble()]);
            Assert.Equal(row[2].GetString() == "S" ? 0 : 1, outcome.Chosen);
            Assert.Equal([GoldenCase.Rational(row[3]), GoldenCase.Rational(row[4])], outcome.Payments);
        }

        Assert.Equal(GoldenCase.Rational(expected.GetProperty("expected_total_payment")), solved.Expected!.Revenue);
        Assert.All(solved.Expected.Payments, payment => Assert.Equal(GoldenCase.Rational(expected.GetProperty("expected_payment_each")), payment));
        Assert.Equal(new Fraction(580, 27), solved.Expected.Welfare);
        Assert.Equal(new Fraction(expected.GetProperty("count_D").GetInt32(), 81), solved.Expected.Chosen[1]);
        Assert.Equal(new Fraction(expected.GetProperty("count_with_nonzero_payment").GetInt32(), 81), solved.Expected.Paying);
    }

    [Theory, Golden("irvcg-home-0-0", "irvcg-home-10-0", "irvcg-home-12-0")]
    public void Payments_up_to_the_limit_of_participation(string id)
    {
        var golden = GoldenCase.Get(id);
        var problem = Choices.HomeImprovement(GoldenCase.Number(golden.Inputs.GetProperty("IR_A"))) with { Payments = new PaymentRule.IndividuallyRational() };
        var solved = problem.Solve();
        var interpreter = new ChoiceInterpreter(problem);
        foreach (var profile in golden.Expected.GetProperty("payments_pA_pS").EnumerateObject())
        {
            var types = profile.Name.Split(',').Select(type => double.Parse(type, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
            Assert.Equal(Numbers(profile.Value), interpreter.Run(types).Payments);
        }

        Assert.Equal(GoldenCase.Rational(golden.Expected.GetProperty("expected_welfare")), solved.Expected!.Welfare);
        Assert.Equal(GoldenCase.Rational(golden.Expected.GetProperty("expected_surplus")), solved.Expected.Revenue);
        Assert.Contains(solved.Evidence, evidence => evidence.Guarantee == Guarantee.ExPostIndividuallyRational);
        Assert.True(solved.Survey!.LeastGain.Amount.IsZero);
    }

    [Theory, Golden("vcg-public-project-*")]
    public void Public_project_with_equal_shares(string id)
    {
        var golden = GoldenCase.Get(id);
        var values = GoldenCase.Numbers(golden.Inputs.GetProperty("values"));
        var interpreter = new ChoiceInterpreter(Choices.Project(golden.Inputs.GetProperty("cost").GetDouble(), values.Length));
        var outcome = interpreter.Run(values);
        Assert.Equal(golden.Expected.GetProperty("built").GetBoolean(), outcome.Chosen == 1);
        Assert.Equal(Numbers(golden.Expected.GetProperty("total_paid_if_built")), outcome.Payments);
        Assert.Equal(
            Numbers(golden.Expected.GetProperty("pivot_taxes")),
            outcome.Payments.Select((payment, agent) => payment - interpreter.Share(agent, outcome.Chosen, values.Length)).ToEquatableArray());
        Assert.Equal(
            GoldenCase.Rational(golden.Expected.GetProperty("budget_surplus")),
            outcome.Payments.Aggregate(-interpreter.Cost(outcome.Chosen), (sum, payment) => sum + payment));
    }

    [Theory, Golden("pareto-*")]
    public void Pareto_improvements(string id)
    {
        var golden = GoldenCase.Get(id);
        var improvement = ParetoCheck.Of(
            Rows(golden.Inputs.GetProperty("values")), golden.Inputs.GetProperty("chosen").GetInt32(), Numbers(golden.Inputs.GetProperty("payments")), []);
        Assert.Equal(golden.Expected.GetProperty("pareto_optimal").GetBoolean(), improvement is null);
        if (improvement is not null)
        {
            Assert.Equal(golden.Expected.GetProperty("better_alternative").GetInt32(), improvement.Alternative);
            Assert.Equal(GoldenCase.Rational(golden.Expected.GetProperty("delta")), improvement.Delta);
            Assert.Equal(Numbers(golden.Expected.GetProperty("improving_payments")), improvement.Payments);
            Assert.Equal(GoldenCase.Rational(golden.Expected.GetProperty("gain_each")), improvement.Gain);
        }
    }

    private static List<IReadOnlyList<Fraction>> Rows(JsonElement matrix) => [.. matrix.EnumerateArray().Select(row => (IReadOnlyList<Fraction>)Numbers(row))];

    private static EquatableArray<Fraction> Numbers(JsonElement array) => array.EnumerateArray().Select(GoldenCase.Rational).ToEquatableArray();
}
