using System.Text.Json;

namespace MechanismDsl.Tool.Projects;

/// <summary>A C# project on disk.</summary>
/// <param name="Path">The full path of the project file.</param>
internal sealed record ProjectFile(string Path)
{
    /// <summary>The folder of the project.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>The project that the user means: the file, the one in the folder, or the one in the current folder.</summary>
    /// <exception cref="ToolException">There is none, or there are several.</exception>
    public static ProjectFile Find(string? named)
    {
        var place = System.IO.Path.GetFullPath(named ?? ".");
        if (File.Exists(place))
        {
            return new ProjectFile(place);
        }

        if (!Directory.Exists(place))
        {
            throw new ToolException($"There is no project '{named}'. Name a .csproj file or its folder with --project.");
        }

        var projects = Directory.GetFiles(place, "*.csproj");
        return projects switch
        {
            [var only] => new ProjectFile(only),
            [] => throw new ToolException($"There is no .csproj in '{place}'. Name one with --project."),
            _ => throw new ToolException($"There are several projects in '{place}': {string.Join(", ", projects.Select(System.IO.Path.GetFileName))}. Name one with --project."),
        };
    }

    /// <summary>Builds the project with everything that it refers to.</summary>
    public Dotnet.Reply Build() => Dotnet.Run(Folder, "build", Path, "-v", "quiet", "-clp:NoSummary");

    /// <summary>The assembly that a build writes.</summary>
    public string Assembly() => Dotnet.Run(Folder, "msbuild", Path, "-getProperty:TargetPath") is { IsGood: true, Output: var path }
        ? path.Trim()
        : throw new ToolException($"'{Path}' is no project that the SDK understands.");

    /// <summary>The arguments with which the project's sources are compiled.</summary>
    /// <exception cref="ToolException">The project cannot be restored or evaluated.</exception>
    public IReadOnlyList<string> CompilerArguments()
    {
        var reply = Ask("-p:BuildProjectReferences=false");
        if (!reply.IsGood)
        {
            // Projects that it refers to have not been built yet; its own errors do not matter here.
            Build();
            reply = Ask("-p:BuildProjectReferences=false");
        }

        if (!reply.IsGood)
        {
            throw new ToolException($"'{Path}' cannot be compiled:\n{reply.Output}{reply.Errors}", ToolException.BadProject);
        }

        using var answer = JsonDocument.Parse(reply.Output);
        return [.. answer.RootElement.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray().Select(item => item.GetProperty("Identity").GetString()!)];
    }

    private Dotnet.Reply Ask(string property) => Dotnet.Run(
        Folder,
        "msbuild",
        Path,
        "-restore",
        "-t:ResolveReferences;CoreCompile",
        property,
        "-p:SkipCompilerExecution=true",
        "-p:ProvideCommandLineArgs=true",
        "-p:NonExistentFile=__always__",
        "-getItem:CscCommandLineArgs");
}
