using CsCheck;
using MechanismDsl.Proofs.Evaluation;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Proofs.Tests.Evaluation;

public class DomainValuesTests
{
    private static readonly Domain[] _domains =
    [
        new Domain.Interval(0, 100), new Domain.Interval(-7.5, 1e15), new Domain.Interval(0.1, 0.1), new Domain.Integers(-3, 40, IsLong: false),
        new Domain.Integers(long.MinValue, long.MaxValue, IsLong: true), new Domain.Grid(0, 100, 2), new Domain.Grid(0.05m, 1000000000000000m, 4),
        new Domain.Finite([Scalar.Of(1.0), Scalar.Of(2.5), Scalar.Of(9.0)]), new Domain.Finite([Scalar.Of(false), Scalar.Of(true)]),
    ];

    private static readonly Gen<(Domain Domain, double First, double Second)> _samples = Gen.Select(
        Gen.Int[0, _domains.Length - 1].Select(index => _domains[index]), Gen.OneOf(Gen.Double[-10, 110], Gen.Double, Gen.Int[-5, 120].Select(value => (double)value)), Gen.Double[-10, 110]);

    [Fact]
    public void SnappedNumbers_AreInTheDomain() => _samples.Sample(
        sample =>
        {
            Assert.True(sample.Domain.Contains(sample.Domain.Snap(sample.First)));
            Assert.True(sample.Domain.Contains(sample.Domain.Smallest()));
            Assert.True(sample.Domain.Contains(sample.Domain.Largest()));
            Assert.Equal(sample.Domain.Snap(sample.First), sample.Domain.Snap(sample.Domain.Snap(sample.First).ToNumber()));
        },
        iter: 2_000);

    [Fact]
    public void Midpoints_LieStrictlyBetween_AndNeighboursHaveNone() => _samples.Sample(
        sample =>
        {
            var domain = sample.Domain;
            var (one, two) = (domain.Snap(sample.First), domain.Snap(sample.Second));
            var (low, high) = OutcomeEvaluator.Compare(one, two) <= 0 ? (one, two) : (two, one);
            if (domain.TryMidpoint(low, high, out var middle))
            {
                Assert.True(domain.Contains(middle));
                Assert.True(OutcomeEvaluator.Compare(low, middle) < 0 && OutcomeEvaluator.Compare(middle, high) < 0);
            }

            var next = domain.Neighbour(low, 1);
            Assert.True(domain.Contains(next));
            Assert.False(domain.TryMidpoint(low, next, out _));
            Assert.Equal(OutcomeEvaluator.Compare(low, domain.Largest()) < 0, OutcomeEvaluator.Compare(low, next) < 0);
            Assert.Equal(next == low ? domain.Neighbour(low, -1) : low, domain.Neighbour(next, -1));
        },
        iter: 2_000);

    [Fact]
    public void Doubles_AreHalvedInTheirOrder()
    {
        var domain = new Domain.Interval(-1, 1);
        Assert.Equal(Math.BitDecrement(0.0), domain.Neighbour(Scalar.Of(0.0), -1).AsDouble);
        Assert.Equal(Scalar.Of(0.0), domain.Neighbour(Scalar.Of(-double.Epsilon), 1));
        Assert.False(domain.Contains(Scalar.Of(-0.0)));
        var (low, high, halvings) = (domain.Smallest(), domain.Largest(), 0);
        while (domain.TryMidpoint(low, high, out var middle))
        {
            (low, high, halvings) = (middle.AsDouble < 0.3 ? middle : low, middle.AsDouble < 0.3 ? high : middle, halvings + 1);
        }

        Assert.Equal((Math.BitDecrement(0.3), 0.3), (low.AsDouble, high.AsDouble));
        Assert.InRange(halvings, 50, 64);
    }

    [Fact]
    public void FiniteDomains_AreCounted()
    {
        Assert.Equal(101, new Domain.Grid(0, 1, 2).CountUpTo(1000));
        Assert.Null(new Domain.Grid(0, 1, 2).CountUpTo(100));
        Assert.Equal([Scalar.Of(3), Scalar.Of(4), Scalar.Of(5)], new Domain.Integers(3, 5, IsLong: false).All());
        Assert.Null(new Domain.Interval(0, 1).CountUpTo(int.MaxValue));
        Assert.Equal(11, new Domain.Grid(0, 1, 1).All().Length);
    }
}
