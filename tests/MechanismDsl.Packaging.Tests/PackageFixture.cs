using System.IO.Compression;

namespace MechanismDsl.Packaging.Tests;

/// <summary>Packs the product once, under a version that no cache can hold, into a folder feed outside the repository.</summary>
public sealed class PackageFixture : IDisposable
{
    public PackageFixture()
    {
        Folder = Directory.CreateTempSubdirectory("mechanismdsl-").FullName;
        Feed = Directory.CreateDirectory(Path.Combine(Folder, "feed")).FullName;
        Version = $"0.1.0-test.{Environment.ProcessId}.{Path.GetFileName(Folder).GetHashCode(StringComparison.Ordinal) & 0xffff}";
        Dotnet.Succeed(Repository.Root, "pack", "src/MechanismDsl/MechanismDsl.csproj", "--no-build", "-c", Repository.Configuration, "-o", Feed, $"-p:Version={Version}", "-v", "q");
    }

    /// <summary>A folder outside the repository that is deleted with the fixture.</summary>
    public string Folder { get; }

    public string Feed { get; }

    public string Version { get; }

    public IReadOnlyList<string> Entries()
    {
        using var package = ZipFile.OpenRead(Path.Combine(Feed, $"MechanismDsl.{Version}.nupkg"));
        return [.. package.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal)];
    }

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

    public void Dispose()
    {
        var cached = Path.Combine(
            Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"),
            "mechanismdsl",
            Version);
        foreach (var folder in (string[])[Folder, cached])
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }
}
