using MechanismDsl.Tool.Tests.Support;

namespace MechanismDsl.Tool.Tests.Reports;

/// <summary>Numbers on pages are those of the theory: golden cases, and areas of regions that are probabilities.</summary>
public class PageNumberTests
{
    [Theory]
    [InlineData("TwoBuyers", "<dd>6</dd>", "<dd>9</dd>", "<dd>6.33333333</dd>", "<dd>0.0833333</dd>")]
    [InlineData("Bimodal", "<td class=\"number\">1.76423503277</td>", "<td class=\"number\">2.37486696102</td>", "[2.381966011, 4.381966011] at 0.7639320225")]
    [InlineData("House", "<dd>0.25</dd>", "<dd>9/64</dd>", "<dd>1/6</dd>", "<dd>84.38 %</dd>")]
    [InlineData("Bridge", "<dd>1.25</dd>")]
    [InlineData("HomeImprovement", "<dd>580/27</dd>", "<dd>20/27</dd>", "<td class=\"number\">44/9</td>", "<td class=\"number\">152/9</td>")]
    [InlineData("CorrelatedSale", "<dd>2.3</dd>")]
    [InlineData("Buyout", "<dd>1/12</dd>", "<dd>0.2113 to 0.7887</dd>")]
    [InlineData("IncomeTax", "<dd>419/210</dd>")]
    [InlineData("Sourcing", "<dd>0.5</dd>", "ceiling 0.5: 0.416667")]
    public void Golden_numbers_stand_on_the_page(string name, params string[] numbers) =>
        Assert.All(numbers, number => Assert.Contains(number, Gallery.Page(name), StringComparison.Ordinal));

    [Fact]
    public void Regions_of_uniform_values_have_the_areas_of_their_probabilities()
    {
        // North wins for s ≤ n + 3 with n ≥ 6, though South values it more between n and n + 3: 18/216 = 1/12, the probability that the item goes to the wrong agent.
        var areas = Areas("TwoBuyers");
        var all = areas.Values.Sum();
        Assert.Equal(54 / 216.0, areas["unsold"] / all, 4);
        Assert.Equal(54 / 216.0, areas["North gets it"] / all, 4);
        Assert.Equal(18 / 216.0, areas["North gets it, though South values it more"] / all, 4);
        Assert.Equal(90 / 216.0, areas["South gets it"] / all, 4);
    }

    [Fact]
    public void Trade_happens_with_the_probability_of_its_region()
    {
        var areas = Areas("House");
        Assert.Equal(9 / 32.0, areas["trade"] / areas.Values.Sum(), 4);
        Assert.Equal(7 / 32.0, areas["no trade, though it would be worth it"] / areas.Values.Sum(), 4);
        var posted = Areas("Posted");
        Assert.Equal(1 / 4.0, posted["trade"] / posted.Values.Sum(), 4);
        Assert.Equal(1 / 4.0, posted["no trade, though it would be worth it"] / posted.Values.Sum(), 4);
        var bridge = Areas("Bridge");
        Assert.Equal(9 / 32.0, bridge["carried out"] / bridge.Values.Sum(), 4);
    }

    [Fact]
    public void Pages_are_the_same_in_every_culture()
    {
        var before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = new System.Globalization.CultureInfo("de-DE");
            var entry = Gallery.Entries.Single(one => one.Declared.Name == "TwoBuyers");
            Assert.Equal(Gallery.Page("TwoBuyers"), Tool.Reports.Pages.MechanismPage.Write(entry.Declared, entry.Solution, "code < more & \"quotes\"", CancellationToken.None));
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    /// <summary>The areas of the regions of a page's figure of all profiles, by their names.</summary>
    private static Dictionary<string, double> Areas(string name) => Drawings.Parse(Gallery.Page(name)).Descendants(Drawings.Svg + "path")
        .Where(path => path.Attribute("class")?.Value.StartsWith("region", StringComparison.Ordinal) == true)
        .ToDictionary(path => path.Element(Drawings.Svg + "title")!.Value, path => Drawings.Area(path.Attribute("d")!.Value));
}
