using System.Globalization;

namespace MechanismDsl.Tests.Outcomes;

public sealed class SaleTests
{
    [Fact]
    public void Unsold_has_no_winner_and_no_price()
    {
        Assert.False(Sale<decimal>.Unsold.IsSold);
        Assert.Equal((-1, 0m), (Sale<decimal>.Unsold.Winner, Sale<decimal>.Unsold.Price));
        Assert.True(new Sale<double>(0, 8).IsSold);
    }

    [Fact]
    public void Shared_outcomes_compare_by_content()
    {
        SharedSale<double> left = new(new Share<double>[] { new(.5, 3), new(.5, 3) });
        SharedSale<double> right = new(new Share<double>[] { new(.5, 3), new(.5, 3) });
        SharedSale<double> other = new(new Share<double>[] { new(.5, 3), new(.5, 4) });
        Assert.True(left == right);
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
        Assert.True(left != other);
        Assert.True(left.IsSold);
        Assert.False(default(SharedSale<double>).IsSold);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void Shared_outcomes_print_in_invariant_culture(string culture)
    {
        var previous = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal("0: 0.5 at 1.5, 2: 0.5 at 1.5", new SharedSale<double>(new Share<double>[] { new(.5, 1.5), new(0, 0), new(.5, 1.5) }).ToString());
            Assert.Equal("unsold", default(SharedSale<double>).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = previous;
        }
    }
}
