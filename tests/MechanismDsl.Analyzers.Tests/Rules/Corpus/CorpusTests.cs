using MechanismDsl.Analyzers.Tests.Harness;
using Xunit.Abstractions;

namespace MechanismDsl.Analyzers.Tests.Rules.Corpus;

/// <summary>Labelled rules through declarations: nothing is refuted that holds, nothing passes that does not, and few stay open.</summary>
public class CorpusTests(ITestOutputHelper output)
{
    // Rules of the corpus that nobody has proved yet; the number only ever falls.
    private const int StillOpen = 7;

    [Fact]
    public async Task LabelledRulesAreJudgedAsTheyAre()
    {
        var code = string.Join("\n", LabelledRules.All.Select(one => one.Code));
        var found = await Analysis.Run(new Snippet(code), mustCompile: false);
        var lines = code.Split('\n');
        var byRule = found.ToLookup(one => LabelledRules.All[one.Location.GetLineSpan().StartLinePosition.Line].Name);
        Assert.Equal(LabelledRules.All.Length, lines.Length);
        List<string> wrong = [], open = [];
        foreach (var (name, isMonotone, _) in LabelledRules.All)
        {
            var ids = byRule[name].Select(one => one.Id).ToHashSet(StringComparer.Ordinal);
            if (ids.Contains("MECH1002"))
            {
                open.Add(name);
            }
            else if (ids.Contains("MECH1001") == isMonotone)
            {
                wrong.Add($"{name}: {string.Join("; ", byRule[name])}");
            }
        }

        output.WriteLine($"open: {string.Join(", ", open)}");
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Assert.True(open.Count <= StillOpen, $"{open.Count} open: {string.Join(", ", open)}");
    }
}
