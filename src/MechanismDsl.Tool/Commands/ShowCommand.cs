using System.CommandLine;
using System.Globalization;
using MechanismDsl.Tool.Mechanisms;
using Microsoft.CodeAnalysis;
using Spectre.Console;

namespace MechanismDsl.Tool.Commands;

/// <summary><c>mechanism show</c>: a mechanism in words, its guarantees with their reasons, what the compiler says of it, its generated code.</summary>
internal static class ShowCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var name = Choices.Name();
        var project = Choices.Project();
        var code = new Option<bool>("--code", "-c") { Description = "Shows the generated code, too." };
        var command = new Command("show", "Shows a mechanism: who wins, what is paid, what holds and why.") { name, project, code };
        command.SetAction((call, cancellation) =>
        {
            var (compilation, mechanisms) = Choices.Read(call.GetValue(project), cancellation);
            var mechanism = mechanisms.Named(call.GetValue(name)!);
            Write(mechanism);
            if (call.GetValue(code))
            {
                foreach (var file in compilation.CodeOf(mechanism))
                {
                    Screen.Results.Profile.Out.Writer.WriteLine(file.SourceText.ToString());
                }
            }

            return Task.FromResult(mechanism.Errors.Any() ? ToolException.BadProject : 0);
        });
        return command;
    }

    private static void Write(Declared mechanism)
    {
        var screen = Screen.Results;
        screen.Write(new Rule($"[bold]{Markup.Escape(mechanism.Name)}[/]: {Markup.Escape(mechanism.Environment ?? "not solved")}, {Markup.Escape(mechanism.Place)}").LeftJustified());
        if (mechanism.Explanation is { } explanation)
        {
            // Not folded: the lines are sentences, and a terminal folds them by itself.
            screen.Profile.Out.Writer.WriteLine(explanation);
        }

        if (mechanism.Guarantees.Length > 0)
        {
            var table = new Table().RoundedBorder().AddColumns("Guarantee", "Why", "Scope");
            foreach (var (guarantee, theorem, scope) in mechanism.Guarantees)
            {
                table.AddRow(Markup.Escape(guarantee.Words()), Markup.Escape(theorem), Markup.Escape(scope));
            }

            screen.Write(table);
        }

        foreach (var (guarantee, because) in mechanism.Assumptions)
        {
            screen.MarkupLineInterpolated($"[yellow]Assumed[/]: {guarantee.Words()}, because {because}");
        }

        foreach (var one in mechanism.Found)
        {
            var line = one.Location.GetLineSpan();
            var colour = one.Severity switch { DiagnosticSeverity.Error => "red", DiagnosticSeverity.Warning => "yellow", _ => "blue" };
            screen.MarkupLine(FormattableString.Invariant(
                $"[{colour}]{one.Id}[/] line {line.StartLinePosition.Line + 1}: {Markup.Escape(one.GetMessage(CultureInfo.InvariantCulture))}"));
        }
    }
}
