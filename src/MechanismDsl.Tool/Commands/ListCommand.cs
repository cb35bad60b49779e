using System.CommandLine;
using System.Text.Json;
using MechanismDsl.Tool.Mechanisms;
using Spectre.Console;

namespace MechanismDsl.Tool.Commands;

/// <summary><c>mechanism list</c>: what a project declares, what holds for it, and what is wrong.</summary>
internal static class ListCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var project = Choices.Project();
        var format = Choices.Format();
        var command = new Command("list", "Lists the mechanisms of a project with what holds for each of them.") { project, format };
        command.SetAction((call, cancellation) =>
        {
            var mechanisms = Choices.Read(call.GetValue(project), cancellation).Mechanisms;
            Write([.. mechanisms], call.GetValue(format));
            return Task.FromResult(mechanisms.Any(one => one.Errors.Any()) ? ToolException.BadProject : 0);
        });
        return command;
    }

    private static void Write(IReadOnlyList<Declared> mechanisms, Format format)
    {
        switch (format)
        {
            case Format.Json:
                Screen.Results.Profile.Out.Writer.WriteLine(JsonSerializer.Serialize(mechanisms.Select(Row.Of), JsonText.Indented));
                break;
            case Format.Csv:
                CsvText.Write(Screen.Results.Profile.Out.Writer, ["name", "place", "environment", "guarantees", "errors"], mechanisms.Select(Row.Of).Select(row =>
                    (IReadOnlyList<string>)[row.Name, row.Place, row.Environment ?? string.Empty, string.Join(' ', row.Guarantees), string.Join(' ', row.Errors)]));
                break;
            default:
                WriteTable(mechanisms);
                break;
        }
    }

    private static void WriteTable(IReadOnlyList<Declared> mechanisms)
    {
        if (mechanisms.Count == 0)
        {
            Screen.Errors.WriteLine("The project declares no mechanism: no type is marked [Mechanism].");
            return;
        }

        var table = new Table().RoundedBorder().AddColumns("Mechanism", "Environment", "Guarantees", "Place");
        foreach (var one in mechanisms)
        {
            var errors = one.Errors.ToList();
            var guarantees = string.Join('\n', one.Guarantees.Strongest().Select(evidence => Markup.Escape(evidence.Guarantee.Words())));
            var wrong = string.Join('\n', errors.Select(error => $"[red]{Markup.Escape(error.Id)}[/] {Markup.Escape(error.GetMessage(System.Globalization.CultureInfo.InvariantCulture))}"));
            table.AddRow(
                $"[bold]{Markup.Escape(one.Name)}[/]",
                Markup.Escape(one.Environment ?? "not solved"),
                guarantees.Length > 0 && wrong.Length > 0 ? $"{guarantees}\n{wrong}" : guarantees + wrong,
                Markup.Escape(one.Place));
        }

        Screen.Results.Write(table);
    }

    private sealed record Row(string Name, string Place, string? Environment, IReadOnlyList<string> Guarantees, IReadOnlyList<string> Assumptions, IReadOnlyList<string> Errors)
    {
        public static Row Of(Declared one) => new(
            one.Name,
            one.Place,
            one.Environment,
            [.. one.Guarantees.Select(evidence => evidence.Guarantee.ToString())],
            [.. one.Assumptions.Select(assumption => assumption.Guarantee.ToString())],
            [.. one.Errors.Select(error => error.Id)]);
    }
}
