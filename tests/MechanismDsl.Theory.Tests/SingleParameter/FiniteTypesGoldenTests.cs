using System.Numerics;
using System.Text.Json;
using Fractions;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.SingleParameter;
using MechanismDsl.Theory.Tests.Golden;

namespace MechanismDsl.Theory.Tests.SingleParameter;

/// <summary>Finite types: every number of the oracle is a rational, and ours must be the same rational.</summary>
public sealed class FiniteTypesGoldenTests
{
    [Theory, Golden("iron-disc-*", "empirical-*")]
    public void Virtual_values_hull_and_ironing_are_the_same_rationals(string id)
    {
        var golden = GoldenCase.Get(id);
        if (id == "iron-disc-asym-1")
        {
            var priors = golden.Inputs.GetProperty("priors").EnumerateArray().ToList();
            for (var agent = 0; agent < priors.Count; agent++)
            {
                var agentTypes = FiniteTypes.Of(PriorOf(priors[agent]));
                Assert.Equal(Rationals(golden.Expected.GetProperty("virtual")[agent]), agentTypes.Virtual);
                Assert.Equal(Rationals(golden.Expected.GetProperty("ironed")[agent]), agentTypes.Ironed);
            }

            return;
        }

        var types = FiniteTypes.Of(PriorOf(golden.Inputs));
        var expected = golden.Expected;
        Assert.Equal(Rationals(expected.GetProperty("virtual")), types.Virtual);
        Assert.Equal(Rationals(expected.GetProperty("ironed")), types.Ironed);
        Assert.Equal(Points(expected.GetProperty("revenue_curve_points_q_R")), types.RevenueCurve);
        Assert.Equal(Points(expected.GetProperty("hull_points_q_R")), types.HullPoints);
    }

    [Theory, Golden("iron-disc-*", "empirical-*")]
    public void Class_blocks_reserve_and_posted_price_agree(string id)
    {
        if (id == "iron-disc-asym-1")
        {
            return;
        }

        var golden = GoldenCase.Get(id);
        var expected = golden.Expected;
        var prior = PriorOf(golden.Inputs);
        var solved = VirtualTypes.Of(prior, CancellationToken.None);
        Assert.Equal(expected.GetProperty("regular").GetBoolean(), solved.Regularity.Class != RegularityClass.Irregular);
        Assert.Equal(RegularityBasis.Exact, solved.Regularity.Basis);
        Assert.Equal(
            expected.GetProperty("ironed_blocks").EnumerateArray().Select(block => (GoldenCase.Number(block[0]), GoldenCase.Number(block[1]))),
            solved.Regularity.Ironed.Select(block => (block.From, block.To)));
        var reserve = solved.Score.LowestMeeting(0);
        Assert.Equal(GoldenCase.Number(expected.GetProperty("lowest_served_value_with_ironed_ge_0")), reserve);
        Assert.Equal(GoldenCase.Number(expected.GetProperty("monopoly_price_lowest_argmax")), solved.MonopolyPrice());
        GoldenCase.Near(expected.GetProperty("posted_price_revenue"), reserve * (prior.Survival(reserve) + prior.MassAt(reserve)));
    }

    private static DiscretePrior PriorOf(JsonElement inputs)
    {
        var probabilities = Rationals(inputs.GetProperty("probs"));
        var denominator = probabilities.Aggregate(BigInteger.One, (product, share) => product * share.Denominator);
        return new DiscretePrior(
            GoldenCase.Numbers(inputs.GetProperty("values")).ToEquatableArray(),
            probabilities.Select(share => (share * denominator).ToDouble()).ToEquatableArray());
    }

    private static EquatableArray<Fraction> Rationals(JsonElement array) => array.EnumerateArray().Select(GoldenCase.Rational).ToEquatableArray();

    private static EquatableArray<RevenuePoint> Points(JsonElement array) =>
        array.EnumerateArray().Select(point => new RevenuePoint(GoldenCase.Rational(point[0]), GoldenCase.Rational(point[1]))).ToEquatableArray();
}
