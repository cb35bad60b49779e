using System.Xml.Linq;
using MechanismDsl.Tool.Tests.Support;

namespace MechanismDsl.Tool.Tests.Reports;

/// <summary>What every page of every family must be: one well-formed file that needs no other, whose drawings stay inside their frames and whose texts can be read.</summary>
public class PageTests
{
    public static TheoryData<string> Names => [.. Gallery.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Pages_are_well_formed_and_need_no_other_file(string name) => Check(Gallery.Page(name), links: []);

    [Fact]
    public void The_map_links_to_the_pages_alone() => Check(Gallery.Map, [.. Gallery.Names.Select(name => name + ".html")]);

    [Theory]
    [MemberData(nameof(Names))]
    public void Drawings_stay_inside_their_frames(string name) => CheckDrawings(Gallery.Page(name));

    [Fact]
    public void The_map_stays_inside_its_frames() => CheckDrawings(Gallery.Map);

    [Theory]
    [MemberData(nameof(Names))]
    public void Texts_of_drawings_do_not_run_into_each_other(string name)
    {
        foreach (var svg in Drawings.Parse(Gallery.Page(name)).Figures())
        {
            var texts = svg.Texts().ToList();
            for (var one = 0; one < texts.Count; one++)
            {
                for (var other = one + 1; other < texts.Count; other++)
                {
                    Assert.False(texts[one].Box.Meets(texts[other].Box), $"{svg.Element(Drawings.Svg + "title")!.Value}: '{texts[one].Text}' and '{texts[other].Text}' overlap");
                }
            }
        }
    }

    [Theory]
    [InlineData("TwoBuyers", "regions", "by-reserve", "virtual-0", "virtual-1", "revenue-0", "revenue-1", "interim-chance", "interim-payment", "interim-utility")]
    [InlineData("Bimodal", "regions", "by-count", "by-reserve", "virtual-0", "revenue-0", "interim-chance", "interim-payment", "interim-utility")]
    [InlineData("Banner", "regions", "by-count", "hold-out-0", "virtual-0", "revenue-0", "interim-chance", "interim-payment", "interim-utility")]
    [InlineData("Slots", "by-count", "virtual-0", "revenue-0")]
    [InlineData("House", "regions")]
    [InlineData("Posted", "regions")]
    [InlineData("Grain", "regions")]
    [InlineData("Best", "interim")]
    [InlineData("Bridge", "regions")]
    [InlineData("HomeImprovement", "regions", "interim")]
    [InlineData("Buyout", "shares")]
    [InlineData("IncomeTax", "tax-output", "tax-marginal")]
    [InlineData("SmoothTax", "tax-output", "tax-marginal")]
    [InlineData("CorrelatedSale")]
    [InlineData("Licences")]
    [InlineData("SponsoredSearch")]
    [InlineData("Impossible")]
    public void A_figure_is_drawn_where_it_applies(string name, params string[] figures) => Assert.Equal(
        figures,
        Drawings.Parse(Gallery.Page(name)).Descendants().Where(one => one.Name.LocalName == "figure").Select(one => one.Attribute("id")!.Value));

    [Fact]
    public void A_declaration_with_errors_says_what_is_wrong_and_claims_nothing()
    {
        var page = Gallery.Page("Impossible");
        Assert.Contains("<h2>What is wrong</h2>", page, StringComparison.Ordinal);
        Assert.Contains("MECH3023", page, StringComparison.Ordinal);
        Assert.Contains("-1/6", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"holds\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("In pictures", page, StringComparison.Ordinal);
        Assert.Contains("impossible: surplus −1/6", Gallery.Map, StringComparison.Ordinal);
    }

    [Fact]
    public void What_users_write_is_escaped()
    {
        Assert.Contains("Gallery &amp; &lt;more&gt;", Gallery.Map, StringComparison.Ordinal);
        Assert.Contains("bids &amp; &lt;offers&gt;.csv", Gallery.Page("Banner"), StringComparison.Ordinal);
        Assert.Contains("code &lt; more &amp; &quot;quotes&quot;", Gallery.Page("Banner"), StringComparison.Ordinal);
    }

    private static void Check(string page, HashSet<string> links)
    {
        var document = Drawings.Parse(page);
        var all = document.Descendants().ToList();
        Assert.DoesNotContain(all, one => one.Name.LocalName is "script" or "link" or "img" or "iframe" or "object");
        foreach (var attribute in all.Attributes())
        {
            var isReference = attribute.Name.LocalName is "href" or "src" or "data" or "action";
            Assert.True(!isReference || links.Contains(attribute.Value), $"{attribute} refers to another file");
            Assert.True(!attribute.Value.Contains("url(", StringComparison.Ordinal) || attribute.Value.StartsWith("url(#", StringComparison.Ordinal), $"{attribute} refers to another file");
        }

        Assert.DoesNotContain(all.Where(one => one.Name.LocalName == "style"), style => style.Value.Contains("url(", StringComparison.Ordinal) || style.Value.Contains("@import", StringComparison.Ordinal));
        var ids = all.Attributes("id").Select(id => id.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        foreach (var attribute in all.Attributes().Where(one => one.Value.StartsWith("url(#", StringComparison.Ordinal)))
        {
            Assert.Contains(attribute.Value[5..^1], ids);
        }

        Assert.All(all.Where(one => one.Name.LocalName == "th"), heading => Assert.Contains(heading.Attribute("scope")?.Value, (string[])["col", "row"]));
        Assert.All(document.Figures().Where(svg => svg.Attribute("aria-hidden") is null), svg =>
        {
            Assert.Equal("img", svg.Attribute("role")?.Value);
            Assert.All(svg.Attribute("aria-labelledby")!.Value.Split(' '), id => Assert.Contains(id, ids));
            Assert.False(string.IsNullOrWhiteSpace(svg.Element(Drawings.Svg + "title")!.Value));
            Assert.False(string.IsNullOrWhiteSpace(svg.Element(Drawings.Svg + "desc")!.Value));
        });
    }

    private static void CheckDrawings(string page) => Assert.All(Drawings.Parse(page).Figures(), svg =>
    {
        var frame = svg.ViewBox();
        Assert.All(svg.Places(), place => Assert.True(
            place.X >= frame.Left && place.X <= frame.Right && place.Y >= frame.Top && place.Y <= frame.Bottom,
            FormattableString.Invariant($"({place.X}, {place.Y}) lies outside {frame}: {place.Of}")));
        Assert.All(svg.Texts(), text => Assert.True(text.Box.Left >= frame.Left - 1 && text.Box.Right <= frame.Right + 1, $"'{text.Text}' is cut off"));
    });
}
