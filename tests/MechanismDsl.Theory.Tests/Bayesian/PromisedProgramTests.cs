using CsCheck;
using Fractions;
using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Tests.Bayesian;

/// <summary>
/// Promises at every profile. Where no value equals a cost, payments under which truth is dominant and nobody loses have a greatest one for every profile at once, found by
/// shortest paths for each type of the other agent (Rochet 1987): an answer without a linear program.
/// </summary>
public sealed class PromisedProgramTests
{
    [Fact]
    public void Trades_agree_with_the_greatest_payments_at_every_profile()
    {
        var (expected, atProfiles, possible) = (0, 0, 0);
        Gen.Select(Gen.Int[0, 5].Array[1, 3], Gen.Int[0, 5].Array[1, 3], Gen.Int[1, 4].Array[3], Gen.Int[1, 4].Array[3]).Sample(
            (costs, values, one, other) =>
            {
                // Costs are even, values odd: no tie.
                var (seller, buyer) = (Prior(costs.Select(cost => 2 * cost), one), Prior(values.Select(value => (2 * value) + 1), other));
                var problem = Markets.Trade(seller, buyer) with { Claims = [Guarantee.DominantStrategyIncentiveCompatible, Guarantee.ExPostIndividuallyRational, Guarantee.NoDeficit] };
                var surplus = Greatest(seller, buyer);
                var mean = surplus.Select(row => row.Mass * row.Surplus).Aggregate((left, right) => left + right);
                var missing = surplus.Select(row => row.Surplus.IsNegative ? -row.Mass * row.Surplus : Fraction.Zero).Aggregate((left, right) => left + right);
                switch (PossibilityTest.Of(problem, default))
                {
                    case Possibility.Impossible { IsAtProfiles: true } no:
                        atProfiles++;
                        Assert.False(mean.IsNegative);
                        Assert.Equal(missing, no.LeastSubsidy.Exact);
                        break;
                    case Possibility.Impossible no:
                        expected++;
                        Assert.True(no.Surplus.Exact is { IsNegative: true } most && (most == mean || no.Theorem == PossibilityTest.Trade));
                        Assert.True(mean.IsNegative);
                        break;
                    case Possibility.Possible:
                        possible++;
                        Assert.True(missing.IsZero);
                        break;
                    default:
                        Assert.Fail("silent");
                        break;
                }
            },
            iter: 600);
        Assert.True(expected > 20 && atProfiles > 20 && possible > 50, FormattableString.Invariant($"{expected} {atProfiles} {possible}"));
    }

    /// <summary>What payments leave at each profile, if all are as great as truth and participation allow there.</summary>
    private static List<(Fraction Mass, Fraction Surplus)> Greatest(DiscretePrior seller, DiscretePrior buyer)
    {
        List<(Fraction, Fraction)> rows = [];
        for (var cost = 0; cost < seller.Values.Count; cost++)
        {
            for (var value = 0; value < buyer.Values.Count; value++)
            {
                var buys = buyer.ExactValues.Select(type => buyer.ExactValues.Select(report => report >= seller.ExactValues[cost] ? type : Fraction.Zero).ToArray()).ToArray();
                var sells = seller.ExactValues.Select(type => seller.ExactValues.Select(report => buyer.ExactValues[value] >= report ? -type : Fraction.Zero).ToArray()).ToArray();
                var paid = FiniteTransfers.Greatest(buys, [.. buys.Select(_ => Fraction.Zero)])![value];
                var received = FiniteTransfers.Greatest(sells, [.. sells.Select(_ => Fraction.Zero)])![cost];
                rows.Add((seller.ExactMasses[cost] * buyer.ExactMasses[value], paid + received));
            }
        }

        return rows;
    }

    private static DiscretePrior Prior(IEnumerable<int> values, IEnumerable<int> weights)
    {
        var sorted = values.Distinct().Order().Select(value => (double)value).ToEquatableArray();
        return new(sorted, weights.Take(sorted.Count).Select(weight => (double)weight).ToEquatableArray());
    }
}
