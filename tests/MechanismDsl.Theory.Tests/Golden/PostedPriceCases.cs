using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter.Equilibria;
using MechanismDsl.Theory.Tests.SingleParameter;

namespace MechanismDsl.Theory.Tests.Golden;

/// <summary>Topic 04: one buyer.</summary>
public sealed class PostedPriceCases
{
    [Theory, Golden("posted-U*", "posted-exp-*")]
    public void The_optimal_mechanism_for_one_buyer_is_a_price(string id)
    {
        var golden = GoldenCase.Get(id);
        Prior prior = golden.Inputs.TryGetProperty("lambda", out var rate)
            ? new ExponentialPrior(GoldenCase.Number(rate))
            : Uniform(golden.Inputs.GetProperty("prior").GetString()!);
        var problem = SingleItem.Alike(Objective.RevenueOptimal, 1, prior);
        var solved = problem.Solve();
        var price = GoldenCase.Number(golden.Expected.GetProperty("price"));
        GoldenCase.Near(golden.Expected.GetProperty("price"), solved.Agents[0].LowestServed);
        GoldenCase.Near(golden.Expected.GetProperty("expected_revenue"), Assert.Single(solved.Numbers).Revenue);
        Assert.Equal(price, problem.Run(price + 1).Payments[0], 1e-12);
        Assert.Equal(-1, problem.Run(price - 0.001).Winner);

        var posted = SingleItem.Alike(Objective.FirstToAccept, 1, prior) with { Payments = new PaymentRule.Posted(price) };
        GoldenCase.Near(golden.Expected.GetProperty("expected_revenue"), Assert.Single(posted.Solve().Numbers).Revenue);
    }

    [Theory, Golden("posted-envelope-f(t)=t")]
    public void Envelope_payment_of_a_lottery(string id)
    {
        var expected = GoldenCase.Get(id).Expected;
        foreach (var (type, payment) in GoldenCase.Table(expected.GetProperty("payments_at")))
        {
            Assert.Equal(payment, EnvelopePayment.Of(chance => chance, type), 1e-14);
        }

        var quadrature = new TanhSinh(1);
        quadrature.Add((type, _, values) => values[0] = EnvelopePayment.Of(chance => chance, type));
        GoldenCase.Near(expected.GetProperty("expected_revenue"), quadrature.Sum[0]);
    }

    [Theory, Golden("posted-step-P")]
    public void Envelope_payment_of_steps(string id)
    {
        var golden = GoldenCase.Get(id);
        var steps = golden.Inputs.GetProperty("steps_threshold_level").EnumerateArray()
            .Select(GoldenCase.Numbers)
            .Select(step => new AllocationStep(step[0], step[1]))
            .ToEquatableArray();
        foreach (var (type, payment) in GoldenCase.Table(golden.Expected.GetProperty("payments")))
        {
            Assert.Equal(payment, EnvelopePayment.OfSteps(steps, type), 1e-15);
        }
    }

    private static UniformPrior Uniform(string name)
    {
        var ends = name[2..^1].Split(',').Select(end => double.Parse(end, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        return new(ends[0], ends[1]);
    }
}
