using System.CommandLine;
using MechanismDsl.Tool;
using MechanismDsl.Tool.Commands;
using Spectre.Console;

var root = new RootCommand(
    """
    Lists, shows, proves, runs, explains, simulates and draws the mechanisms that a project declares with MechanismDsl.

    Examples:
      mechanism list
      mechanism show TwoBuyers --code
      mechanism prove SponsoredSearch
      mechanism run TwoBuyers --bids bids.csv --format json
      mechanism explain TwoBuyers --bids bids.csv --agent South
      mechanism simulate TwoBuyers --draws 200000
      mechanism report TwoBuyers -o report.html
    """)
{
    ListCommand.Create(),
    ShowCommand.Create(),
    ProveCommand.Create(),
    RunCommand.Create(),
    ExplainCommand.Create(),
    SimulateCommand.Create(),
    ReportCommand.Create(),
};

try
{
    return root.Parse(args).Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (ToolException failure)
{
    Screen.Errors.MarkupLineInterpolated($"[red]{failure.Message}[/]");
    return failure.ExitCode;
}
catch (OperationCanceledException)
{
    Screen.Errors.MarkupLine("[red]Stopped before the end.[/]");
    return ToolException.Stopped;
}
