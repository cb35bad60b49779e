using System.CommandLine;
using System.Text.Json;
using MechanismDsl.Tool.Projects;
using MechanismDsl.Tool.Running;
using Spectre.Console;

namespace MechanismDsl.Tool.Commands;

/// <summary><c>mechanism run</c>: builds the project and runs one of its mechanisms on the bids of a file.</summary>
internal static class RunCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var name = Choices.Name();
        var project = Choices.Project();
        var format = Choices.Format();
        var bids = Choices.Bids();
        var command = new Command(
            "run",
            """
            Runs a mechanism on the bids of a file: who gets what, who pays what.

            Examples:
              mechanism run TwoBuyers --bids bids.csv
              mechanism run Licences --bids packages.csv --format json
            """)
        { name, bids, project, format };
        command.SetAction((call, _) =>
        {
            var file = BidFile.Read(call.GetValue(bids)!);
            using var host = Screen.While("Building the project", () => MechanismHost.Build(ProjectFile.Find(call.GetValue(project))));
            Write(host.Find(call.GetValue(name)!).Run(file), call.GetValue(format));
            return Task.FromResult(0);
        });
        return command;
    }

    private static void Write(IReadOnlyList<Played> profiles, Format format)
    {
        var writer = Screen.Results.Profile.Out.Writer;
        switch (format)
        {
            case Format.Json:
                writer.WriteLine(JsonSerializer.Serialize(profiles, JsonText.Indented));
                break;
            case Format.Csv:
                CsvText.Write(writer, ["profile", "agent", "gets", "pays"], profiles.SelectMany(profile => profile.Rows.Select(row =>
                    (IReadOnlyList<string>)[profile.Profile, row.Agent, row.Gets, row.Pays ?? string.Empty])));
                break;
            default:
                var table = new Table().RoundedBorder().AddColumns("Profile", "Agent", "Gets");
                table.AddColumn(new TableColumn("Pays").RightAligned());
                foreach (var profile in profiles)
                {
                    foreach (var row in profile.Rows)
                    {
                        table.AddRow(Markup.Escape(profile.Profile), Markup.Escape(row.Agent), Markup.Escape(row.Gets), Markup.Escape(row.Pays ?? string.Empty));
                    }
                }

                Screen.Results.Write(table);
                break;
        }
    }
}
