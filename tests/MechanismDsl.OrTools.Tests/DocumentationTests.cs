using System.Text;
using System.Text.RegularExpressions;

namespace MechanismDsl.OrTools.Tests;

/// <summary>The example of docs/ortools.md is DocumentedExample.cs, which is this assembly's program: it is compiled and run, and the page shows its output.</summary>
public partial class DocumentationTests
{
    [Fact]
    public void ThePageShowsTheExampleAndItsOutput()
    {
        var page = Read("ortools.md");
        Assert.Equal(Read("DocumentedExample.cs").TrimEnd(), Block().Match(page).Groups["code"].Value);

        var console = Console.Out;
        using var output = new StringWriter { NewLine = "\n" };
        Console.SetOut(output);
        typeof(DocumentationTests).Assembly.EntryPoint!.Invoke(null, [Array.Empty<string>()]);
        Console.SetOut(console);
        Assert.Contains($"```\n{output.ToString().TrimEnd()}\n```", page, StringComparison.Ordinal);
    }

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(DocumentationTests).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("```csharp\n(?<code>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
