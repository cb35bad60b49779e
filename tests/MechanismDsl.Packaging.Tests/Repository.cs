using System.Reflection;

namespace MechanismDsl.Packaging.Tests;

/// <summary>Where the repository under test lies and how it was built.</summary>
internal static class Repository
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    public static string Configuration { get; } = Metadata("Configuration");

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    /// <summary>Copies what a consumer by project reference needs, so that building it cannot disturb the build under test.</summary>
    public static string CopySources(string target)
    {
        foreach (var folder in (string[])["src", "generators", "analyzers"])
        {
            foreach (var file in Directory.EnumerateFiles(PathOf(folder), "*", SearchOption.AllDirectories))
            {
                var relative = Path.GetRelativePath(Root, file);
                var parts = relative.Split(Path.DirectorySeparatorChar);
                if (!parts.Contains("bin") && !parts.Contains("obj"))
                {
                    Copy(relative);
                }
            }
        }

        foreach (var file in Directory.EnumerateFiles(Root))
        {
            Copy(Path.GetFileName(file));
        }

        return target;

        void Copy(string relative)
        {
            var copy = Path.Combine(target, relative);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(PathOf(relative), copy);
        }
    }

    private static string Metadata(string key) => typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(attribute => attribute.Key == key).Value!;
}
