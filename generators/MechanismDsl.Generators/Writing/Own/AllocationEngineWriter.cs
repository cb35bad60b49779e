using MechanismDsl.Generators.Planning;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Writing.Own;

/// <summary>Writes what a rule over all reports needs: the call with its result checked, and the thresholds by searching the rule with one report replaced.</summary>
internal sealed class AllocationEngineWriter(OwnPlan plan, OwnText text, SourceWriter writer)
{
    private readonly string _reports = text.Reports;

    /// <summary>Writes it.</summary>
    public void Write(DecisionPlan.Allocation allocation)
    {
        if (allocation.Form == AllocationForm.Winner)
        {
            WriteWinner(allocation);
        }
        else
        {
            WriteAllocate(allocation);
        }

        if (plan.Payment is null)
        {
            WritePrice(allocation);
            WriteFocal(allocation);
        }
    }

    /// <summary>The type in which the rule is given the reports.</summary>
    public static string Given(OwnPlan plan, OwnText text) => plan.Decision is DecisionPlan.Allocation { Method.NeedsArray: true } || plan.Payment is { NeedsArray: true }
        ? text.Report + "[]"
        : $"global::System.Span<{text.Report}>";

    /// <summary>The C# type of one quantity.</summary>
    public static string Quantity(AllocationForm form) => form switch
    {
        AllocationForm.Served => "bool",
        AllocationForm.Units => "int",
        _ => "double",
    };

    private string Type => Given(plan, text);

    private void WriteWinner(DecisionPlan.Allocation allocation)
    {
        writer.Line();
        writer.Doc("summary", "The rule's winner: one of the agents, or -1 for nobody.");
        writer.Block($"public static int Winner({Type} {_reports})", () =>
        {
            writer.Line($"var winner = {text.Self}.{Identifier.Escape(allocation.Method.Name)}({_reports});");
            writer.Line($"{OwnText.Kernels}RuleDomain.CheckWinner(winner, {_reports}.Length);");
            writer.Line("return winner;");
        });
    }

    private void WriteAllocate(DecisionPlan.Allocation allocation)
    {
        var quantity = Quantity(allocation.Form);
        var call = $"{text.Self}.{Identifier.Escape(allocation.Method.Name)}({_reports}";
        writer.Line();
        writer.Doc("summary", "What the rule gives each agent.");
        writer.Block($"public static void Allocate({Type} {_reports}, global::System.Span<{quantity}> quantities)", () =>
        {
            if (allocation.FillsSpan)
            {
                writer.Line("quantities.Clear();");
                writer.Line($"{call}, quantities);");
                return;
            }

            writer.Line($"var answer = {call});");
            writer.Line($"{OwnText.Kernels}RuleDomain.CheckLength(answer.Length, {_reports}.Length);");
            writer.Line("global::System.MemoryExtensions.CopyTo(answer, quantities);");
        });
    }

    private void WritePrice(DecisionPlan.Allocation allocation)
    {
        var market = plan.Market;
        var quantity = Quantity(allocation.Form);
        writer.Line();
        writer.Doc("summary", allocation.Form switch
        {
            AllocationForm.Winner or AllocationForm.Served => $"The {market.Worst} report with which the agent would still be served, all others' as they are (Myerson 1981).",
            AllocationForm.Units => $"The sum over the agent's units of the {market.Worst} report that gets so many (Myerson 1981).",
            _ when market.IsProcurement => "c·q(c) + ∫ q from the cost c up, for the agent's chance q (Myerson 1981).",
            _ => "x·q(x) − ∫ q up to the report x, for the agent's chance q (Myerson 1981).",
        });
        var amount = text.Amount($"{_reports}[agent]");
        if (allocation.Form == AllocationForm.Winner)
        {
            writer.Block($"public static {text.Search} Price({Type} {_reports}, int agent)", () =>
                new ThresholdText(plan, text).WriteReturn(writer, $"new Focal({_reports}, agent)", amount));
            return;
        }

        writer.Block($"public static {text.Search} Price({Type} {_reports}, global::System.Span<{quantity}> quantities, int agent)", () =>
            new ThresholdText(plan, text).WriteReturn(writer, $"new Focal({_reports}, quantities, agent)", amount));
    }

    private void WriteFocal(DecisionPlan.Allocation allocation)
    {
        var isChoice = allocation.Form is AllocationForm.Winner or AllocationForm.Served;
        var type = plan.Report.HasTypes && plan.Report.Own.Type == "int" ? "int" : text.Search;
        var isWinner = allocation.Form == AllocationForm.Winner;
        var quantities = $"global::System.Span<{Quantity(allocation.Form)}>";
        writer.Line();
        writer.Doc("summary", "The rule as one agent sees it: its report changes, all others stand still.");
        writer.Block($"private readonly ref struct Focal : {OwnText.Kernels}{(isChoice ? "IWinTest" : "IQuantityCurve")}<{type}>", () =>
        {
            writer.Line($"private readonly {Type} _reports;");
            if (!isWinner)
            {
                writer.Line($"private readonly {quantities} _quantities;");
            }

            writer.Line("private readonly int _agent;");
            writer.Line();
            writer.Block($"public Focal({Type} reports, {(isWinner ? string.Empty : quantities + " quantities, ")}int agent)", () =>
            {
                writer.Line("_reports = reports;");
                if (!isWinner)
                {
                    writer.Line("_quantities = quantities;");
                }

                writer.Line("_agent = agent;");
            });
            writer.Line();
            writer.Block($"public {(isChoice ? "bool Wins" : "double Quantity")}({type} amount)", () =>
            {
                writer.Line("var own = _reports[_agent];");
                writer.Line($"_reports[_agent] = {text.With("own", "amount")};");
                writer.Line(isWinner ? "var result = Winner(_reports) == _agent;" : "Allocate(_reports, _quantities);");
                writer.Line("_reports[_agent] = own;");
                writer.Line(isWinner ? "return result;" : "return _quantities[_agent];");
            });
        });
    }
}
