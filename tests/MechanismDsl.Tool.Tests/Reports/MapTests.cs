using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Tool.Reports.Map;
using MechanismDsl.Tool.Tests.Support;

namespace MechanismDsl.Tool.Tests.Reports;

/// <summary>The map: the lattice is the inheritance of the marker interfaces, and no mechanism has what a theorem forbids it.</summary>
public class MapTests
{
    [Fact]
    public void The_lattice_is_the_inheritance_of_the_interfaces() => Assert.Equal(
        [
            "DominantStrategyIncentiveCompatible > BayesianIncentiveCompatible",
            "ExPostIndividuallyRational > InterimIndividuallyRational",
            "InterimIndividuallyRational > ExAnteIndividuallyRational",
            "ExPostBudgetBalanced > ExAnteBudgetBalanced",
            "ExPostBudgetBalanced > NoDeficit",
        ],
        GuaranteeLattice.All.SelectMany(stronger => stronger.Covers().Select(weaker => $"{stronger} > {weaker}")));

    [Fact]
    public void Families_hold_every_guarantee_once()
    {
        Assert.Equal(GuaranteeLattice.All.Order(), GuaranteeLattice.Families.SelectMany(family => family).Order());
        Assert.Equal([2, 3, 3, 1, 1], GuaranteeLattice.Families.Select(family => family.Count));
        Assert.Equal(2, Guarantee.ExAnteIndividuallyRational.Depth());
    }

    [Fact]
    public void No_mechanism_has_what_is_impossible_for_it()
    {
        var surplus = ForbiddenCombination.All[0];
        var impossible = Gallery.Entries.Where(entry => entry.Possibility is Possibility.Impossible).ToList();
        Assert.Contains(impossible, entry => entry.Declared.Name == "House");
        Assert.All(impossible, entry => Assert.False(
            surplus.Together.All(one => Has(entry, one)) && surplus.Alternatives.Any(one => Has(entry, one)),
            $"{entry.Declared.Name} has what {surplus.Theorem} forbids"));

        // Where the theorem's hypotheses fail, the same guarantees go together.
        var buyout = Gallery.Entries.Single(entry => entry.Declared.Name == "Buyout");
        Assert.IsType<Possibility.Possible>(buyout.Possibility);
        Assert.True(surplus.Together.All(one => Has(buyout, one)) && surplus.Alternatives.All(one => Has(buyout, one)));
    }

    [Fact]
    public void Standings_are_told_apart()
    {
        var search = Gallery.Entries.Single(entry => entry.Declared.Name == "SponsoredSearch");
        Assert.Equal(Standing.Checked, search.Of(Guarantee.DominantStrategyIncentiveCompatible));
        Assert.Equal(Standing.Open, search.Of(Guarantee.AllocativelyEfficient));
        var buyers = Gallery.Entries.Single(entry => entry.Declared.Name == "TwoBuyers");
        Assert.Equal(Standing.Theorem, buyers.Of(Guarantee.DominantStrategyIncentiveCompatible));
        Assert.Equal(Standing.Follows, buyers.Of(Guarantee.BayesianIncentiveCompatible));
        Assert.All(GuaranteeLattice.All, one => Assert.Equal(Standing.Open, Gallery.Entries.Single(entry => entry.Declared.Name == "Impossible").Of(one)));
    }

    [Fact]
    public void The_map_counts_and_lists_every_mechanism()
    {
        var map = Drawings.Parse(Gallery.Map);
        var lists = map.Descendants().Where(one => one.Name.LocalName == "th" && one.Attribute("scope")?.Value == "row").Select(one => one.Value.Trim()).ToList();
        Assert.All(Gallery.Names, name => Assert.Contains(name, lists));
        Assert.All(ForbiddenCombination.All, one => Assert.Contains(char.ToUpperInvariant(one.Theorem[0]) + one.Theorem[1..], lists));
    }

    private static bool Has(MapEntry entry, Theory.Problems.Guarantee guarantee) => entry.Of((Guarantee)(int)guarantee) is not (Standing.Open or Standing.Assumed);
}
