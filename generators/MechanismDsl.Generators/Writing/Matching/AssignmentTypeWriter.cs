using MechanismDsl.Generators.Planning;
using MechanismDsl.Language.Declarations;

namespace MechanismDsl.Generators.Writing.Matching;

/// <summary>Writes the file of an assignment of items to agents who want at most one each.</summary>
internal sealed class AssignmentTypeWriter
{
    private readonly AssignmentPlan _plan;
    private readonly SourceWriter _writer;
    private readonly string _money;

    private AssignmentTypeWriter(AssignmentPlan plan, SourceWriter writer)
    {
        _plan = plan;
        _writer = writer;
        _money = plan.Currency.Type;
    }

    private string Allotments => $"global::MechanismDsl.Allotments<{_money}>";

    private string Allotment => $"global::MechanismDsl.Allotment<{_money}>";

    /// <summary>The text of the file.</summary>
    public static string Write(AssignmentPlan plan)
    {
        var money = plan.Currency.Type;
        var contract = plan.IsNamed
            ? $"IMechanism<{Identifier.Escape(plan.Type.Name)}.{GeneratedMembers.Report}, global::MechanismDsl.Allotments<{money}>>"
            : $"IAssignment<{money}>";
        return new MechanismFrame(plan, contract, "assignment with unit demand", plan.Explanation[0].Text, plan.Explanation).Write(
            members => new AssignmentTypeWriter(plan, members).WriteMembers());
    }

    private void WriteMembers()
    {
        if (_plan.IsNamed)
        {
            WriteNamedRuns();
            if (_plan.Agents.Count > 0)
            {
                new NamedAssignmentWriter(_plan, _writer).Write();
            }

            WriteItemName();
            WriteReport();
        }
        else
        {
            WriteRuns();
        }

        new ExplainWriter(_writer).WriteAssignment(_plan, GeneratedMembers.Report);
    }

    private void WriteRuns()
    {
        WriteDoc("Runs the mechanism once.", ("values", "What every item is worth to every agent, agent by agent: the value of item j to agent i is at i * items + j."), ("items", "The number of items, at least 1."));
        _writer.Line("/// <returns>For every agent its item and its payment.</returns>");
        WriteExceptions("The number of values is no multiple of the number of items.");
        _writer.Block($"public static {Allotments} Run(global::System.ReadOnlySpan<{_money}> values, int items)", () =>
        {
            _writer.Line("global::System.ArgumentOutOfRangeException.ThrowIfLessThan(items, 1);");
            _writer.Line($"var allotments = new {Allotment}[values.Length / items];");
            _writer.Line("Run(values, items, allotments);");
            _writer.Line("return new(allotments);");
        });
        WriteDoc("Runs the mechanism once, without allocating.", ("values", "What every item is worth to every agent, agent by agent."), ("items", "The number of items, at least 1."), ("allotments", "Receives for every agent its item and its payment."));
        WriteExceptions("The lengths do not fit.");
        _writer.Line($"public static void Run(global::System.ReadOnlySpan<{_money}> values, int items, global::System.Span<{Allotment}> allotments) =>");
        _writer.Indented(() => _writer.Line(Call("values", "items", "[]") + ";"));
    }

    private void WriteNamedRuns()
    {
        WriteDoc("Runs the mechanism once.", ("reports", "One an agent: what every item is worth to it."));
        _writer.Line("/// <returns>For every agent its item, counted in the order of the enum, and its payment.</returns>");
        WriteExceptions();
        _writer.Block($"public static {Allotments} Run(global::System.ReadOnlySpan<{GeneratedMembers.Report}> reports)", () =>
        {
            _writer.Line($"var allotments = new {Allotment}[reports.Length];");
            _writer.Line("Run(reports, allotments);");
            _writer.Line("return new(allotments);");
        });
        WriteDoc("Runs the mechanism once, without allocating.", ("reports", "One an agent: what every item is worth to it."), ("allotments", "Receives for every agent its item, counted in the order of the enum, and its payment."));
        WriteExceptions("The lengths do not fit.");
        _writer.Block($"public static void Run(global::System.ReadOnlySpan<{GeneratedMembers.Report}> reports, global::System.Span<{Allotment}> allotments)", () =>
        {
            if (_plan.Agents.Count > 0)
            {
                _writer.Line($"global::MechanismDsl.Kernels.BatchShape.CheckAgents(reports.Length, {_plan.Agents.Count}, nameof(reports));");
            }

            _writer.Line("// A report is nothing but its values, so that all reports are one matrix.");
            _writer.Line($"var values = global::System.Runtime.InteropServices.MemoryMarshal.Cast<{GeneratedMembers.Report}, {_money}>(reports);");
            _writer.Line(Call("values", $"{_plan.Items.Names.Count}", $"[{string.Join(", ", _plan.Items.Capacities)}]") + ";");
        });
        WriteDoc("Runs the mechanism on many profiles, one after the other.", ("reports", "Row by row: the first profile, then the second, and so on."), ("agents", "Number of reports in a row."), ("outcomes", "Receives one outcome a profile; they share one block of memory."));
        WriteExceptions("The lengths do not fit.");
        _writer.Block($"public static void RunBatch(global::System.ReadOnlySpan<{GeneratedMembers.Report}> reports, int agents, global::System.Span<{Allotments}> outcomes)", () =>
        {
            _writer.Line("global::System.ArgumentOutOfRangeException.ThrowIfLessThan(agents, 1);");
            _writer.Block("if (reports.Length != (long)agents * outcomes.Length)", () =>
                _writer.Line("throw new global::System.ArgumentException(\"The number of reports is not the number of agents times the number of outcomes.\", nameof(reports));"));
            _writer.Line();
            _writer.Line($"var allotments = new {Allotment}[reports.Length];");
            _writer.Block("for (var profile = 0; profile < outcomes.Length; profile++)", () =>
            {
                _writer.Line("Run(reports.Slice(profile * agents, agents), global::System.MemoryExtensions.AsSpan(allotments, profile * agents, agents));");
                _writer.Line($"outcomes[profile] = new(new global::System.ReadOnlyMemory<{Allotment}>(allotments, profile * agents, agents));");
            });
        });
    }

    private string Call(string values, string items, string capacities)
    {
        var grid = _plan.Currency.IsGrid;
        return $"global::MechanismDsl.Kernels.UnitDemand.Run{(grid ? $"<{_money}>" : string.Empty)}({values}, {items}, {capacities}{(grid ? $", {_plan.Currency.Step}" : string.Empty)}, allotments)";
    }

    private void WriteItemName()
    {
        _writer.Line();
        _writer.Doc("summary", "The name of an item.");
        _writer.ParameterDoc("item", "Its index, counted from 0 in the order of the enum.");
        _writer.Line("/// <returns>The name; null for −1, no item.</returns>");
        _writer.Line("/// <exception cref=\"global::System.ArgumentOutOfRangeException\">There is no such item.</exception>");
        _writer.Line(Stamp.Attribute());
        _writer.Block("public static string? ItemName(int item) => item switch", () =>
        {
            _writer.Line("-1 => null,");
            for (var item = 0; item < _plan.Items.Names.Count; item++)
            {
                _writer.Line($"{item} => {Text.Literal(_plan.Items.Names[item])},");
            }

            _writer.Line("_ => throw new global::System.ArgumentOutOfRangeException(nameof(item), item, \"There is no such item.\"),");
        });
        _writer.EndStatement();
    }

    private void WriteReport()
    {
        _writer.Line();
        _writer.Doc("summary", "What every item is worth to an agent.");
        foreach (var item in _plan.Items.Names)
        {
            _writer.ParameterDoc(item, $"The value of {item}, from 0 to 10^15.");
        }

        _writer.Line(Stamp.Attribute());
        _writer.Line($"public readonly record struct {GeneratedMembers.Report}({string.Join(", ", _plan.Items.Names.Select(item => $"{_money} {Identifier.Escape(item)}"))});");
    }

    private void WriteDoc(string summary, params (string Name, string Words)[] parameters)
    {
        _writer.Line();
        _writer.Doc("summary", summary);
        Remarks.WriteShort(_writer, _plan.Type, _plan.Explanation[0].Text);
        foreach (var (name, words) in parameters)
        {
            _writer.ParameterDoc(name, words);
        }
    }

    private void WriteExceptions(string? shape = null)
    {
        _writer.Line("/// <exception cref=\"global::System.ArgumentOutOfRangeException\">A value outside the domain; the message names agent, item, value and domain.</exception>");
        if (shape is not null)
        {
            _writer.Line($"/// <exception cref=\"global::System.ArgumentException\">{shape}</exception>");
        }

        if (_plan.Currency.IsGrid)
        {
            _writer.Line("/// <exception cref=\"global::System.OverflowException\">A value is so large that sums of values would not be exact; the message names agent, item and the largest value that is.</exception>");
        }

        _writer.Line(Stamp.Attribute());
    }
}
