using CsCheck;
using Fractions;
using MechanismDsl.Theory.Correlated;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Tests.Correlated;

/// <summary>Where beliefs come from: a common prior, or none, with the bet that says so.</summary>
public sealed class CommonPriorTests
{
    /// <summary>The posteriors of a prior of full support come from a prior with the same posteriors.</summary>
    [Fact]
    public void PosteriorsComeFromTheirPrior() => (
        from counts in Gen.Int[1, 3].Array[2, 3]
        from weights in Gen.Int[1, 9].Array[counts.Aggregate(1, (product, count) => product * count)]
        select (counts, weights)).Sample(sample =>
    {
        var types = new TypeSpace(sample.counts.ToEquatableArray());
        var prior = JointDistribution.FromWeights(types, [.. sample.weights.Select(weight => new Fraction(weight))]);
        var common = Assert.IsType<BeliefOrigin.Common>(CommonPrior.Of(types, Beliefs(prior), default));
        Assert.Equal(prior.Masses, common.Masses);
    }, iter: 200);

    /// <summary>Any beliefs: the prior that is found has them as its posteriors, or the bet balances at every profile and every type gains.</summary>
    [Fact]
    public void OneOfBothIsTrue()
    {
        var (common, bets) = (0, 0);
        (from counts in Gen.Int[1, 3].Array[1, 3]
         from weights in Gen.Int[0, 2].Array[counts.Sum() * 9]
         select (counts, weights)).Sample(sample =>
        {
            var types = new TypeSpace(sample.counts.ToEquatableArray());
            var at = 0;
            var beliefs = Enumerable.Range(0, types.Agents).Select(agent => Enumerable.Range(0, types.Counts[agent]).Select(_ =>
            {
                // A row of zeros is evened out.
                var row = Enumerable.Range(0, types.Others(agent)).Select(_ => sample.weights[at++ % sample.weights.Length]).ToList();
                return row.Select(weight => row.Sum() == 0 ? new Fraction(1, row.Count) : new Fraction(weight, row.Sum())).ToEquatableArray();
            }).ToEquatableArray()).ToEquatableArray();
            switch (CommonPrior.Of(types, beliefs, default))
            {
                case BeliefOrigin.Common(var masses):
                    Interlocked.Increment(ref common);
                    Assert.Equal(Fraction.One, masses.Aggregate((one, other) => one + other));
                    Assert.All(masses, mass => Assert.False(mass.IsNegative));
                    for (var profile = 0; profile < types.Profiles; profile++)
                    {
                        for (var agent = 0; agent < types.Agents; agent++)
                        {
                            var type = types.TypeAt(profile, agent);
                            var own = Enumerable.Range(0, types.Others(agent)).Aggregate(Fraction.Zero, (sum, others) => sum + masses[types.Join(agent, type, others)]);
                            Assert.Equal(masses[profile], own * beliefs[agent][type][types.OthersOf(profile, agent)]);
                        }
                    }

                    break;
                case BeliefOrigin.Bet(var payments, var gains):
                    Interlocked.Increment(ref bets);
                    Assert.All(payments, row => Assert.Equal(Fraction.Zero, row.Aggregate((one, other) => one + other)));
                    for (var agent = 0; agent < types.Agents; agent++)
                    {
                        for (var type = 0; type < types.Counts[agent]; type++)
                        {
                            var gain = Enumerable.Range(0, types.Others(agent)).Aggregate(Fraction.Zero, (sum, others) => sum - (beliefs[agent][type][others] * payments[types.Join(agent, type, others)][agent]));
                            Assert.Equal(gain, gains[agent][type]);
                            Assert.True(gain >= Fraction.One);
                        }
                    }

                    break;
            }
        }, iter: 400);
        Assert.True(common > 20 && bets > 20);
    }

    /// <summary>Numbers far apart: what differs by one part in 10⁴⁰ is no common prior, and the bet says so exactly.</summary>
    [Fact]
    public void NoDifferenceIsTooSmall()
    {
        Fraction huge = new(System.Numerics.BigInteger.Pow(10, 40));
        var prior = JointDistribution.FromWeights(new TypeSpace([2, 2]), [huge, 1, 1, huge]);
        Assert.Equal(prior.Masses, Assert.IsType<BeliefOrigin.Common>(CommonPrior.Of(prior.Types, Beliefs(prior), default)).Masses);
        var other = JointDistribution.FromWeights(new TypeSpace([2, 2]), [huge, 1, 1, huge + 1]);
        var bet = Assert.IsType<BeliefOrigin.Bet>(CommonPrior.Of(prior.Types, [Beliefs(prior)[0], Beliefs(other)[1]], default));
        Assert.All(bet.Gains.SelectMany(row => row), gain => Assert.True(gain >= Fraction.One));
        Assert.All(bet.Payments, row => Assert.Equal(Fraction.Zero, row[0] + row[1]));
    }

    [Fact]
    public void TablesAreChecked()
    {
        var types = new TypeSpace([2, 2]);
        Assert.Throws<ArgumentException>(() => CommonPrior.Of(types, [], default));
        Assert.Throws<ArgumentException>(() => CommonPrior.Of(types, [[[1, 0], [0, 1]], [[1, 1], [0, 1]]], default));
        Assert.Throws<ArgumentException>(() => CommonPrior.Of(types, [[[2, -1], [0, 1]], [[1, 0], [0, 1]]], default));
    }

    private static EquatableArray<EquatableArray<EquatableArray<Fraction>>> Beliefs(JointDistribution prior) => Enumerable.Range(0, prior.Types.Agents)
        .Select(agent => Enumerable.Range(0, prior.Types.Counts[agent]).Select(type => prior.Posterior(agent, type)).ToEquatableArray()).ToEquatableArray();
}
