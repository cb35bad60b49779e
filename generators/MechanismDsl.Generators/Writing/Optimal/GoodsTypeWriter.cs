using MechanismDsl.Generators.Planning.Optimal;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Generators.Writing.Optimal;

/// <summary>Writes the file of a mechanism that divides several goods: the reported values are a place in a table, and a run is a view of it.</summary>
internal sealed class GoodsTypeWriter
{
    private const string Kernels = "global::MechanismDsl.Kernels.";

    private readonly GoodsPlan _plan;
    private readonly SourceWriter _writer;
    private readonly GoodsShape _shape;
    private readonly List<EquatableArray<double>> _tables;

    private GoodsTypeWriter(GoodsPlan plan, SourceWriter writer)
    {
        _plan = plan;
        _writer = writer;
        _shape = ShapeOf(plan);
        _tables = [.. plan.Values.SelectMany(goods => goods).Distinct()];
    }

    private int Agents => _plan.Values.Count;

    /// <summary>The text of the file.</summary>
    public static string Write(GoodsPlan plan) =>
        new MechanismFrame(plan, ShapeOf(plan).Contract, "several goods with additive values, finitely many types", plan.Explanation[0].Text, plan.Explanation).Write(
            members => new GoodsTypeWriter(plan, members).WriteMembers(),
            constants: members => OptimalNumbersWriter.Write(plan.Numbers, members));

    private static GoodsShape ShapeOf(GoodsPlan plan) => new(Identifier.Escape(plan.Type.Name), plan.Goods, plan.Agents);

    private void WriteMembers()
    {
        WriteDoc("Runs the mechanism once, without allocation: the outcome is a view of the table.");
        _writer.Line("/// <returns>The divisions of the goods with their probabilities, and everybody's payment.</returns>");
        WriteExceptions();
        _writer.Line($"public static {GoodsShape.Outcome} Run({GoodsShape.Reports}) => Engine.At(Engine.Profile(reports));");
        if (_plan.Agents.Count > 0)
        {
            WriteNamedRun();
        }

        WriteRunBatch();
        WriteDoc("Runs the mechanism once and draws who gets what.");
        _writer.ParameterDoc("uniform", "A number drawn evenly from [0, 1) by a source of randomness that nobody can foresee.");
        _writer.Line("/// <returns>For each good the index of the agent that gets it, or −1 for nobody. Payments are those of <c>Run</c>, whatever is drawn.</returns>");
        WriteExceptions();
        _writer.Line($"public static global::System.ReadOnlySpan<int> Draw({GoodsShape.Reports}, double uniform) => Run(reports).Draw(uniform);");
        new TableExplainWriter(_writer).WriteGoods(_plan, _plan.Values.Select(goods => goods.Select(values => _tables.IndexOf(values))));
        WriteReport();
        WriteEngine();
    }

    private void WriteNamedRun()
    {
        _writer.Line();
        _writer.Doc("summary", "Runs the mechanism once with reports by name.");
        foreach (var name in _plan.Agents)
        {
            _writer.ParameterDoc(Identifier.Parameter(name).TrimStart('@'), $"What every good is worth to {name}.");
        }

        _writer.Line($"/// <returns>The outcome; agents are in the order {string.Join(", ", _plan.Agents)}.</returns>");
        _writer.Line("/// <exception cref=\"global::System.ArgumentOutOfRangeException\">A value that its agent cannot have; the message names agent, good and values.</exception>");
        _writer.Line(Stamp.Attribute());
        _writer.Line($"{_shape.NamedRun} => Engine.At(Engine.Profile([{string.Join(", ", _plan.Agents.Select(Identifier.Parameter))}]));");
    }

    private void WriteRunBatch()
    {
        WriteDoc("Runs the mechanism on many profiles, one after the other.");
        _writer.ParameterDoc("agents", $"Number of reports in a row: {Agents}.");
        _writer.ParameterDoc("outcomes", "Receives one outcome a profile.");
        WriteExceptions();
        _writer.Block($"public static void RunBatch({GoodsShape.Reports}, int agents, global::System.Span<{GoodsShape.Outcome}> outcomes)", () =>
        {
            _writer.Line($"{Kernels}BatchShape.CheckRows(reports.Length, agents, outcomes.Length);");
            _writer.Block("for (var row = 0; row < outcomes.Length; row++)", () =>
                _writer.Line("outcomes[row] = Run(reports.Slice(row * agents, agents));"));
        });
    }

    private void WriteReport()
    {
        _writer.Line();
        _writer.Doc("summary", "What every good is worth to an agent.");
        for (var good = 0; good < _plan.Goods.Count; good++)
        {
            var values = _plan.Values.Select(goods => goods[good]).Distinct().ToList();
            _writer.ParameterDoc(_plan.Goods[good], $"The value of {(_plan.Goods[good] == GoodsPlan.FieldOf([], good) ? FormattableString.Invariant($"good {good}") : _plan.Goods[good])}{(values.Count == 1 ? $": {TypeWords.Domain(values[0])}" : string.Empty)}.");
        }

        _writer.Line(Stamp.Attribute());
        _writer.Line(_shape.Record + ";");
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
                _writer.Doc("summary", "Values that a good can have, ascending.");
                _writer.Line($"public static global::System.ReadOnlySpan<double> Values{table} => [{string.Join(", ", _tables[table].Select(value => NumberText.Exact(value)))}];");
                _writer.Line();
            }

            WriteRows("int", "Owners", "Who gets each good, division by division; −1 for nobody.", _plan.Divisions.Select(owners => (string.Join(", ", owners), string.Empty)));
            WriteRows("double", "Chances", "The probability of every division, profile by profile.", _plan.Rows.Select(row => (string.Join(", ", row.Chances.Select(chance => NumberText.Exact(chance))), row.Words)));
            WriteRows("double", "Payments", "What every agent pays, profile by profile.", _plan.Rows.Select(row => (string.Join(", ", row.Payments.Select(payment => NumberText.Exact(payment))), row.Words)));
            WriteProfile();
            _writer.Doc("summary", "The outcome at a profile.");
            _writer.Line($"public static {GoodsShape.Outcome} At(int profile) => new(Owners, global::System.MemoryExtensions.AsMemory(Chances, profile * {_plan.Divisions.Count}, {_plan.Divisions.Count}), global::System.MemoryExtensions.AsMemory(Payments, profile * {Agents}, {Agents}));");
        });
    }

    private void WriteRows(string type, string name, string words, IEnumerable<(string Entries, string Comment)> rows)
    {
        _writer.Doc("summary", words);
        _writer.Line($"private static readonly {type}[] {name} =");
        _writer.Line("[");
        _writer.Indented(() =>
        {
            foreach (var (entries, comment) in rows)
            {
                _writer.Line($"{entries},{(comment.Length == 0 ? string.Empty : " // " + comment)}");
            }
        });
        _writer.Line("];");
        _writer.Line();
    }

    private void WriteProfile()
    {
        _writer.Doc("summary", "The number of a profile of reported values: agent by agent and good by good, the last running fastest.");
        _writer.Block($"public static int Profile({GoodsShape.Reports})", () =>
        {
            _writer.Line($"{Kernels}BatchShape.CheckAgents(reports.Length, {Agents}, nameof(reports));");
            _writer.Line("var profile = 0;");
            for (var agent = 0; agent < Agents; agent++)
            {
                var name = Text.Literal(_plan.Agents.Count > 0 ? _plan.Agents[agent] : FormattableString.Invariant($"Agent {agent}"));
                for (var good = 0; good < _plan.Goods.Count; good++)
                {
                    var (values, field) = (_plan.Values[agent][good], _plan.Goods[good]);
                    _writer.Line($"profile = (profile * {values.Count}) + {Kernels}FiniteReport.PlaceOf(Values{_tables.IndexOf(values)}, reports[{agent}].{Identifier.Escape(field)}, {name}, {Text.Literal(field)}, {Text.Literal(TypeWords.Domain(values))});");
                }
            }

            _writer.Line("return profile;");
        });
        _writer.Line();
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

        _writer.ParameterDoc("reports", $"One an agent{(_plan.Agents.Count > 0 ? $", in the order {string.Join(", ", _plan.Agents)}" : string.Empty)}: what every good is worth to it.");
    }

    private void WriteExceptions()
    {
        _writer.Line("/// <exception cref=\"global::System.ArgumentOutOfRangeException\">A value that its agent cannot have; the message names agent, good and values.</exception>");
        _writer.Line($"/// <exception cref=\"global::System.ArgumentException\">There are not {Agents} reports, or the lengths do not fit.</exception>");
        _writer.Line(Stamp.Attribute());
    }
}
