using System.Reflection;
using System.Text.RegularExpressions;

namespace MechanismDsl.Auditing.Tests;

/// <summary>The first sample of docs/audit.md is the program of examples/Audited: it is compiled and run, and the page shows its output. The second is compiled here.</summary>
public sealed partial class DocumentationTests
{
    private static readonly Assembly _example = Assembly.Load("Audited");

    [Fact]
    public void The_page_shows_the_example_and_its_output()
    {
        var page = Read("audit.md");
        Assert.Equal(Read("Program.cs").TrimEnd(), Block().Matches(page)[0].Groups["code"].Value);

        var console = Console.Out;
        using var output = new StringWriter { NewLine = "\n" };
        Console.SetOut(output);
        _example.EntryPoint!.Invoke(null, _example.EntryPoint.GetParameters().Length == 0 ? [] : [Array.Empty<string>()]);
        Console.SetOut(console);
        Assert.Contains($"```\n{output.ToString().TrimEnd()}\n```", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_rivalry_of_the_page()
    {
        // As on the page, line by line.
        var rivalry = new Valuation<double, Sale<double>>((agent, type, sale) => sale.Winner == agent ? type : agent == 0 && sale.Winner == 1 ? -2 : 0);
        double[] types = [1, 2, 3];
        var source = File.ReadAllLines(SourcePath()).Select(line => line.Trim()).ToList();
        foreach (var line in Block().Matches(Read("audit.md"))[1].Groups["code"].Value.Split('\n').Where(line => line.StartsWith("var rivalry", StringComparison.Ordinal) || line.StartsWith("double[]", StringComparison.Ordinal)))
        {
            Assert.Contains(line, source);
        }

        Assert.Equal(Verdict.Broken, Audit.Exact<Mechanisms.SecondPrice, double, Sale<double>>(rivalry, [types, types])[Law.DominantStrategyIncentiveCompatible].Verdict);
    }

    private static string SourcePath([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;

    private static string Read(string name)
    {
        using var reader = new StreamReader(_example.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("```csharp\n(?<code>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
