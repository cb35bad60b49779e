namespace MechanismDsl.Packaging.Tests;

/// <summary>The ways to use the language: by the package, by project references, from a single file; and what a wrong declaration looks like in a build.</summary>
[Collection(PackageCollection.Name)]
public sealed class PackageTests(PackageFixture package)
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
          </PropertyGroup>
          <ItemGroup>
            REFERENCE
          </ItemGroup>
        </Project>
        """;

    private const string Program = """
        Console.WriteLine(TwoBuyers.Run(9, 9));
        Console.WriteLine(Vickrey.Run([10, 8, 6, 4]).Price);

        [Mechanism, SingleItem, Efficient]
        public partial class Vickrey;

        [Mechanism, SingleItem, RevenueOptimal]
        [Agent<Uniform>("North", 0, 12), Agent<Uniform>("South", 0, 18)]
        public partial class TwoBuyers;
        """;

    [Fact]
    public void A_project_that_references_the_package_builds_and_runs()
    {
        var folder = package.Consumer(
            "package-consumer",
            ("Consumer.csproj", Project.Replace("REFERENCE", $"""<PackageReference Include="MechanismDsl" Version="{package.Version}" />""", StringComparison.Ordinal)),
            ("Program.cs", Program));

        Assert.EndsWith("8\n", Dotnet.Succeed(folder, "run"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_that_references_the_projects_builds_and_runs()
    {
        var references = string.Concat(
            Reference("src/MechanismDsl/MechanismDsl.csproj", ""),
            Reference("generators/MechanismDsl.Generators/MechanismDsl.Generators.csproj", Analyzer),
            Reference("analyzers/MechanismDsl.Analyzers/MechanismDsl.Analyzers.csproj", Analyzer),
            Reference("analyzers/MechanismDsl.CodeFixes/MechanismDsl.CodeFixes.csproj", Analyzer));
        var props = Repository.PathOf("src/MechanismDsl/build/MechanismDsl.props");
        var folder = package.Consumer(
            "project-consumer",
            ("Consumer.csproj", Project.Replace("REFERENCE", references, StringComparison.Ordinal).Replace("<PropertyGroup>", $"""<Import Project="{props}" /><PropertyGroup>""", StringComparison.Ordinal)),
            ("Program.cs", Program));

        // The projects are built already, and building them again would disturb what is under test. No server: the one of these tests has the package's
        // components in memory.
        string[] properties = ["-c", Repository.Configuration, "-p:BuildProjectReferences=false", "-p:RestoreRecursive=false", "-p:UseSharedCompilation=false"];
        Assert.EndsWith("8\n", Dotnet.Succeed(folder, ["run", .. properties]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_file_with_a_package_directive_runs()
    {
        var text = File.ReadAllText(Repository.PathOf("examples/auction.cs"));
        var folder = package.Consumer(
            "file-consumer",
            ("auction.cs", text.Replace("#:package MechanismDsl@0.1.0", $"#:package MechanismDsl@{package.Version}", StringComparison.Ordinal)));

        Assert.Contains("bidder 0 wins and pays 8", Dotnet.Succeed(folder, "run", "auction.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_declaration_fails_the_build_with_a_located_diagnostic()
    {
        var folder = package.Consumer(
            "wrong-consumer",
            ("Consumer.csproj", Project.Replace("REFERENCE", $"""<PackageReference Include="MechanismDsl" Version="{package.Version}" />""", StringComparison.Ordinal)),
            ("Program.cs", """
                Console.WriteLine(Sale.Run([1, 2]));

                [Mechanism, SingleItem, RevenueOptimal, Agents(2), Prior<Uniform>(5, 2)]
                public partial class Sale;
                """));

        var (exitCode, output) = Dotnet.Run(folder, "build");
        Assert.NotEqual(0, exitCode);
        var errors = output.Split('\n').Where(line => line.Contains(": error ", StringComparison.Ordinal)).Distinct().ToList();
        Assert.All(errors, error => Assert.Contains("Program.cs(3,70): error MECH4001: Uniform: High is 2, but must be above Low = 5", error, StringComparison.Ordinal));
    }

    private const string Analyzer = """OutputItemType="Analyzer" ReferenceOutputAssembly="false" """;

    private static string Reference(string project, string attributes) => $"""<ProjectReference Include="{Repository.PathOf(project)}" {attributes}/>""";
}
