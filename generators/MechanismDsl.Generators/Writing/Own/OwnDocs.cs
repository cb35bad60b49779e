using MechanismDsl.Generators.Planning;
using MechanismDsl.Language;

namespace MechanismDsl.Generators.Writing.Own;

/// <summary>Documentation that the ways to run such a mechanism share.</summary>
internal sealed class OwnDocs(OwnPlan plan, OwnText text, SourceWriter writer)
{
    private string Members => string.Join(", ", plan.Report.Fields.Select(one => one.Parameter));

    /// <summary>Summary, parameters, result and errors of a run over all reports.</summary>
    public void WriteRun(string summary, string? returns, string? memory = null, string? memoryWords = null)
    {
        writer.Doc("summary", summary);
        var order = plan.IsNamed ? $", in the order {string.Join(", ", plan.Agents)}" : plan.MostAgents is { } most ? $"; at most {most}" : string.Empty;
        writer.ParameterDoc(text.Reports, $"One {text.One} {(plan.Market.IsProcurement ? "a supplier" : "a bidder")}{order}.");
        if (memory is not null)
        {
            writer.ParameterDoc(memory, memoryWords!);
        }

        if (returns is not null)
        {
            writer.Line($"/// <returns>{XmlText.Encode(returns)}</returns>");
        }

        WriteExceptions();
    }

    /// <summary>The documentation of <c>RunBatch</c>.</summary>
    public void WriteBatch()
    {
        writer.Doc("summary", "Runs the mechanism on many profiles, one after the other.");
        writer.ParameterDoc(text.Reports, "Row by row: the first profile, then the second, and so on.");
        writer.ParameterDoc("agents", "Number of reports in a row.");
        writer.ParameterDoc("outcomes", "Receives one outcome a profile.");
        WriteExceptions();
    }

    /// <summary>The documentation of the run with one span for each number of a report.</summary>
    public void WriteColumns()
    {
        writer.Doc("summary", "Runs the mechanism once on reports stored number by number (structure of arrays).");
        foreach (var field in plan.Report.Fields)
        {
            writer.ParameterDoc(field.Parameter, $"One an agent: {text.Domain(field)}.");
        }

        writer.Line("/// <returns>The outcome, as for reports in a row.</returns>");
        WriteExceptions();
    }

    /// <summary>The errors of every run.</summary>
    public void WriteExceptions()
    {
        writer.Line($"/// <exception cref=\"global::System.ArgumentOutOfRangeException\">{XmlText.Encode($"A number outside its declared domain ({Members}); the message names agent, number, value and domain.")}</exception>");
        if (plan.IsNamed || plan.MostAgents is not null || plan.Report.Shape == ReportShape.Parameters)
        {
            writer.Line("/// <exception cref=\"global::System.ArgumentException\">The number of reports is not the declared one.</exception>");
        }

        switch (plan.Decision)
        {
            case DecisionPlan.Score { Type: "double" }:
                writer.Line("/// <exception cref=\"global::System.ArithmeticException\">A score is not a number; the message names agent and report.</exception>");
                break;
            case DecisionPlan.Allocation:
                writer.Line("/// <exception cref=\"global::System.InvalidOperationException\">The allocation names an agent that does not exist, or hands out more than there is.</exception>");
                break;
        }
    }
}
