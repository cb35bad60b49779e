using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace MechanismDsl.Analyzers.Tests.Harness;

/// <summary>What a rule says about a marked place: <c>[|…|]</c> in the source.</summary>
internal static class Expect
{
    private const string Open = "[|";
    private const string Close = "|]";

    /// <summary>The rule fires once, at the marked place, with exactly this message; no other error or warning of ours fires.</summary>
    public static async Task Fires(string id, string marked, string message, params AdditionalText[] files)
    {
        Assert.Equal(message, (await FiresAt(id, marked, files)).InvariantMessage());
    }

    /// <summary>The rule fires once, at the marked place; no other error or warning of ours fires.</summary>
    public static async Task<Diagnostic> FiresAt(string id, string marked, params AdditionalText[] files)
    {
        var (code, span) = Unmark(marked);
        var found = await Analysis.Run(new Snippet(code) { Files = [.. files] }, mustCompile: false);
        var matches = found.Where(diagnostic => diagnostic.Id == id).ToArray();
        Assert.True(matches.Length == 1, $"{id} fires {matches.Length} times: " + string.Join("\n", found.Select(diagnostic => diagnostic.ToString())));
        var one = matches[0];
        Assert.Equal(code.Substring(span.Start, span.Length), code.Substring(one.Location.SourceSpan.Start, one.Location.SourceSpan.Length));
        Assert.Equal(span.Start, one.Location.SourceSpan.Start);
        AssertNothingWorseThanInfo(found.Where(diagnostic => diagnostic.Id != id));
        return one;
    }

    /// <summary>The rule is silent.</summary>
    public static async Task Silent(string id, string code, params AdditionalText[] files) =>
        Assert.DoesNotContain(await Analysis.Run(new Snippet(code) { Files = [.. files] }), diagnostic => diagnostic.Id == id);

    /// <summary>The offered repair leads to this source, which compiles and raises no error or warning of ours.</summary>
    public static async Task Repairs(string id, string before, string title, string after, params AdditionalText[] files)
    {
        var snippet = new Snippet(before) { Files = [.. files] };
        Assert.Equal(after, await Repair.Apply(snippet, id, title));
        AssertNothingWorseThanInfo(await Analysis.Run(snippet with { Code = after }));
    }

    public static void AssertNothingWorseThanInfo(IEnumerable<Diagnostic> found)
    {
        var worse = found.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).ToArray();
        Assert.True(worse.Length == 0, string.Join("\n", worse.Select(diagnostic => diagnostic.ToString())));
    }

    private static (string Code, TextSpan Span) Unmark(string marked)
    {
        var start = marked.IndexOf(Open, StringComparison.Ordinal);
        var end = marked.IndexOf(Close, StringComparison.Ordinal) - Open.Length;
        Assert.True(start >= 0 && end >= start, "the source has no marked place");
        return (marked.Replace(Open, string.Empty).Replace(Close, string.Empty), TextSpan.FromBounds(start, end));
    }
}
