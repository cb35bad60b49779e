using System.CommandLine;
using System.Text;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Tool.Mechanisms;
using MechanismDsl.Tool.Projects;
using MechanismDsl.Tool.Reports.Map;
using MechanismDsl.Tool.Reports.Pages;

namespace MechanismDsl.Tool.Commands;

/// <summary><c>mechanism report</c>: pages that can be opened in a browser, mailed and printed.</summary>
internal static class ReportCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var name = new Argument<string?>("name") { Description = "The mechanism; without it all of the project, with a map of them.", Arity = ArgumentArity.ZeroOrOne };
        var project = Choices.Project();
        var output = new Option<string?>("--output", "-o") { Description = "The page to write, or for all mechanisms the folder; by default NAME.html, or the folder reports.", HelpName = "path" };
        var command = new Command(
            "report",
            """
            Writes a page with pictures, guarantees and code for a mechanism, or for all of a project with a map.

            Examples:
              mechanism report TwoBuyers -o report.html
              mechanism report -o reports
            """)
        { name, project, output };
        command.SetAction((call, cancellation) =>
        {
            var (compilation, mechanisms) = Choices.Read(call.GetValue(project), cancellation);
            if (call.GetValue(name) is { } one)
            {
                var mechanism = mechanisms.Named(one);
                Save(call.GetValue(output) ?? mechanism.Name + ".html", Screen.While($"Drawing {mechanism.Name}", () => Page(compilation, mechanism, Meanings.Solve(compilation, mechanism, cancellation), cancellation)));
                return Task.FromResult(mechanism.Errors.Any() ? ToolException.BadProject : 0);
            }

            var folder = call.GetValue(output) ?? "reports";
            Directory.CreateDirectory(folder);
            List<MapEntry> entries = [];
            foreach (var mechanism in mechanisms)
            {
                var solution = Meanings.Solve(compilation, mechanism, cancellation);
                entries.Add(MapEntry.Read(mechanism, solution, cancellation));
                Save(Path.Combine(folder, entries[^1].Page), Screen.While($"Drawing {mechanism.Name}", () => Page(compilation, mechanism, solution, cancellation)));
            }

            Save(Path.Combine(folder, MapPage.FileName), MapPage.Write(compilation.Source.AssemblyName ?? "project", entries));
            return Task.FromResult(mechanisms.Any(mechanism => mechanism.Errors.Any()) ? ToolException.BadProject : 0);
        });
        return command;
    }

    private static string Page(ProjectCompilation project, Declared mechanism, Solution? solution, CancellationToken cancellation) => MechanismPage.Write(
        mechanism,
        solution,
        string.Join('\n', project.CodeOf(mechanism).Select(file => file.SourceText.ToString())),
        cancellation);

    private static void Save(string path, string page)
    {
        try
        {
            File.WriteAllText(path, page, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"'{path}' cannot be written: {failure.Message}");
        }

        Screen.Results.Profile.Out.Writer.WriteLine(path);
    }
}
