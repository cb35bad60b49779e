using System.CommandLine;
using MechanismDsl.Tool.Mechanisms;
using MechanismDsl.Tool.Projects;

namespace MechanismDsl.Tool.Commands;

/// <summary>How results are written.</summary>
internal enum Format
{
    /// <summary>For people.</summary>
    Table,

    /// <summary>Comma-separated values with a header (RFC 4180).</summary>
    Csv,

    /// <summary>One JSON document.</summary>
    Json,
}

/// <summary>Options and arguments that several commands have.</summary>
internal static class Choices
{
    /// <summary>Which project.</summary>
    public static Option<string?> Project() => new("--project", "-p") { Description = "The project file or its folder; by default the one in the current folder.", HelpName = "path" };

    /// <summary>Which mechanism.</summary>
    public static Argument<string> Name() => new("name") { Description = "The mechanism: the name of its type." };

    /// <summary>The file of bids.</summary>
    public static Option<string> Bids() => new("--bids", "-b")
    {
        Description = "A CSV file with a header. One number an agent: a column an agent, a row a profile. Packages: a row a bid, with columns bidder, goods (A+B) and value. "
            + "Otherwise a row an agent, with a column 'profile' and a column for each part of its report.",
        Required = true,
        HelpName = "file.csv",
    };

    /// <summary>How results are written.</summary>
    public static Option<Format> Format() => new("--format", "-f") { Description = "How results are written.", DefaultValueFactory = _ => Commands.Format.Table };

    /// <summary>Reads a project.</summary>
    public static (ProjectCompilation Project, System.Collections.Immutable.ImmutableArray<Declared> Mechanisms) Read(string? project, CancellationToken cancellation) =>
        Screen.While("Reading the project", () =>
        {
            var compilation = ProjectCompilation.Load(ProjectFile.Find(project));
            return (compilation, MechanismReader.Read(compilation, cancellation));
        });
}
