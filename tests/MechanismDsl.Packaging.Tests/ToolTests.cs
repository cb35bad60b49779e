using System.Diagnostics;

namespace MechanismDsl.Packaging.Tests;

/// <summary>The tool, installed from its package and used on a consumer of the library's package, as a new user would.</summary>
[Collection(PackageCollection.Name)]
public sealed class ToolTests(PackageFixture package)
{
    private const string Program = """
        Console.WriteLine(TwoBuyers.Run(9, 9));

        [Mechanism, SingleItem, RevenueOptimal]
        [Agent<Uniform>("North", 0, 12), Agent<Uniform>("South", 0, 18)]
        public partial class TwoBuyers;

        [Mechanism, Positions(200, 100)]
        public partial class SponsoredSearch
        {
            [Score] static double Score([Between(0, 100)] double bid, [Between(.1, 1), Verified] double quality) => bid * quality;
        }
        """;

    private const string Wrong = """

        [Mechanism, SingleItem]
        public partial class AntiSniping
        {
            [Score] static double Score([Between(0, 100)] double bid, [Between(0, 1), Verified] double lateness) => bid - 0.01 * bid * bid * lateness;
        }
        """;

    [Fact]
    public void A_new_user_lists_shows_proves_runs_explains_simulates_and_draws()
    {
        var folder = package.Consumer(
            "tool-consumer",
            ("Consumer.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <OutputType>Exe</OutputType>
                    <TargetFramework>net10.0</TargetFramework>
                    <ImplicitUsings>enable</ImplicitUsings>
                  </PropertyGroup>
                  <ItemGroup>
                    <PackageReference Include="MechanismDsl" Version="{package.Version}" />
                  </ItemGroup>
                </Project>
                """),
            ("Program.cs", Program),
            ("bids.csv", "South,North\n12,2\n8,4\n9,9\n"),
            ("odd.csv", "South,North\n12,two\n"));
        Dotnet.Succeed(folder, "tool", "install", "MechanismDsl.Tool", "--tool-path", "tools", "--version", package.Version);

        var list = Mechanism(folder, 0, "list", "--format", "csv");
        Assert.Contains("TwoBuyers,Program.cs:3,single item,", list, StringComparison.Ordinal);
        Assert.Contains("SponsoredSearch,Program.cs:7,2 positions,", list, StringComparison.Ordinal);

        var show = Mechanism(folder, 0, "show", "twobuyers", "--code");
        Assert.Contains("Reserve: 9, the lowest bid whose virtual value reaches zero under Uniform(0, 18)", show, StringComparison.Ordinal);
        Assert.Contains("public static Sale<double> Decide(double north, double south)", show, StringComparison.Ordinal);

        var proof = Mechanism(folder, 0, "prove", "SponsoredSearch");
        Assert.Contains("proved for every number of agents, of the program as it runs, to the last bit, by order", proof, StringComparison.Ordinal);
        Assert.Contains("The checker agrees with all 1 obligations.", proof, StringComparison.Ordinal);

        Assert.Equal("profile,agent,gets,pays\n2,South,the item,9\n4,North,the item,6\n", Mechanism(folder, 0, "run", "TwoBuyers", "--bids", "bids.csv", "--format", "csv").ReplaceLineEndings("\n"));
        Assert.Contains("odd.csv line 2, column 'North': 'two' is no number.", Mechanism(folder, 2, "run", "TwoBuyers", "--bids", "odd.csv"), StringComparison.Ordinal);
        Assert.Contains("There is no mechanism 'TwoSellers'. The project declares: SponsoredSearch, TwoBuyers.", Mechanism(folder, 2, "show", "TwoSellers"), StringComparison.Ordinal);

        Assert.Contains("South reports 12, is served and pays 9.", Mechanism(folder, 0, "explain", "TwoBuyers", "--bids", "bids.csv", "--agent", "South"), StringComparison.Ordinal);
        Assert.Contains("revenue,", Mechanism(folder, 0, "simulate", "TwoBuyers", "--draws", "10000", "--format", "csv"), StringComparison.Ordinal);
        Assert.Contains("'SponsoredSearch' cannot be simulated: ", Mechanism(folder, 2, "simulate", "SponsoredSearch", "--draws", "10"), StringComparison.Ordinal);
        Mechanism(folder, 0, "report", "TwoBuyers", "-o", "report.html");
        Assert.Contains("<dd>6.33333333</dd>", File.ReadAllText(Path.Combine(folder, "report.html")), StringComparison.Ordinal);

        // A mechanism that the compiler refuses is listed with its errors, and its counterexample can be had.
        File.AppendAllText(Path.Combine(folder, "Program.cs"), Wrong);
        Assert.Contains("AntiSniping,Program.cs:12,", Mechanism(folder, 1, "list", "--format", "csv"), StringComparison.Ordinal);
        Mechanism(folder, 1, "report", "-o", "pages");
        Assert.Equal(["AntiSniping.html", "SponsoredSearch.html", "TwoBuyers.html", "map.html"], Directory.GetFiles(Path.Combine(folder, "pages")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains("MECH1001", File.ReadAllText(Path.Combine(folder, "pages", "AntiSniping.html")), StringComparison.Ordinal);
        Assert.Contains("refuted: with lateness 1 the score falls from 25 at bid 50 to 24 at bid 60", Mechanism(folder, 1, "prove", "AntiSniping"), StringComparison.Ordinal);
    }

    private static string Mechanism(string folder, int exitCode, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(folder, "tools", OperatingSystem.IsWindows() ? "mechanism.exe" : "mechanism"), arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Dotnet.Isolate(start);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd() + errors.Result;
        process.WaitForExit();
        Assert.True(process.ExitCode == exitCode, $"mechanism {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{output}");
        return output;
    }
}
