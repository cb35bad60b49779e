using MechanismDsl.Theory.Data;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Tests.Data;

/// <summary>Expected numbers from a second implementation of SplitMix64 (seed 1981), the draws and the reserve, in exact rationals.</summary>
public sealed class BootstrapTests
{
    private static readonly EquatableArray<double> Values = [3, 7, 4, 9, 4, 12, 5, 8, 8, 20, 21, 1, 9];

    [Fact]
    public void Whole_auctions_are_drawn() =>
        Assert.Equal(new ReserveRange(5, 20), Bootstrap.Of(new BidSample("s", Values, [0, 0, 1, 1, 1, 2, 2, 3, 4, 4, 5, 5, 6]), new DataOptions()));

    [Fact]
    public void Values_are_drawn_where_auctions_are_unknown() =>
        Assert.Equal(new ReserveRange(4, 20), Bootstrap.Of(new BidSample("s", Values, []), new DataOptions()));

    [Fact]
    public void A_sample_without_spread_has_a_range_without_width() =>
        Assert.Equal(new ReserveRange(6, 6), Bootstrap.Of(new BidSample("s", [6, 6, 6], []), new DataOptions()));
}
