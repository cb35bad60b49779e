using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using MechanismDsl.Analyzers.Tests.Harness;

namespace MechanismDsl.Analyzers.Tests.Documentation;

/// <summary>
/// A page of docs/ whose samples are compiled and run. A comment before each block says what it is: <c>sample: Auction.cs, with Bids.csv</c> a file with
/// those that belong to it, <c>printed by Auction.cs</c> its output, <c>errors of Auction.cs</c> or <c>MECH3001 of Auction.cs</c> what the compiler says.
/// </summary>
internal sealed partial record GuidePage(string Name, string Text)
{
    public static GuidePage Read(string name) => new(name, File.ReadAllText(PathOf(name)));

    public static string PathOf(string name) => Path.Combine(Path.GetDirectoryName(RulePage.Folder)!, name);

    /// <summary>The blocks with a comment, in order.</summary>
    public IReadOnlyList<Block> Blocks =>
        [.. Marked().Matches(Text).Select(match => new Block(match.Groups["what"].Value, match.Groups["language"].Value, match.Groups["body"].Value, match.Groups["body"].Index))];

    /// <summary>How many blocks there are, with a comment or without.</summary>
    public int Fences => Fence().Count(Text) / 2;

    public string BodyOf(string sample) => Blocks.Single(block => block.IsSample && block.File == sample).Body;

    /// <summary>A sample with the files that belong to it, as a program.</summary>
    public (ImmutableArray<(string File, string Text)> Sources, ImmutableArray<(string File, string Text)> Data) FilesOf(Block sample)
    {
        var all = ((IEnumerable<string>)[sample.File, .. sample.With]).Select(file => (file, BodyOf(file))).ToList();
        return ([.. all.Where(one => one.file.EndsWith(".cs", StringComparison.Ordinal))], [.. all.Where(one => !one.file.EndsWith(".cs", StringComparison.Ordinal))]);
    }

    [GeneratedRegex("<!-- (?<what>[^>]*?) -->\n```(?<language>[a-z]*)\n(?<body>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Marked();

    [GeneratedRegex("^```", RegexOptions.Multiline)]
    private static partial Regex Fence();
}

/// <summary>A block of a page.</summary>
/// <param name="What">What its comment says.</param>
/// <param name="Language">The language of its fence.</param>
/// <param name="Body">Its text.</param>
/// <param name="Position">Where the text begins on the page.</param>
internal sealed record Block(string What, string Language, string Body, int Position)
{
    public bool IsSample => What.StartsWith("sample: ", StringComparison.Ordinal);

    /// <summary>Commands for a terminal; their output is that of the samples.</summary>
    public bool IsCommand => What == "in a terminal";

    public bool IsOutput => What.StartsWith("printed by ", StringComparison.Ordinal);

    /// <summary>The file that the comment names.</summary>
    public string File => IsSample ? What["sample: ".Length..].Split(", with ")[0] : What[(What.LastIndexOf(' ') + 1)..];

    public IEnumerable<string> With => IsSample && What.Contains(", with ", StringComparison.Ordinal) ? What[(What.IndexOf(", with ", StringComparison.Ordinal) + 7)..].Split(", ") : [];

    /// <summary>Whether the comment asks for this diagnostic.</summary>
    public bool Asks(string id, bool isError) => What.StartsWith("errors of ", StringComparison.Ordinal) ? isError : What.StartsWith(id + " of ", StringComparison.Ordinal);
}
