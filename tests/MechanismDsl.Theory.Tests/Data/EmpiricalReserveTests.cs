using CsCheck;
using MechanismDsl.Theory.Data;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Tests.Data;

public sealed class EmpiricalReserveTests
{
    private static BidSample Sample(params double[] values) => new("s", values.ToEquatableArray(), []);

    /// <summary>3 earns 3·5/5, 4 earns 4·4/5 = 16/5, 7 earns 7·2/5, 9 earns 9/5.</summary>
    [Fact]
    public void It_earns_most_from_the_sample() =>
        Assert.Equal(new PostedPrice(4, 0.8, 16.0 / 5), EmpiricalReserve.Of(Sample(3, 7, 4, 9, 4), new DataOptions()));

    /// <summary>0.03·5 and 0.05·3 are both 0.15; in binary 0.05·3 is the larger.</summary>
    [Fact]
    public void Ties_of_the_written_decimals_go_to_the_lowest_price()
    {
        Assert.True(0.05 * 3 > 0.03 * 5);
        Assert.Equal(0.03, EmpiricalReserve.Of(Sample(0.05, 0.03, 0.05, 0.03, 0.05), new DataOptions()).Price);
    }

    /// <summary>With an own value of 5, 6 gains 2·1/4, 8 gains 3·3/4, 12 gains 7·1/4 less than 9/4.</summary>
    [Fact]
    public void The_sellers_own_value_counts() =>
        Assert.Equal(new PostedPrice(8, 0.75, 2.25), EmpiricalReserve.Of(Sample(6, 8, 8, 12), new DataOptions(Own: 5)));

    /// <summary>A buyer of value 10 gains 7·1/4 at a ceiling of 3, 6·3/4 at 4, 2·4/4 at 8.</summary>
    [Fact]
    public void In_procurement_it_is_a_ceiling() =>
        Assert.Equal(new PostedPrice(4, 0.75, 4.5), EmpiricalReserve.Of(Sample(3, 4, 4, 8), new DataOptions(Side: Side.Supplier, Own: 10)));

    /// <summary>At ceilings 4 and 7 a buyer of value 10 gains 6·1 and 3·2: the same, so more are served.</summary>
    [Fact]
    public void In_procurement_ties_go_to_the_highest_ceiling() =>
        Assert.Equal(7, EmpiricalReserve.Of(Sample(4, 7), new DataOptions(Side: Side.Supplier, Own: 10)).Price);

    [Theory]
    [InlineData(Side.Buyer, 20)]
    [InlineData(Side.Supplier, 1)]
    public void Where_nobody_is_worth_serving_it_is_the_own_value(Side side, double own) =>
        Assert.Equal(new PostedPrice(own, 0, 0), EmpiricalReserve.Of(Sample(3, 7), new DataOptions(Side: side, Own: own)));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1e-300, 1e-300)]
    [InlineData(1e15, 1e15)]
    public void A_single_value_is_its_own_reserve(double value, double reserve) =>
        Assert.Equal(new PostedPrice(reserve, 1, reserve), EmpiricalReserve.Of(Sample(value), new DataOptions()));

    [Fact]
    public void Samples_and_options_outside_their_domain_are_refused()
    {
        Assert.Throws<ArgumentException>(() => EmpiricalReserve.Of(Sample(), new DataOptions()));
        Assert.Throws<ArgumentException>(() => EmpiricalReserve.Of(new BidSample("s", [1, 2], [0]), new DataOptions()));
        Assert.Throws<ArgumentOutOfRangeException>(() => EmpiricalReserve.Of(Sample(1), new DataOptions(Own: double.PositiveInfinity)));
        Assert.Throws<ArgumentOutOfRangeException>(() => EmpiricalReserve.Of(Sample(1), new DataOptions(Agents: 0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => EmpiricalReserve.Of(Sample(1), new DataOptions(Bins: 0)));
    }

    /// <summary>Whole numbers, so that the comparison by trying each price is exact.</summary>
    [Fact]
    public void No_price_earns_more_and_no_lower_one_as_much() =>
        Gen.Select(Gen.Int[0, 12].Array[1, 15], Gen.Int[0, 8]).Sample((values, own) =>
        {
            var reserve = EmpiricalReserve.Of(Sample([.. values.Select(value => (double)value)]), new DataOptions(Own: own)).Price;
            var gains = Enumerable.Range(own, 20).ToDictionary(price => price, price => (price - own) * values.Count(value => value >= price));
            var best = gains.Values.Max();
            var candidates = gains.Where(entry => entry.Value == best && values.Contains(entry.Key)).Select(entry => entry.Key).ToArray();
            Assert.Equal(candidates.Length > 0 ? candidates.Min() : own, reserve);
        });
}
