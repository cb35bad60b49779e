using System.Text.RegularExpressions;
using MechanismDsl.Analyzers.Tests.Harness;

namespace MechanismDsl.Analyzers.Tests.Documentation;

/// <summary>Links between pages lead to files and headings that exist.</summary>
public partial class LinkTests
{
    private static readonly string Docs = Path.GetDirectoryName(RulePage.Folder)!;

    public static TheoryData<string> Pages =>
        [.. Directory.EnumerateFiles(Docs, "*.md").Select(file => "docs/" + Path.GetFileName(file)).Append("README.md").Append("examples/README.md").Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void EveryLinkLeadsSomewhere(string name)
    {
        var page = Path.Combine(Docs, "..", name);
        foreach (var target in Link().Matches(File.ReadAllText(page)).Select(match => match.Groups["target"].Value).Where(target => !target.Contains("://", StringComparison.Ordinal)))
        {
            var parts = target.Split('#');
            var file = parts[0].Length == 0 ? page : Path.Combine(Path.GetDirectoryName(page)!, parts[0]);
            Assert.True(File.Exists(file) || Directory.Exists(file), $"{name} links to {target}");
            if (parts.Length == 2)
            {
                Assert.Contains(parts[1], Heading().Matches(File.ReadAllText(file)).Select(match => Anchor(match.Groups["title"].Value)));
            }
        }
    }

    // As GitHub makes them: lower case, blanks become hyphens, other signs go.
    private static string Anchor(string title) => Signs().Replace(title.Trim().ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"(?<!!)\[[^\]]*\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (?<title>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex Signs();
}
