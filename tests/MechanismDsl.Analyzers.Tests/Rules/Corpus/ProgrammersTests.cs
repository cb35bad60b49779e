using System.Text.RegularExpressions;
using MechanismDsl.Analyzers.Tests.Harness;

namespace MechanismDsl.Analyzers.Tests.Rules.Corpus;

/// <summary>
/// Rules as programmers write them, in every shape that came to mind, each with a label above it: what holds of it, decided by hand and compared with a search
/// on grids for one to five agents. A rule that is labelled <c>open</c> is one that proofs do not reach yet; all others must be decided, and rightly.
/// </summary>
public partial class ProgrammersTests
{
    private const string Claims = "[Mechanism, Guarantees(DominantStrategyIncentiveCompatible, ExPostIndividuallyRational), ";
    private static readonly string[] _files = ["Scores.cs", "Allocations.cs", "Payments.cs", "Idioms.cs", "Wide.cs", "Corners.cs", "Houses.cs", "Bills.cs"];

    /// <summary>The corpora.</summary>
    public static IReadOnlyList<string> FileNames => _files;

    public static TheoryData<string> Files() => [.. _files];

    [Theory, MemberData(nameof(Files))]
    public async Task RulesAreJudgedAsTheyAre(string file)
    {
        var rules = Read(file);
        var code = "using System.Collections.Generic;\n" + string.Concat(rules.Select(rule => rule.Code));
        var starts = rules.Aggregate(new List<int> { 1 }, (lines, rule) => [.. lines, lines[^1] + rule.Code.Count(letter => letter == '\n')]);
        var found = await Analysis.Run(new Snippet(code), mustCompile: false);
        List<string> wrong = [];
        for (var index = 0; index < rules.Count; index++)
        {
            var own = found.Where(one => one.Location.GetLineSpan().StartLinePosition.Line is var line && line >= starts[index] && line < starts[index + 1]).ToArray();
            wrong.AddRange(Mistakes(rules[index].Labels, [.. own.Select(one => one.Id)]).Select(words => $"{rules[index].Name}: {words}: {string.Join("; ", own.Select(one => one.ToString()))}"));
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public void OfAHundredInsideTheSubsetNinetySixAreDecided()
    {
        var inside = _files.SelectMany(Read).Where(rule => !rule.Labels.Contains("refused")).ToList();
        Assert.InRange(inside.Count, 300, 500);
        Assert.InRange(inside.Count(rule => !rule.Labels.Contains("open")) / (double)inside.Count, 0.96, 1);
    }

    // What the labels say and the diagnostics do not, or the other way round.
    private static IEnumerable<string> Mistakes(HashSet<string> labels, HashSet<string> ids)
    {
        (string Label, string[] Ids)[] faults =
        [
            ("refused", ["MECH1011"]), ("throws", ["MECH1014"]), ("infeasible", ["MECH1013"]), ("open", ["MECH1002", "MECH1015", "MECH2002"]),
            ("not-monotone", ["MECH1001"]), ("not-ir", ["MECH1003"]), ("not-truthful", ["MECH1004", "MECH1005"]), ("subsidy", ["MECH1006"]),
        ];
        foreach (var (label, own) in faults)
        {
            if (labels.Contains(label) != ids.Overlaps(own))
            {
                yield return label;
            }
        }

        if (ids.Overlaps(["MECH1012", "MECH2001", "MECH9001"]))
        {
            yield return "neither refused nor refuted";
        }
    }

    /// <summary>The rules of a corpus, with what holds of each.</summary>
    internal static List<(string Name, HashSet<string> Labels, string Code)> Read(string file)
    {
        using var stream = typeof(ProgrammersTests).Assembly.GetManifestResourceStream("Programmers." + file) ?? throw new ArgumentException(file);
        using var reader = new StreamReader(stream);
        return [.. Rule().Matches(reader.ReadToEnd()).Select(match =>
        {
            HashSet<string> labels = [.. match.Groups["labels"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

            // What is promised has to be proved.
            var code = labels.IsSupersetOf(["ir", "truthful"]) ? match.Value.Replace("[Mechanism, ", Claims, StringComparison.Ordinal) : match.Value;
            return (match.Groups["name"].Value, labels, code);
        })];
    }

    [GeneratedRegex(@"//! (?<name>\S+)(?<labels>[^\n]*)\n.*?(?=//! |\z)", RegexOptions.Singleline)]
    private static partial Regex Rule();
}
