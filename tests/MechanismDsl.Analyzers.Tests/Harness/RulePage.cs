using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Tests.Harness;

/// <summary>The page of a rule under docs/diagnostics, with the samples in it.</summary>
internal sealed partial record RulePage(string Id, string Text)
{
    public static readonly ImmutableArray<string> Headings = ["## Cause", "## Why", "## How to fix", "## When to suppress"];

    public static string Folder => Path.Combine(Root(), "docs", "diagnostics");

    public static RulePage Read(string id) => new(id, File.ReadAllText(Path.Combine(Folder, id + ".md")));

    public Snippet Bad => Sample("## Bad");

    public Snippet Good => Sample("## Good");

    public bool HasSamples => Text.Contains("## Bad", StringComparison.Ordinal);

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));

    private Snippet Sample(string heading)
    {
        var start = Text.IndexOf(heading, StringComparison.Ordinal);
        Assert.True(start >= 0, $"{Id} has no section {heading}");
        var end = Text.IndexOf("\n## ", start + heading.Length, StringComparison.Ordinal);
        var section = end < 0 ? Text[start..] : Text[start..end];
        var code = Blocks().Matches(section).Where(block => block.Groups["kind"].Value == "csharp").Select(block => block.Groups["body"].Value);
        var files = Blocks().Matches(section).Where(block => block.Groups["kind"].Value == "csv")
            .Select(block => (AdditionalText)new DataFile(block.Groups["name"].Value, block.Groups["body"].Value));
        return new Snippet(string.Join("\n", code)) { Files = [.. files] };
    }

    [GeneratedRegex("```(?<kind>csharp|csv)(?: (?<name>\\S+))?\\n(?<body>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
