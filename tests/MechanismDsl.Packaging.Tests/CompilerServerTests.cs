namespace MechanismDsl.Packaging.Tests;

/// <summary>Builds served by one compiler server, as every developer's are: what one build leaves in its memory meets the next.</summary>
[Collection(PackageCollection.Name)]
public sealed class CompilerServerTests(PackageFixture package)
{
    private const string Rule = """
        Console.WriteLine(Search.Run([new(10, 0.5), new(8, 1)]));

        [Mechanism, SingleItem]
        public partial class Search
        {
            [Score] static double Score([Between(0, 100)] double bid, [Between(.1, 1), Verified] double quality) => bid * quality;
        }
        """;

    [Fact]
    public void A_project_that_is_built_again_by_the_same_server_is_read_as_at_first()
    {
        var folder = package.Consumer(
            "served-again",
            ("Consumer.csproj", package.Project()),
            ("Program.cs", Rule));
        var program = Path.Combine(folder, "Program.cs");

        Assert.Contains("Winner = 1, Price = 5, ", Dotnet.Succeed(folder, "run"), StringComparison.Ordinal);
        Assert.NotEqual(false, CompilerServer.IsRunning);

        // The same files, another body, the first body again, and a rule that is refuted: each build sees its own.
        Dotnet.Succeed(folder, "build", "--no-incremental");
        File.WriteAllText(program, Rule.Replace("bid * quality;", "bid * quality * quality;", StringComparison.Ordinal));
        Assert.Contains("Winner = 1, Price = 2.5, ", Dotnet.Succeed(folder, "run"), StringComparison.Ordinal);
        File.WriteAllText(program, Rule + "\n// Nothing of the rule has changed.\n");
        Assert.Contains("Winner = 1, Price = 5, ", Dotnet.Succeed(folder, "run"), StringComparison.Ordinal);
        File.WriteAllText(program, Rule.Replace("bid * quality;", "bid * (1 - quality) - bid;", StringComparison.Ordinal));
        var (exitCode, output) = Dotnet.Run(folder, "build");
        Assert.NotEqual(0, exitCode);
        Assert.Contains("error MECH1001", output, StringComparison.Ordinal);
        Assert.DoesNotContain("CS8785", output, StringComparison.Ordinal);
    }
}
