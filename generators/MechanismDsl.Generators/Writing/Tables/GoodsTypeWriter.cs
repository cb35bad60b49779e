using System.Globalization;
using MechanismDsl.Generators.Planning.Optimal;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Generators.Writing.Tables;

/// <summary>Writes the file of a mechanism that divides several goods: the reported values are a place in a table, and a run is a view of it.</summary>
internal sealed class GoodsTypeWriter
{
    private const string NoValue = "A value that its agent cannot have; the message names agent, good and values.";
    private const string OneAnAgent = "One an agent";
    private const string Meaning = ": what every good is worth to it.";

    private readonly GoodsPlan _plan;
    private readonly SourceWriter _writer;
    private readonly GoodsShape _shape;
    private readonly TablePen _pen;
    private readonly List<EquatableArray<double>> _tables;

    private GoodsTypeWriter(GoodsPlan plan, SourceWriter writer)
    {
        _plan = plan;
        _writer = writer;
        _shape = ShapeOf(plan);
        _pen = new TablePen(writer, plan.Type, plan.Explanation[0].Text, plan.Agents, Agents);
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
        Begin("Runs the mechanism once, without allocation: the outcome is a view of the table.");
        _writer.Line("/// <returns>The divisions of the goods with their probabilities, and everybody's payment.</returns>");
        _pen.Refusals(NoValue);
        _writer.Line($"public static {GoodsShape.Outcome} Run({GoodsShape.Reports}) => Engine.At(Engine.Profile(reports));");
        if (_plan.Agents.Count > 0)
        {
            WriteNamedRun();
        }

        WriteRunBatch();
        Begin("Runs the mechanism once and draws who gets what.");
        _writer.ParameterDoc("uniform", "A number drawn evenly from [0, 1) by a source of randomness that nobody can foresee.");
        _writer.Line("/// <returns>For each good the index of the agent that gets it, or −1 for nobody. Payments are those of <c>Run</c>, whatever is drawn.</returns>");
        _pen.Refusals(NoValue);
        _writer.Line($"public static global::System.ReadOnlySpan<int> Draw({GoodsShape.Reports}, double uniform) => Run(reports).Draw(uniform);");
        new TableExplainWriter(_writer).WriteGoods(_plan, _plan.Values.Select(goods => goods.Select(values => _tables.IndexOf(values))));
        WriteReport();
        WriteEngine();
    }

    private void WriteNamedRun()
    {
        _pen.BeginNamed(
            "Runs the mechanism once with reports by name.",
            agent => $"What every good is worth to {_plan.Agents[agent]}.",
            $"The outcome; agents are in the order {string.Join(", ", _plan.Agents)}.",
            NoValue);
        _writer.Line($"{_shape.NamedRun} => Engine.At(Engine.Profile([{string.Join(", ", _plan.Agents.Select(Identifier.Parameter))}]));");
    }

    private void WriteRunBatch()
    {
        Begin("Runs the mechanism on many profiles, one after the other.");
        _writer.ParameterDoc("agents", $"Number of reports in a row: {Agents}.");
        _writer.ParameterDoc("outcomes", "Receives one outcome a profile.");
        _pen.Refusals(NoValue);
        _pen.RunBatch(GoodsShape.Reports, "reports", GoodsShape.Outcome);
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

            WriteRows("int", "Owners", "Who gets each good, division by division; −1 for nobody.", _plan.Divisions.Select(owners => (owners.Select(owner => owner.ToString(CultureInfo.InvariantCulture)), string.Empty)));
            WriteRows("double", "Chances", "The probability of every division, profile by profile.", _plan.Rows.Select(row => (row.Chances.Select(chance => NumberText.Exact(chance)), row.Words)));
            WriteRows("double", "Payments", "What every agent pays, profile by profile.", _plan.Rows.Select(row => (row.Payments.Select(payment => NumberText.Exact(payment)), row.Words)));
            WriteProfile();
            _writer.Doc("summary", "The outcome at a profile.");
            _writer.Line($"public static {GoodsShape.Outcome} At(int profile) => new(Owners, global::System.MemoryExtensions.AsMemory(Chances, profile * {_plan.Divisions.Count}, {_plan.Divisions.Count}), global::System.MemoryExtensions.AsMemory(Payments, profile * {Agents}, {Agents}));");
        });
    }

    private void WriteRows(string type, string name, string words, IEnumerable<(IEnumerable<string> Entries, string Comment)> rows)
    {
        _pen.Rows(words, $"private static readonly {type}[] {name} =", rows);
        _writer.Line();
    }

    private void WriteProfile()
    {
        _writer.Doc("summary", "The number of a profile of reported values: agent by agent and good by good, the last running fastest.");
        _writer.Block($"public static int Profile({GoodsShape.Reports})", () =>
        {
            _writer.Line($"{TablePen.Kernels}BatchShape.CheckAgents(reports.Length, {Agents}, nameof(reports));");
            _pen.Profile(
                from agent in Enumerable.Range(0, Agents)
                from good in Enumerable.Range(0, _plan.Goods.Count)
                let values = _plan.Values[agent][good]
                let field = _plan.Goods[good]
                select (values.Count, $"{TablePen.Kernels}FiniteReport.PlaceOf(Values{_tables.IndexOf(values)}, reports[{agent}].{Identifier.Escape(field)}, {_pen.Name(agent)}, {Text.Literal(field)}, {Text.Literal(TypeWords.Domain(values))})"));
            _writer.Line("return profile;");
        });
        _writer.Line();
    }

    private void Begin(string summary) => _pen.Begin(summary, "reports", OneAnAgent, Meaning);
}
