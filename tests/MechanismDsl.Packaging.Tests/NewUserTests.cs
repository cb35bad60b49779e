using System.Text.RegularExpressions;

namespace MechanismDsl.Packaging.Tests;

/// <summary>What somebody does who has read the README and nothing else, from an empty folder to a repaired program, by the commands of the SDK.</summary>
[Collection(PackageCollection.Name)]
public sealed partial class NewUserTests(PackageFixture package)
{
    [Fact]
    public void An_empty_folder_becomes_an_auction_then_a_mistake_then_a_repair()
    {
        var folder = package.Consumer("Auctions");
        Dotnet.Succeed(folder, "new", "console");
        Dotnet.Succeed(folder, "add", "package", "MechanismDsl", "--version", package.Version);

        // The first block of the README declares TwoBuyers; its text says what a run of it and its revenue are.
        var readme = File.ReadAllText(Repository.PathOf("README.md"));
        var declarations = CSharpBlock().Matches(readme).Select(match => match.Groups["code"].Value).Where(code => code.StartsWith("[Mechanism", StringComparison.Ordinal)).ToList();
        var program = Path.Combine(folder, "Program.cs");
        File.WriteAllText(program, $"""
            Console.WriteLine(TwoBuyers.Run(8, 15));
            Console.WriteLine(TwoBuyers.ExpectedRevenue);

            {declarations[0]}
            """);
        Assert.Contains("`TwoBuyers.Run(8, 15)`: South wins and pays 11. `TwoBuyers.ExpectedRevenue` is 6.333333333333 (", readme, StringComparison.Ordinal);
        var output = Dotnet.Succeed(folder, "run");
        Assert.Contains("Price = 11, ", output, StringComparison.Ordinal);
        Assert.Contains("WinnerName = South", output, StringComparison.Ordinal);
        Assert.EndsWith("6.333333333333\n", output, StringComparison.Ordinal);

        // The mistake that the README makes next: a first-price auction that promises too much. The error names numbers and the page that explains it.
        var mistaken = Path.Combine(folder, "FirstPrice.cs");
        File.WriteAllText(mistaken, declarations[1] + "\n");
        var (exitCode, errors) = Dotnet.Run(folder, "build");
        Assert.NotEqual(0, exitCode);
        Assert.Contains(
            "FirstPrice.cs(2,13): error MECH2001: 'FirstPrice' does not have the guarantee DominantStrategyIncentiveCompatible: at the values ([10], 6) agent 0 is served and pays 10; reporting 8 it is served and pays 8, a gain of 2",
            errors,
            StringComparison.Ordinal);
        var page = PageOf().Match(errors).Groups["page"].Value;
        Assert.Contains("MECH2001", File.ReadAllText(Repository.PathOf(page)), StringComparison.Ordinal);

        // The editor's repair, from the command line; then everything runs again.
        Dotnet.Succeed(folder, "format", "analyzers", "--diagnostics", "MECH2001", "--severity", "error", "--no-restore");
        Assert.NotEqual(declarations[1] + "\n", File.ReadAllText(mistaken));
        Assert.EndsWith("6.333333333333\n", Dotnet.Succeed(folder, "run"), StringComparison.Ordinal);

        // Does it do what it says? An audit of the running program, and a page to look at.
        Dotnet.Succeed(folder, "add", "package", "MechanismDsl.Audit", "--version", package.Version);
        File.WriteAllText(program, File.ReadAllText(program).Replace("Console.WriteLine(TwoBuyers.ExpectedRevenue);", "Console.WriteLine(MechanismDsl.Auditing.Audit.Simulate<TwoBuyers>(100_000));", StringComparison.Ordinal));
        Assert.Matches(@"- revenue: 6\.3\d* ± 0\.0\d* \(exactly 6\.333333333333\)", Dotnet.Succeed(folder, "run"));
        Dotnet.Succeed(folder, "new", "tool-manifest");
        Dotnet.Succeed(folder, "tool", "install", "MechanismDsl.Tool", "--version", package.Version);
        Dotnet.Succeed(folder, "tool", "run", "mechanism", "report", "TwoBuyers", "-o", "report.html");
        var report = File.ReadAllText(Path.Combine(folder, "report.html"));
        Assert.Contains("<svg", report, StringComparison.Ordinal);
        Assert.Contains("6.33333333", report, StringComparison.Ordinal);
    }

    [GeneratedRegex("```csharp\n(?<code>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();

    [GeneratedRegex(@"error MECH2001: .*\(https://github\.com/mechanismdsl/mechanismdsl/blob/main/(?<page>docs/[^)]*)\)")]
    private static partial Regex PageOf();
}
