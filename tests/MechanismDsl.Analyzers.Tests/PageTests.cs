using MechanismDsl.Analyzers.Rules;
using MechanismDsl.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Tests;

/// <summary>The pages of the rules are true: their bad samples raise the rule and their good ones do not.</summary>
public class PageTests
{
    // An internal error has no sample: a known way to raise one would be a defect. FaultTests injects it.
    private const string WithoutSamples = "MECH9001";

    // An infinite optimal revenue needs an infinite mean; a supremum that no price attains mostly has one; what earns the same as a second
    // price is not truthful; a fee is what leaves a rationality claim open;
    // and payments that are truthful and rational cover the cost.
    private static readonly Dictionary<string, string> Companion = new() { ["MECH4004"] = "MECH4005", ["MECH3010"] = "MECH3008", ["MECH4006"] = "MECH4005", ["MECH2002"] = "MECH3006", ["MECH1007"] = "MECH1005" };

    public static TheoryData<string> Ids => [.. RuleBook.All.Select(rule => rule.Id)];

    public static TheoryData<string> IdsWithSamples => [.. RuleBook.All.Select(rule => rule.Id).Where(id => id != WithoutSamples)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void PageHasEverySection(string id)
    {
        var page = RulePage.Read(id);
        Assert.StartsWith($"# {id}: {RuleBook.Find(id).Title}", page.Text, StringComparison.Ordinal);
        Assert.All(RulePage.Headings, heading => Assert.Contains(heading, page.Text, StringComparison.Ordinal));
        Assert.Equal(id != WithoutSamples, page.HasSamples);
    }

    [Theory]
    [MemberData(nameof(IdsWithSamples))]
    public async Task BadSampleRaisesTheRuleAndNothingWorse(string id)
    {
        var found = await Analysis.Run(RulePage.Read(id).Bad);
        Assert.True(found.Any(one => one.Id == id), string.Join("\n", found.Select(one => one.ToString())));
        Expect.AssertNothingWorseThanInfo(found.Where(one => one.Id != id && one.Id != Companion.GetValueOrDefault(id)));
    }

    [Theory]
    [MemberData(nameof(IdsWithSamples))]
    public async Task GoodSampleDoesNotRaiseTheRule(string id)
    {
        var found = await Analysis.Run(RulePage.Read(id).Good);
        Assert.DoesNotContain(found, one => one.Id == id);
        Expect.AssertNothingWorseThanInfo(found);
    }
}
