using System.CommandLine;
using System.Text.Json;
using MechanismDsl.Tool.Projects;
using MechanismDsl.Tool.Running;
using Spectre.Console;

namespace MechanismDsl.Tool.Commands;

/// <summary><c>mechanism explain</c>: builds the project, runs one of its mechanisms on the bids of a file and says why everybody gets and pays what it does.</summary>
internal static class ExplainCommand
{
    /// <summary>How explanations are written.</summary>
    internal enum Form
    {
        /// <summary>For people.</summary>
        Text,

        /// <summary>One JSON document.</summary>
        Json,
    }

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var name = Choices.Name();
        var project = Choices.Project();
        var bids = Choices.Bids();
        var agent = new Option<string?>("--agent", "-a") { Description = "The agent that asks, by its name in the file or by its index from 0; by default all.", HelpName = "name" };
        var form = new Option<Form>("--format", "-f") { Description = "How explanations are written.", DefaultValueFactory = _ => Form.Text };
        var command = new Command(
            "explain",
            """
            Says why this agent wins and why it pays this price, for every profile of a file of bids.

            Examples:
              mechanism explain TwoBuyers --bids bids.csv
              mechanism explain TwoBuyers --bids bids.csv --agent South --format json
            """)
        { name, bids, agent, project, form };
        command.SetAction((call, _) =>
        {
            var file = BidFile.Read(call.GetValue(bids)!);
            using var host = Screen.While("Building the project", () => MechanismHost.Build(ProjectFile.Find(call.GetValue(project))));
            Write(host.Find(call.GetValue(name)!).Explain(file, call.GetValue(agent)), call.GetValue(form));
            return Task.FromResult(0);
        });
        return command;
    }

    private static void Write(IReadOnlyList<Explained> all, Form form)
    {
        var writer = Screen.Results.Profile.Out.Writer;
        if (form == Form.Json)
        {
            writer.WriteLine(JsonSerializer.Serialize(all, JsonText.Indented));
            return;
        }

        foreach (var profile in all.GroupBy(one => one.Profile, StringComparer.Ordinal))
        {
            Screen.Results.Write(new Rule($"profile {Markup.Escape(profile.Key)}").LeftJustified());
            foreach (var (_, agent, why) in profile)
            {
                // Sentences name agents that have no declared names by their index; the name of the file stands before them.
                var subject = agent is null || why.StartsWith(agent, StringComparison.Ordinal) ? string.Empty : $"{agent}: ";
                writer.WriteLine(subject + why);
            }
        }
    }
}
