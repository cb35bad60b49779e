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
        AssertPlace(code, span, one);
        AssertNothingWorseThanInfo(found.Where(diagnostic => diagnostic.Id != id));
        return one;
    }

    /// <summary>The rule fires once, at the marked place; what else fires does not matter.</summary>
    public static async Task<Diagnostic> At(string id, Snippet marked)
    {
        var (code, span) = Unmark(marked.Code);
        var found = (await Analysis.Run(marked with { Code = code }, mustCompile: false)).Where(diagnostic => diagnostic.Id == id).ToArray();
        Assert.True(found.Length == 1, $"{id} fires {found.Length} times: " + string.Join("\n", found.Select(diagnostic => diagnostic.ToString())));
        AssertPlace(code, span, found[0]);
        return found[0];
    }

    /// <summary>The rule fires at the marked place, and perhaps elsewhere.</summary>
    public static async Task<Diagnostic> FirstAt(string id, Snippet marked)
    {
        var (code, span) = Unmark(marked.Code);
        var found = (await Analysis.Run(marked with { Code = code }, mustCompile: false)).Where(diagnostic => diagnostic.Id == id).ToArray();
        return found.FirstOrDefault(diagnostic => diagnostic.Location.SourceSpan == span)
            ?? throw new Xunit.Sdk.XunitException($"{id} does not fire there: " + string.Join("\n", found.Select(diagnostic => diagnostic.ToString())));
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

    private static void AssertPlace(string code, TextSpan span, Diagnostic found)
    {
        Assert.Equal(code.Substring(span.Start, span.Length), code.Substring(found.Location.SourceSpan.Start, found.Location.SourceSpan.Length));
        Assert.Equal(span.Start, found.Location.SourceSpan.Start);
    }

    private static (string Code, TextSpan Span) Unmark(string marked)
    {
        var start = marked.IndexOf(Open, StringComparison.Ordinal);
        var end = marked.IndexOf(Close, StringComparison.Ordinal) - Open.Length;
        Assert.True(start >= 0 && end >= start, "the source has no marked place");
        return (marked.Replace(Open, string.Empty).Replace(Close, string.Empty), TextSpan.FromBounds(start, end));
    }
}
