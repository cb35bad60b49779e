using System.Reflection.Metadata;
using System.Text;

namespace MechanismDsl.Packaging.Tests;

/// <summary>
/// Symbols name the commit that they were built from, and a build for others has the same bytes wherever it is done: shown on a small library under the
/// build settings of the repository, in a clone from its host, in one without a remote and in an archive without a repository.
/// </summary>
[Collection(PackageCollection.Name)]
public sealed class SourceLinkTests(PackageFixture package)
{
    private const string Commit = "0123456789abcdef0123456789abcdef01234567";

    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    [Fact]
    public void Symbols_lead_to_the_commit_and_bytes_do_not_depend_on_the_place()
    {
        var here = Clone("here", remote: "https://github.com/mechanismdsl/mechanismdsl.git");
        var there = Clone("somewhere/else", remote: "https://github.com/mechanismdsl/mechanismdsl.git");
        var local = Clone("local", remote: null);
        var archive = Sources("archive");
        var all = package.Consumer("source-link", ("All.proj", $"""
            <Project DefaultTargets="Build">
              <ItemGroup>
                <Library Include="{string.Join(';', ((string[])[here, there, local, archive]).Select(folder => Path.Combine(folder, "src", "Library", "Library.csproj")))}" />
              </ItemGroup>
              <Target Name="Restore">
                <MSBuild Projects="@(Library)" Targets="Restore" />
              </Target>
              <Target Name="Build">
                <MSBuild Projects="@(Library)" Targets="Build" Properties="ContinuousIntegrationBuild=true;Configuration=Release" />
              </Target>
            </Project>
            """));

        // Warnings are errors under these settings: none of the places makes the build complain.
        Dotnet.Succeed(all, "msbuild", "All.proj", "-restore", "-nologo", "-v:quiet");

        Assert.Equal("{\"documents\":{\"/_/*\":\"https://raw.githubusercontent.com/mechanismdsl/mechanismdsl/" + Commit + "/*\"}}", LinkOf(here));
        Assert.Null(LinkOf(local));
        Assert.Null(LinkOf(archive));
        Assert.Equal(File.ReadAllBytes(Output(here, "dll")), File.ReadAllBytes(Output(there, "dll")));
        Assert.All((string[])[here, local, archive], folder => Assert.Equal(["/_/src/Library/Answer.cs"], DocumentsOf(folder)));
    }

    private string Sources(string name)
    {
        var folder = Path.Combine(package.Folder, "clones", name);
        var library = Directory.CreateDirectory(Path.Combine(folder, "src", "Library")).FullName;
        foreach (var file in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", ".editorconfig"])
        {
            File.Copy(Repository.PathOf(file), Path.Combine(folder, file));
        }

        File.WriteAllText(Path.Combine(library, "Library.csproj"), "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>");
        File.WriteAllText(Path.Combine(library, "Answer.cs"), "namespace Library;\n\n/// <summary>Something to compile.</summary>\npublic static class Answer\n{\n    /// <summary>A number.</summary>\n    public static int Value => 42;\n}\n");
        return folder;
    }

    /// <summary>The sources with what a clone records of its commit and of where it came from.</summary>
    private string Clone(string name, string? remote)
    {
        var folder = Sources(name);
        foreach (var inner in (string[])["objects", "refs/heads"])
        {
            Directory.CreateDirectory(Path.Combine(folder, ".git", inner));
        }

        var origin = remote is null ? "" : $"[remote \"origin\"]\n\turl = {remote}\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n";
        File.WriteAllText(Path.Combine(folder, ".git", "HEAD"), "ref: refs/heads/main\n");
        File.WriteAllText(Path.Combine(folder, ".git", "refs/heads/main"), Commit + "\n");
        File.WriteAllText(Path.Combine(folder, ".git", "config"), "[core]\n\trepositoryformatversion = 0\n\tbare = false\n" + origin);
        return folder;
    }

    private static string Output(string folder, string extension) => Path.Combine(folder, "src", "Library", "bin", "Release", "net10.0", "Library." + extension);

    private static string? LinkOf(string folder) => Symbols(folder, metadata =>
    {
        var found = metadata.CustomDebugInformation.Select(metadata.GetCustomDebugInformation).Where(one => metadata.GetGuid(one.Kind) == SourceLink).ToList();
        return found.Count == 0 ? null : Encoding.UTF8.GetString(metadata.GetBlobBytes(found.Single().Value));
    });

    /// <summary>The files of the library itself; what the build writes beside them is embedded and has paths of its own.</summary>
    private static List<string> DocumentsOf(string folder) => Symbols(folder, metadata =>
        metadata.Documents.Select(document => metadata.GetString(metadata.GetDocument(document).Name)).Where(name => !name.Contains("/obj/", StringComparison.Ordinal)).ToList());

    private static T Symbols<T>(string folder, Func<MetadataReader, T> read)
    {
        using var symbols = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(Output(folder, "pdb")));
        return read(symbols.GetMetadataReader());
    }
}
