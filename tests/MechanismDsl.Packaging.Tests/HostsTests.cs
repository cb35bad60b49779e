using System.Reflection;

namespace MechanismDsl.Packaging.Tests;

/// <summary>docs/hosts.md is derived from what the components are built against and from what the SDK says of itself; both are compared here.</summary>
[Collection(PackageCollection.Name)]
public sealed class HostsTests(PackageFixture package)
{
    [Fact]
    public void The_page_names_the_versions_that_the_components_and_the_sdk_have()
    {
        var page = File.ReadAllText(Repository.PathOf("docs/hosts.md"));
        Assert.Contains($"the library is built for `net10.0`, and the components that run in the compiler (generator, analyzers, fixes) are built against Roslyn {Hosts.Roslyn.ToString(3)}", page, StringComparison.Ordinal);

        // PackageContentsTests reads the same version out of the packed components.
        var compiler = CompilerServer.PathOf(package.Folder);
        Assert.True(AssemblyName.GetAssemblyName(Path.Combine(compiler, "Microsoft.CodeAnalysis.dll")).Version >= Hosts.Roslyn);

        // Which MSBuild, and so which Visual Studio, the SDK of this framework can be used with.
        var needed = File.ReadAllText(Path.Combine(compiler, "..", "..", "minimumMSBuildVersion")).Trim();
        Assert.Equal("18.0.0", needed);
        Assert.Contains("| Visual Studio | 2026, version 18.0 |", page, StringComparison.Ordinal);
        Assert.Contains("| MSBuild without Visual Studio | 18.0 |", page, StringComparison.Ordinal);
    }
}
