using MechanismDsl.Generators.Planning.Optimal;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Generators.Writing.Optimal;

/// <summary>Writes the file of a mechanism that a linear program found: the reported types are a place in a table, and a run is a view of it.</summary>
internal sealed class OptimalTypeWriter
{
    private const string Kernels = "global::MechanismDsl.Kernels.";

    private readonly OptimalPlan _plan;
    private readonly SourceWriter _writer;
    private readonly OptimalShape _shape;
    private readonly List<EquatableArray<double>> _tables;

    private OptimalTypeWriter(OptimalPlan plan, SourceWriter writer)
    {
        _plan = plan;
        _writer = writer;
        _shape = OptimalShape.Of(plan);
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
        WriteDoc("Runs the mechanism once, without allocation: the outcome is a view of the table.");
        _writer.Line($"/// <returns>{(_plan.Outcomes is null ? "Everybody's chance of being served and payment" : "The probabilities of the outcomes and everybody's payment")}.</returns>");
        WriteExceptions();
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
        _writer.Line();
        _writer.Doc("summary", "Runs the mechanism once with types by name.");
        for (var agent = 0; agent < Agents; agent++)
        {
            _writer.ParameterDoc(parameters[agent].TrimStart('@'), $"The type of {_plan.Agents[agent]}: {TypeWords.Domain(_plan.Types[agent])}.");
        }

        _writer.Line($"/// <returns>The outcome; agents are in the order {string.Join(", ", _plan.Agents)}.</returns>");
        _writer.Line("/// <exception cref=\"global::System.ArgumentOutOfRangeException\">A report that is no type of its agent; the message names agent, report and types.</exception>");
        _writer.Line(Stamp.Attribute());
        _writer.Line($"public static {_shape.Outcome} Run({string.Join(", ", parameters.Select(name => $"{_shape.Report} {name}"))}) => Engine.At(Engine.Profile([{string.Join(", ", parameters)}]));");
    }

    private void WriteRunBatch()
    {
        WriteDoc("Runs the mechanism on many profiles, one after the other.");
        _writer.ParameterDoc("agents", $"Number of reports in a row: {Agents}.");
        _writer.ParameterDoc("outcomes", "Receives one outcome a profile.");
        WriteExceptions();
        _writer.Block($"public static void RunBatch({_shape.Reports}, int agents, global::System.Span<{_shape.Outcome}> outcomes)", () =>
        {
            _writer.Line($"{Kernels}BatchShape.CheckRows({_shape.Parameter}.Length, agents, outcomes.Length);");
            _writer.Block("for (var row = 0; row < outcomes.Length; row++)", () =>
                _writer.Line($"outcomes[row] = Run({_shape.Parameter}.Slice(row * agents, agents));"));
        });
    }

    private void WriteDraw()
    {
        WriteDoc("Runs the mechanism once and draws its outcome.");
        _writer.ParameterDoc("uniform", "A number drawn evenly from [0, 1) by a source of randomness that nobody can foresee.");
        _writer.Line($"/// <returns>{(_plan.Outcomes is null ? "The agent that gets the item; −1 if nobody does" : "The outcome")}. Payments are those of <c>Run</c>, whatever is drawn.</returns>");
        WriteExceptions();
        _writer.Line(_plan.Outcomes is null
            ? $"public static int Draw({_shape.Reports}, double uniform) => {Kernels}LotteryDraw.Of(global::System.MemoryExtensions.AsSpan(Engine.Chances, Engine.Profile({_shape.Parameter}) * {Agents}, {Agents}), uniform);"
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
                WriteRows("private", "double", "Chances", "The probability of every outcome, profile by profile.", row => string.Join(", ", row.Chances.Select(chance => NumberText.Exact(chance))));
                WriteRows("private", "double", "Payments", "What every agent pays, profile by profile.", row => string.Join(", ", row.Payments.Select(payment => NumberText.Exact(payment))));
            }
            else
            {
                WriteRows("public", "double", "Chances", "Every agent's probability of being served, profile by profile.", row => string.Join(", ", row.Chances.Select(chance => NumberText.Exact(chance))));
                WriteRows("private", "global::MechanismDsl.Share<double>", "Shares", "The same with what everybody pays.", row => string.Join(", ", row.Chances.Select((chance, agent) => $"new({NumberText.Exact(chance)}, {NumberText.Exact(row.Payments[agent])})")));
            }

            WriteProfile();
            WriteAt();
        });
    }

    private void WriteRows(string access, string type, string name, string words, Func<OptimalRow, string> entries)
    {
        _writer.Doc("summary", words);
        _writer.Line($"{access} static readonly {type}[] {name} =");
        _writer.Line("[");
        _writer.Indented(() =>
        {
            foreach (var row in _plan.Rows)
            {
                _writer.Line($"{entries(row)}, // {string.Join(", ", row.Types.Select(value => NumberText.Words(value, 15)))}");
            }
        });
        _writer.Line("];");
        _writer.Line();
    }

    private void WriteProfile()
    {
        _writer.Doc("summary", "The number of a profile of reported types, the last agent's running fastest.");
        _writer.Block($"public static int Profile(global::System.ReadOnlySpan<{_shape.Report}> {_shape.Parameter})", () =>
        {
            _writer.Line($"{Kernels}BatchShape.CheckAgents({_shape.Parameter}.Length, {Agents}, nameof({_shape.Parameter}));");
            for (var agent = 0; agent < Agents; agent++)
            {
                var name = Text.Literal(_plan.Agents.Count > 0 ? _plan.Agents[agent] : FormattableString.Invariant($"Agent {agent}"));
                var place = $"{Kernels}FiniteReport.PlaceOf(Types{_tables.IndexOf(_plan.Types[agent])}, {_shape.Parameter}[{agent}], {name}, {Text.Literal(TypeWords.Domain(_plan.Types[agent]))})";
                _writer.Line(agent == 0 ? $"var profile = {place};" : $"profile = (profile * {_plan.Types[agent].Count}) + {place};");
            }

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

    private void WriteDoc(string summary)
    {
        _writer.Line();
        _writer.Doc("summary", summary);
        if (!_plan.Type.HasRemarks)
        {
            _writer.Line("/// <remarks>");
            _writer.Line("/// " + XmlText.Encode(_plan.Explanation[0].Text));
            _writer.Line($"/// How that follows, with all guarantees: <see cref=\"{Identifier.Escape(_plan.Type.Name)}\"/>.");
            _writer.Line("/// </remarks>");
        }

        _writer.ParameterDoc(_shape.Parameter, $"One type an agent{(_plan.Agents.Count > 0 ? $", in the order {string.Join(", ", _plan.Agents)}" : string.Empty)}.");
    }

    private void WriteExceptions()
    {
        _writer.Line("/// <exception cref=\"global::System.ArgumentOutOfRangeException\">A report that is no type of its agent; the message names agent, report and types.</exception>");
        _writer.Line($"/// <exception cref=\"global::System.ArgumentException\">There are not {Agents} reports, or the lengths do not fit.</exception>");
        _writer.Line(Stamp.Attribute());
    }
}
