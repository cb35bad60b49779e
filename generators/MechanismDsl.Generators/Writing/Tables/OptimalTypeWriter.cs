using MechanismDsl.Generators.Planning.Optimal;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Generators.Writing.Tables;

/// <summary>Writes the file of a mechanism that a linear program found: the reported types are a place in a table, and a run is a view of it.</summary>
internal sealed class OptimalTypeWriter
{
    private readonly OptimalPlan _plan;
    private readonly SourceWriter _writer;
    private readonly OptimalShape _shape;
    private readonly TablePen _pen;
    private readonly List<EquatableArray<double>> _tables;

    private OptimalTypeWriter(OptimalPlan plan, SourceWriter writer)
    {
        _plan = plan;
        _writer = writer;
        _shape = OptimalShape.Of(plan);
        _pen = new TablePen(writer, plan.Type, plan.Explanation[0].Text, plan.Agents, Agents);
        _tables = [.. plan.Types.Distinct()];
    }

    private int Agents => _plan.Types.Count;

    /// <summary>The text of the file.</summary>
    public static string Write(OptimalPlan plan) =>
        new MechanismFrame(plan, OptimalShape.Of(plan).Contract, plan.Environment, plan.Explanation[0].Text, plan.Explanation).Write(
            members => new OptimalTypeWriter(plan, members).WriteMembers(),
            constants: members => OptimalNumbersWriter.Write(plan.Numbers, members));

    private void WriteMembers()
    {
        Begin("Runs the mechanism once, without allocation: the outcome is a view of the table.");
        _writer.Line($"/// <returns>{(_plan.Outcomes is null ? "Everybody's chance of being served and payment" : "The probabilities of the outcomes and everybody's payment")}.</returns>");
        _pen.Refusals(TablePen.NoType);
        _writer.Line($"public static {_shape.Outcome} Run({_shape.Reports}) => Engine.At(Engine.Profile({_shape.Parameter}));");

        if (_plan.Agents.Count > 0)
        {
            WriteNamedRun();
        }

        WriteRunBatch();
        WriteDraw();
        new TableExplainWriter(_writer).WriteOptimum(_shape, _plan.Agents, _plan.Types.Select(types => _tables.IndexOf(types)));
        WriteEngine();
    }

    private void WriteNamedRun()
    {
        var parameters = _plan.Agents.Select(Identifier.Parameter).ToList();
        _pen.BeginNamed(
            "Runs the mechanism once with types by name.",
            agent => $"The type of {_plan.Agents[agent]}: {TypeWords.Domain(_plan.Types[agent])}.",
            $"The outcome; agents are in the order {string.Join(", ", _plan.Agents)}.",
            TablePen.NoType);
        _writer.Line($"public static {_shape.Outcome} Run({string.Join(", ", parameters.Select(name => $"{_shape.Report} {name}"))}) => Engine.At(Engine.Profile([{string.Join(", ", parameters)}]));");
    }

    private void WriteRunBatch()
    {
        Begin("Runs the mechanism on many profiles, one after the other.");
        _writer.ParameterDoc("agents", $"Number of reports in a row: {Agents}.");
        _writer.ParameterDoc("outcomes", "Receives one outcome a profile.");
        _pen.Refusals(TablePen.NoType);
        _pen.RunBatch(_shape.Reports, _shape.Parameter, _shape.Outcome);
    }

    private void WriteDraw()
    {
        Begin("Runs the mechanism once and draws its outcome.");
        _writer.ParameterDoc("uniform", "A number drawn evenly from [0, 1) by a source of randomness that nobody can foresee.");
        _writer.Line($"/// <returns>{(_plan.Outcomes is null ? "The agent that gets the item; −1 if nobody does" : "The outcome")}. Payments are those of <c>Run</c>, whatever is drawn.</returns>");
        _pen.Refusals(TablePen.NoType);
        _writer.Line(_plan.Outcomes is null
            ? $"public static int Draw({_shape.Reports}, double uniform) => {TablePen.Kernels}LotteryDraw.Of(global::System.MemoryExtensions.AsSpan(Engine.Chances, Engine.Profile({_shape.Parameter}) * {Agents}, {Agents}), uniform);"
            : $"public static {_shape.Drawn} Draw({_shape.Reports}, double uniform) => Run({_shape.Parameter}).Draw(uniform);");
    }

    private void WriteEngine()
    {
        _writer.Line();
        _writer.Doc("summary", "What happens at every profile of types; nothing here is for callers.");
        _writer.Line(Stamp.Attribute());
        _writer.Block("private static class Engine", () =>
        {
            for (var table = 0; table < _tables.Count; table++)
            {
                _writer.Doc("summary", "Types that an agent can have, ascending.");
                _writer.Line($"public static global::System.ReadOnlySpan<{_shape.Report}> Types{table} => [{string.Join(", ", _tables[table].Select(value => NumberText.Exact(value)))}];");
                _writer.Line();
            }

            if (_plan.Outcomes is { } outcomes)
            {
                _writer.Doc("summary", "The outcomes.");
                _writer.Line($"private static readonly {outcomes.Type}[] Outcomes = [{string.Join(", ", Enumerable.Range(0, outcomes.Count).Select(outcome => $"{outcomes.Type}.{Identifier.Escape(outcomes.Members[outcome])}"))}];");
                _writer.Line();
                WriteRows("private", "double", "Chances", "The probability of every outcome, profile by profile.", row => row.Chances.Select(chance => NumberText.Exact(chance)));
                WriteRows("private", "double", "Payments", "What every agent pays, profile by profile.", row => row.Payments.Select(payment => NumberText.Exact(payment)));
            }
            else
            {
                WriteRows("public", "double", "Chances", "Every agent's probability of being served, profile by profile.", row => row.Chances.Select(chance => NumberText.Exact(chance)));
                WriteRows("private", "global::MechanismDsl.Share<double>", "Shares", "The same with what everybody pays.", row => row.Chances.Select((chance, agent) => $"new({NumberText.Exact(chance)}, {NumberText.Exact(row.Payments[agent])})"));
            }

            WriteProfile();
            WriteAt();
        });
    }

    private void WriteRows(string access, string type, string name, string words, Func<OptimalRow, IEnumerable<string>> entries)
    {
        _pen.Rows(words, $"{access} static readonly {type}[] {name} =", _plan.Rows.Select(row => (entries(row), TypeWords.Profile(row.Types))));
        _writer.Line();
    }

    private void WriteProfile()
    {
        _writer.Doc("summary", "The number of a profile of reported types, the last agent's running fastest.");
        _writer.Block($"public static int Profile(global::System.ReadOnlySpan<{_shape.Report}> {_shape.Parameter})", () =>
        {
            _writer.Line($"{TablePen.Kernels}BatchShape.CheckAgents({_shape.Parameter}.Length, {Agents}, nameof({_shape.Parameter}));");
            _pen.Profile(_plan.Types.Select((types, agent) => (
                types.Count,
                $"{TablePen.Kernels}FiniteReport.PlaceOf(Types{_tables.IndexOf(types)}, {_shape.Parameter}[{agent}], {_pen.Name(agent)}, {Text.Literal(TypeWords.Domain(types))})")));
            _writer.Line("return profile;");
        });
        _writer.Line();
    }

    private void WriteAt()
    {
        _writer.Doc("summary", "The outcome at a profile.");
        _writer.Line($"public static {_shape.Outcome} At(int profile) => {(_plan.Outcomes is { } outcomes
            ? $"new(Outcomes, global::System.MemoryExtensions.AsMemory(Chances, profile * {outcomes.Count}, {outcomes.Count}), global::System.MemoryExtensions.AsMemory(Payments, profile * {Agents}, {Agents}))"
            : $"new(global::System.MemoryExtensions.AsMemory(Shares, profile * {Agents}, {Agents}))")};");
    }

    private void Begin(string summary) => _pen.Begin(summary, _shape.Parameter, "One type an agent");
}
