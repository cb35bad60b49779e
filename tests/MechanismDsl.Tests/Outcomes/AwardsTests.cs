using System.Globalization;

namespace MechanismDsl.Tests.Outcomes;

public sealed class AwardsTests
{
    private static readonly Award<decimal>[] ThreeAgents = [new(1, 4.5m), new(0, 0), new(1, 4.5m)];

    [Fact]
    public void An_outcome_tells_who_is_served_and_what_everybody_pays()
    {
        Awards<decimal> outcome = new(ThreeAgents);
        Assert.Equal(2, outcome.Served);
        Assert.True(outcome[0].IsServed);
        Assert.False(outcome[1].IsServed);
        Assert.Equal(4.5m, outcome[2].Payment);
        Assert.Equal(3, outcome.Agents.Length);
        Assert.Throws<IndexOutOfRangeException>(() => outcome[3]);
    }

    [Fact]
    public void Nobody_is_served_without_reports()
    {
        Assert.Equal(0, default(Awards<double>).Served);
        Assert.True(default(Awards<double>).Agents.IsEmpty);
        Assert.Equal("nobody is served", default(Awards<double>).ToString());
    }

    [Fact]
    public void Outcomes_compare_by_content()
    {
        Awards<decimal> left = new(ThreeAgents);
        Awards<decimal> right = new((Award<decimal>[])ThreeAgents.Clone());
        Assert.True(left == right);
        Assert.True(left.Equals((object)right));
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
        Assert.True(left != new Awards<decimal>(ThreeAgents.AsMemory(0, 2)));
        Assert.True(left != new Awards<decimal>(new Award<decimal>[] { new(1, 4.5m), new(0, 0), new(1, 5m) }));
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void Outcomes_print_in_invariant_culture(string culture)
    {
        var previous = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal("0: 1 at 4.5, 2: 1 at 4.5", new Awards<decimal>(ThreeAgents).ToString());
            Assert.Equal("1: 0.25 at 1.5, 2: 0 at 2", new Awards<double>(new Award<double>[] { new(0, 0), new(.25, 1.5), new(0, 2) }).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = previous;
        }
    }
}
