using System.Diagnostics;

namespace MechanismDsl.Packaging.Tests;

/// <summary>Programs under the settings that real projects have: strict, beside other libraries, published without what they do not use.</summary>
[Collection(PackageCollection.Name)]
public sealed class ConsumerTests(PackageFixture package)
{
    // One declaration of every family; written so that no rule of the SDK has anything to say about the part that is not generated.
    private const string Declarations = """
        namespace Market;

        /// <summary>The highest bid wins and pays the second.</summary>
        [Mechanism, SingleItem, Efficient]
        internal sealed partial class Vickrey;

        /// <summary>The most revenue from two different buyers.</summary>
        [Mechanism, SingleItem, RevenueOptimal]
        [Agent<Uniform>("North", 0, 12), Agent<Uniform>("South", 0, 18)]
        internal sealed partial class TwoBuyers;

        /// <summary>An irregular prior, ironed, with a table of its own.</summary>
        [Mechanism, SingleItem, RevenueOptimal, Agents(3)]
        [Prior<Uniform>(0, 10, Weight = 3), Prior<Uniform>(20, 30, Weight = 1)]
        internal sealed partial class Bimodal;

        /// <summary>A rule of one's own with derived payments.</summary>
        [Mechanism, Positions(200, 100)]
        internal sealed partial class Sponsored
        {
            [Score] private static double Score([Between(0, 100)] double bid, [Between(.1, 1), Verified] double quality) => bid * quality;
        }

        /// <summary>Exact money.</summary>
        [Mechanism, IdenticalItems(2), Efficient, Money<decimal>(Decimals = 2)]
        internal sealed partial class Seats;

        /// <summary>A market of buyers and sellers that needs no money from outside.</summary>
        [Mechanism, DoubleAuction, TradeReduction]
        internal sealed partial class Grain;

        /// <summary>Who gets which berth.</summary>
        [Mechanism, Assignment<Berth>(Capacities = [1, 1]), Efficient]
        internal sealed partial class Berths;

        /// <summary>Whether a bridge is built.</summary>
        [Mechanism, PublicProject(9), Efficient, Agents(3)]
        internal sealed partial class Bridge;

        /// <summary>The places.</summary>
        internal enum Berth
        {
            /// <summary>Near the river.</summary>
            East,

            /// <summary>Near the sea.</summary>
            West,
        }
        """;

    private const string Program = """
        using System.Globalization;
        using Market;

        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        Console.WriteLine(Vickrey.Run([10, 8, 6, 4]));
        Console.WriteLine(TwoBuyers.Run(9, 9));
        Console.WriteLine(Bimodal.Run([5, 25, 24]));
        Console.WriteLine(Sponsored.Run([new(10, 0.5), new(8, 1), new(2, 1)]));
        Console.WriteLine(Seats.Run([10.50m, 8.25m, 6m]));
        Console.WriteLine(Grain.Run([9, 7, 2], [1, 3, 8]));
        Console.WriteLine(Berths.Run([new(East: 5, West: 3), new(4, 1)]));
        Console.WriteLine(Bridge.Run([5, 4, 3]));
        Console.WriteLine(Vickrey.Explain([10, 8])[..35]);
        """;

    // By hand, line by line.
    private static readonly string[] Printed =
    [
        "Sale { Winner = 0, Price = 8, IsSold = True }",                                                    // the second bid
        "Result { Winner = 0, Price = 6, NorthPays = 6, SouthPays = 0, IsSold = True, WinnerName = North }", // virtual values 6 and 0; North's reaches 0 at 6
        "Sale { Winner = 1, Price = 24, IsSold = True }",                                                   // alike agents above the reserve: the second bid
        "0: slot 1 for 400, 1: slot 0 for 700",                                                             // scores 5, 8, 2: 100 clicks at 2 / 0.5; 100 at 5 and 100 at 2
        "0: 1 at 6, 1: 1 at 6",                                                                             // the third bid
        "buyers 0, 1 pay 5; sellers 0, 1 receive 5",                                                        // two trades; the next pair's (2 + 8) / 2 lies between 3 and 7
        "0: item 1 at 0, 1: item 0 at 2",                                                                   // 3 + 4 is the most; without agent 1, agent 0 would have 5 and not 3
        "Built; 0 pays 2 (instead of NotBuilt); 1 pays 1 (instead of NotBuilt)",                             // 9 less what the others report
        "Agent 0 reports 10, is served and p",
    ];

    [Fact]
    public void Strict_settings_and_another_version_of_a_library_of_the_compiler_do_no_harm()
    {
        var folder = package.Consumer(
            "strict",
            ("Consumer.csproj", package.Project(
                """
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <AnalysisLevel>latest</AnalysisLevel>
                <AnalysisMode>All</AnalysisMode>
                <EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>
                <GenerateDocumentationFile>true</GenerateDocumentationFile>
                """,
                """<PackageReference Include="MathNet.Numerics" Version="4.15.0" />""")),
            ("Mechanisms.cs", Declarations),
            ("Program.cs", Program.Replace("Console.WriteLine(Vickrey.Run", "Console.WriteLine(MathNet.Numerics.SpecialFunctions.Factorial(5).ToString(CultureInfo.InvariantCulture));\nConsole.WriteLine(Vickrey.Run", StringComparison.Ordinal)));

        Assert.Equal(["120", .. Printed], Lines(Dotnet.Succeed(folder, "run")));
        Assert.Equal(["120", .. Printed], Lines(Dotnet.Succeed(folder, "run", "-p:RunAnalyzers=false")));
    }

    // Nothing is reflected on at run time: what the linker takes away is not missed.
    [Fact]
    public void A_trimmed_program_runs_without_the_framework() =>
        Assert.Equal(Printed, Lines(Published("trimmed", "<PublishTrimmed>true</PublishTrimmed><SelfContained>true</SelfContained>")));

    [Fact]
    public void A_native_program_runs_without_the_runtime()
    {
        var native = Published("native", "<PublishAot>true</PublishAot>");
        Assert.Equal(Printed, Lines(native));
    }

    /// <summary>Publishes for this machine with every warning of the linker as an error, and runs what comes out.</summary>
    private string Published(string name, string properties)
    {
        var folder = package.Consumer(
            name,
            ("Consumer.csproj", package.Project($"""
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <TrimmerSingleWarn>false</TrimmerSingleWarn>
                <UseCurrentRuntimeIdentifier>true</UseCurrentRuntimeIdentifier>
                {properties}
                """)),
            ("Mechanisms.cs", Declarations),
            ("Program.cs", Program));
        Dotnet.Succeed(folder, "publish", "-o", "published");
        var start = new ProcessStartInfo(Path.Combine(folder, "published", OperatingSystem.IsWindows() ? "Consumer.exe" : "Consumer")) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.Result);
        return output;
    }

    private static string[] Lines(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
