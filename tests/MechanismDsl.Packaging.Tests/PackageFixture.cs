namespace MechanismDsl.Packaging.Tests;

/// <summary>
/// Packs the products once for all tests, under a version that no cache can hold, into a folder feed outside the repository; makes consumers of it.
/// </summary>
public sealed class PackageFixture : IDisposable
{
    private static readonly string[] Products = ["MechanismDsl", "MechanismDsl.Audit", "MechanismDsl.OrTools", "MechanismDsl.Tool"];

    public PackageFixture()
    {
        Folder = Directory.CreateTempSubdirectory("mechanismdsl-").FullName;
        Feed = Directory.CreateDirectory(Path.Combine(Folder, "feed")).FullName;
        Version = $"0.1.0-test.{Environment.ProcessId}.{Path.GetFileName(Folder).GetHashCode(StringComparison.Ordinal) & 0xffff}";

        var projects = string.Join(';', Products.Select(product => Repository.PathOf($"src/{product}/{product}.csproj")));
        var all = Path.Combine(Folder, "Pack.proj");
        File.WriteAllText(all, $"""
            <Project>
              <Target Name="Pack">
                <ItemGroup>
                  <Product Include="{projects}" />
                </ItemGroup>
                <MSBuild Projects="@(Product)" Targets="Pack" BuildInParallel="true" Properties="NoBuild=true;Configuration={Repository.Configuration};Version={Version};PackageOutputPath={Feed}" />
              </Target>
            </Project>
            """);
        Dotnet.Succeed(Folder, "msbuild", all, "-nologo", "-v:quiet", "-m");
    }

    /// <summary>A folder outside the repository that is deleted with the fixture.</summary>
    public string Folder { get; }

    public string Feed { get; }

    public string Version { get; }

    /// <summary>Makes a folder with files and a feed configuration, as a consumer's project.</summary>
    public string Consumer(string name, params IEnumerable<(string Path, string Text)> files)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder, name)).FullName;
        File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <add key="local" value="{Feed}" />
              </packageSources>
            </configuration>
            """);
        foreach (var (path, text) in files)
        {
            File.WriteAllText(Path.Combine(folder, path), text);
        }

        return folder;
    }

    /// <summary>The project file of a program that uses the package.</summary>
    /// <param name="properties">Properties beside the usual ones of a console program.</param>
    /// <param name="references">Items beside the reference to the package; null leaves that out too.</param>
    public string Project(string properties = "", string references = "") => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="MechanismDsl" Version="{Version}" />
            {references}
          </ItemGroup>
        </Project>
        """;

    public void Dispose()
    {
        CompilerServer.Shutdown(Folder);
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        foreach (var folder in (string[])[Folder, .. Products.Select(product => Path.Combine(packages, product.ToLowerInvariant(), Version))])
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }
}

/// <summary>All tests of this assembly share one feed: to pack takes as long as to test.</summary>
[CollectionDefinition(Name)]
public sealed class PackageCollection : ICollectionFixture<PackageFixture>
{
    public const string Name = "the packed products";
}
