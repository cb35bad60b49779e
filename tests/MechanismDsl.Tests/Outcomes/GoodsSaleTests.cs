namespace MechanismDsl.Tests.Outcomes;

/// <summary>Sales of several goods that may be drawn.</summary>
public class GoodsSaleTests
{
    private static readonly GoodsSale<double> Sale = new(new[] { 0, 0, 0, 1, -1, -1 }, new[] { 0.5, 0.25, 0.25 }, new[] { 2.5, 1.0, 0 });

    [Fact]
    public void It_says_who_gets_what_with_which_probability()
    {
        Assert.Equal((2, 3, 3), (Sale.Goods, Sale.Agents, Sale.Divisions));
        Assert.Equal((0.75, 0.5), (Sale.Probability(0, 0), Sale.Probability(0, 1)));
        Assert.Equal((0.0, 0.25), (Sale.Probability(1, 0), Sale.Probability(1, 1)));
        Assert.Equal([0, 1], Sale.Owners(1).ToArray());
        Assert.Equal("0: good 0 (0.75), good 1 (0.5) at 2.5; 1: good 1 (0.25) at 1", Sale.ToString());
        Assert.Equal("unsold", new GoodsSale<double>(new[] { -1, -1 }, new[] { 1.0 }, new[] { 0.0 }).ToString());
        Assert.Equal("0: nothing at 2", new GoodsSale<double>(new[] { -1 }, new[] { 1.0 }, new[] { 2.0 }).ToString());
    }

    [Fact]
    public void It_is_drawn()
    {
        Assert.Equal([0, 0], Sale.Draw(0.49).ToArray());
        Assert.Equal([0, 1], Sale.Draw(0.5).ToArray());
        Assert.Equal([-1, -1], Sale.Draw(0.99).ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => Sale.Draw(1).ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => Sale.Draw(double.NaN).ToArray());
    }

    [Fact]
    public void Equality_is_by_content()
    {
        var same = new GoodsSale<double>(new[] { 0, 0, 0, 1, -1, -1 }, new[] { 0.5, 0.25, 0.25 }, new[] { 2.5, 1.0, 0 });
        Assert.True(Sale == same && Sale.Equals((object)same) && Sale.GetHashCode() == same.GetHashCode());
        Assert.True(Sale != new GoodsSale<double>(new[] { 0, 0, 0, 1, -1, 1 }, new[] { 0.5, 0.25, 0.25 }, new[] { 2.5, 1.0, 0 }));
        Assert.True(Sale != default);
        Assert.Equal((0, 0, 0), (default(GoodsSale<double>).Goods, default(GoodsSale<double>).Agents, default(GoodsSale<double>).Divisions));
        Assert.Equal("unsold", default(GoodsSale<double>).ToString());
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new GoodsSale<double>(new[] { 0, 0, 0 }, new[] { 0.5, 0.5 }, new[] { 1.0 }));
        Assert.Throws<ArgumentException>(() => new GoodsSale<double>(new[] { 0 }, Array.Empty<double>(), new[] { 1.0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Sale.Probability(3, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Sale.Probability(0, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Sale.Owners(3).ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => Sale.Owners(-1).ToArray());
    }
}
