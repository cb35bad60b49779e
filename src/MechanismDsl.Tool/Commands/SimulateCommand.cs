using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using MechanismDsl.Auditing;
using MechanismDsl.Tool.Projects;
using MechanismDsl.Tool.Running;
using Spectre.Console;

namespace MechanismDsl.Tool.Commands;

/// <summary><c>mechanism simulate</c>: builds the project, draws types from a mechanism's prior and estimates what to expect.</summary>
internal static class SimulateCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var name = Choices.Name();
        var project = Choices.Project();
        var format = Choices.Format();
        var draws = new Option<long>("--draws", "-n") { Description = "How many profiles are drawn.", DefaultValueFactory = _ => 1_000_000, HelpName = "number" };
        var seed = new Option<long>("--seed", "-s") { Description = "The same seed gives the same numbers, on every machine.", DefaultValueFactory = _ => 1, HelpName = "number" };
        var agents = new Option<int?>("--agents") { Description = "The number of agents, where the declaration leaves it free.", HelpName = "number" };
        var buyers = new Option<int?>("--buyers") { Description = "The number of buyers of an exchange.", HelpName = "number" };
        var sellers = new Option<int?>("--sellers") { Description = "The number of sellers of an exchange.", HelpName = "number" };
        var byType = new Option<bool>("--by-type", "-t") { Description = "Adds a row for each type of each agent, or for each tenth of its types." };
        var command = new Command(
            "simulate",
            """
            Draws types from the prior and estimates revenue, welfare and the utility of each agent, with 95 % confidence.

            Examples:
              mechanism simulate TwoBuyers
              mechanism simulate Bimodal --agents 3 --draws 200000 --by-type
            """)
        { name, draws, seed, agents, buyers, sellers, byType, project, format };
        command.SetAction((call, cancellation) =>
        {
            using var host = Screen.While("Building the project", () => MechanismHost.Build(ProjectFile.Find(call.GetValue(project))));
            var mechanism = host.TypeOf(call.GetValue(name)!);
            var setup = new AuditSetup { Seed = call.GetValue(seed), Agents = call.GetValue(agents), Buyers = call.GetValue(buyers), Sellers = call.GetValue(sellers) };
            var result = Screen.Progress($"Simulating {mechanism.Name}", progress => Simulator.Run(mechanism, call.GetValue(draws), setup, progress, cancellation));
            Write(result, call.GetValue(format), call.GetValue(byType));
            return Task.FromResult(0);
        });
        return command;
    }

    /// <summary>What was estimated, a row each: what it is about, the mean, half of the confidence interval, and the exact number where it is known.</summary>
    internal static IEnumerable<(string What, Estimate Estimate, double? Exactly)> Rows(Simulation simulation, bool byType)
    {
        yield return ("revenue", simulation.Revenue, simulation.ExactRevenue);
        yield return ("welfare", simulation.Welfare, simulation.ExactWelfare);
        if (simulation.SaleProbability is { } sale)
        {
            yield return ("somebody is served", sale, null);
        }

        foreach (var agent in simulation.Agents)
        {
            yield return ($"{agent.Name}: utility", agent.Utility, null);
            if (simulation.SaleProbability is not null)
            {
                yield return ($"{agent.Name}: gets", agent.Quantity, null);
            }

            foreach (var band in byType ? agent.ByType : [])
            {
                var types = band.Low == band.High ? string.Create(CultureInfo.InvariantCulture, $"type {band.Low:0.####}") : string.Create(CultureInfo.InvariantCulture, $"types {band.Low:0.####} to {band.High:0.####}");
                yield return ($"{agent.Name}, {types}: utility", band.Utility, null);
            }
        }
    }

    private static void Write(Simulation simulation, Format format, bool byType)
    {
        var writer = Screen.Results.Profile.Out.Writer;
        var rows = Rows(simulation, byType).ToList();
        switch (format)
        {
            case Format.Json:
                writer.WriteLine(JsonSerializer.Serialize(
                    new { simulation.Mechanism, simulation.Draws, simulation.Seed, Estimates = rows.Select(row => new { row.What, row.Estimate.Mean, row.Estimate.HalfWidth, row.Exactly }) },
                    JsonText.Indented));
                break;
            case Format.Csv:
                CsvText.Write(writer, ["what", "mean", "half width", "exactly"], rows.Select(row => (IReadOnlyList<string>)[row.What, Text(row.Estimate.Mean), Text(row.Estimate.HalfWidth), row.Exactly is { } exact ? Text(exact) : string.Empty]));
                break;
            default:
                var table = new Table().RoundedBorder().Title(FormattableString.Invariant($"{simulation.Draws} profiles of truthful reports, seed {simulation.Seed}")).AddColumn("What");
                table.AddColumn(new TableColumn("Mean").RightAligned()).AddColumn(new TableColumn("± (95 %)").RightAligned()).AddColumn(new TableColumn("Exactly").RightAligned());
                foreach (var (what, estimate, exactly) in rows)
                {
                    table.AddRow(Markup.Escape(what), Text(estimate.Mean, "0.#####"), Text(estimate.HalfWidth, "0.#####"), exactly is { } exact ? Text(exact) : string.Empty);
                }

                Screen.Results.Write(table);
                break;
        }
    }

    private static string Text(double number, string? format = null) => number.ToString(format, CultureInfo.InvariantCulture);
}
