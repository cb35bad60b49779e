namespace MechanismDsl.Tests.Outcomes;

public class DecisionTests
{
    private enum Home
    {
        SwimmingPool,
        DanceStudio,
    }

    private static Decision<Home, double> Studio(double first = 1.5) =>
        new(Home.DanceStudio, new[] { first, 0 }, new[] { Home.SwimmingPool, Home.DanceStudio });

    [Fact]
    public void TellsWhoIsPivotal()
    {
        Assert.True(Studio().IsPivotal(0));
        Assert.False(Studio().IsPivotal(1));
        Assert.Equal(Home.SwimmingPool, Studio().Without(0));
        Assert.Equal(2, Studio().Agents);
    }

    [Fact]
    public void ReadsInEveryCultureAlike() => Assert.Equal("DanceStudio; 0 pays 1.5 (instead of SwimmingPool)", Studio().ToString());

    [Fact]
    public void EqualsByContent()
    {
        Assert.Equal(Studio(), Studio());
        Assert.Equal(Studio().GetHashCode(), Studio().GetHashCode());
        Assert.True(Studio() != Studio(2));
    }

    [Fact]
    public void LengthsMustAgree() => Assert.Throws<ArgumentException>(() => new Decision<Home, double>(Home.DanceStudio, new double[2], new Home[1]));
}
