using MechanismDsl.Analyzers.Tests.Harness;

namespace MechanismDsl.Analyzers.Tests.Rules.Corpus;

/// <summary>Labelled rules through declarations: nothing is refuted that holds, nothing passes that does not, and none stays open.</summary>
public class CorpusTests
{
    [Fact]
    public Task LabelledRulesAreJudgedAsTheyAre() => AreJudgedAsTheyAre(LabelledRules.All);

    [Fact]
    public Task IdiomsAreJudgedAsTheyAre() => AreJudgedAsTheyAre(IdiomRules.All);

    private static async Task AreJudgedAsTheyAre((string Name, bool IsMonotone, string Code)[] rules)
    {
        var code = string.Join("\n", rules.Select(one => one.Code));
        var found = await Analysis.Run(new Snippet(code), mustCompile: false);
        var lines = code.Split('\n');
        var byRule = found.ToLookup(one => rules[one.Location.GetLineSpan().StartLinePosition.Line].Name);
        Assert.Equal(rules.Length, lines.Length);
        List<string> wrong = [], open = [];
        foreach (var (name, isMonotone, _) in rules)
        {
            var ids = byRule[name].Select(one => one.Id).ToHashSet(StringComparer.Ordinal);
            if (ids.Overlaps(["MECH1011", "MECH1012", "MECH1014", "MECH9001"]))
            {
                wrong.Add($"{name}: {string.Join("; ", byRule[name])}");
            }
            else if (ids.Contains("MECH1002"))
            {
                open.Add(name);
            }
            else if (ids.Contains("MECH1001") == isMonotone)
            {
                wrong.Add($"{name}: {string.Join("; ", byRule[name])}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Assert.Empty(open);
    }
}
