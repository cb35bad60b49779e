using MechanismDsl.Generators.Planning;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Generators.Writing.Tables;

/// <summary>Writes the file of a sale to agents with correlated types: the reported types are a place in a table.</summary>
internal sealed class ExtractionTypeWriter
{
    private readonly ExtractionPlan _plan;
    private readonly SourceWriter _writer;
    private readonly string _money;
    private readonly TablePen _pen;
    private readonly List<EquatableArray<double>> _tables;

    private ExtractionTypeWriter(ExtractionPlan plan, SourceWriter writer)
    {
        _plan = plan;
        _writer = writer;
        _money = plan.Currency.Type;
        _pen = new TablePen(writer, plan.Type, plan.Explanation[0].Text, plan.Agents, Agents);
        _tables = [.. plan.Types.Distinct()];
    }

    private int Agents => _plan.Types.Count;

    private string Reports => $"global::System.ReadOnlySpan<{_money}> bids";

    private string Share => $"global::MechanismDsl.Share<{_money}>";

    private string Outcome => $"global::MechanismDsl.SharedSale<{_money}>";

    /// <summary>The text of the file.</summary>
    public static string Write(ExtractionPlan plan) =>
        new MechanismFrame(plan, $"IMechanism<{plan.Currency.Type}, global::MechanismDsl.SharedSale<{plan.Currency.Type}>>", "single item, correlated types", plan.Explanation[0].Text, plan.Explanation).Write(
            members => new ExtractionTypeWriter(plan, members).WriteMembers(),
            constants: members => WriteRevenue(plan, members));

    private static void WriteRevenue(ExtractionPlan plan, SourceWriter writer)
    {
        writer.Doc("summary", "What the seller earns in expectation under the joint prior.");
        writer.Line(Stamp.Attribute());
        writer.Line($"public const double ExpectedRevenue = {NumberText.Exact(plan.Revenue)};");
        writer.Line();
    }

    private void WriteMembers()
    {
        WriteFill();
        WriteRun();
        WriteRunBatch();
        if (_plan.Agents.Count > 0)
        {
            WriteNamedRun();
        }

        new TableExplainWriter(_writer).WriteExtraction(_plan, _plan.Types.Select(types => _tables.IndexOf(types)));
        WriteTable();
    }

    private void WriteFill()
    {
        Begin("Runs the mechanism once into the caller's memory, without allocation.");
        _writer.ParameterDoc("shares", "Receives each agent's chance of being served and what it pays, served or not; negative: it is paid.");
        _pen.Refusals(TablePen.NoType);
        _writer.Block($"public static void Run({Reports}, global::System.Span<{Share}> shares)", () =>
        {
            _writer.Line($"{TablePen.Kernels}BatchShape.CheckAgents(bids.Length, {Agents}, nameof(bids));");
            _writer.Line($"{TablePen.Kernels}BatchShape.CheckAgents(shares.Length, {Agents}, nameof(shares));");
            _writer.Line();
            _writer.Line("// The profile of reported types, the last agent's running fastest.");
            _pen.Profile(_plan.Types.Select((types, agent) => (
                types.Count,
                $"{TablePen.Kernels}FiniteReport.PlaceOf(Engine.Types{_tables.IndexOf(types)}, bids[{agent}], {_pen.Name(agent)}, {Text.Literal(TypeWords.Domain(types))})")));
            _writer.Block($"for (var agent = 0; agent < {Agents}; agent++)", () =>
                _writer.Line($"shares[agent] = new(Engine.Chances[(profile * {Agents}) + agent], Engine.Payments[(profile * {Agents}) + agent]);"));
        });
    }

    private void WriteRun()
    {
        Begin("Runs the mechanism once.");
        _writer.Line("/// <returns>Everybody's chance of being served and payment.</returns>");
        _pen.Refusals(TablePen.NoType);
        _writer.Block($"public static {Outcome} Run({Reports})", () =>
        {
            _writer.Line($"var shares = new {Share}[{Agents}];");
            _writer.Line("Run(bids, shares);");
            _writer.Line("return new(shares);");
        });
    }

    private void WriteRunBatch()
    {
        Begin("Runs the mechanism on many profiles, one after the other.");
        _writer.ParameterDoc("agents", $"Number of reports in a row: {Agents}.");
        _writer.ParameterDoc("outcomes", "Receives one outcome a profile; they share one block of memory.");
        _pen.Refusals(TablePen.NoType);
        _writer.Block($"public static void RunBatch({Reports}, int agents, global::System.Span<{Outcome}> outcomes)", () =>
        {
            _writer.Line($"{TablePen.Kernels}BatchShape.CheckRows(bids.Length, agents, outcomes.Length);");
            _writer.Line($"var shares = new {Share}[bids.Length];");
            _writer.Block("for (var row = 0; row < outcomes.Length; row++)", () =>
            {
                _writer.Line("var own = global::System.MemoryExtensions.AsMemory(shares, row * agents, agents);");
                _writer.Line("Run(bids.Slice(row * agents, agents), own.Span);");
                _writer.Line("outcomes[row] = new(own);");
            });
        });
    }

    private void WriteNamedRun()
    {
        var parameters = _plan.Agents.Select(Identifier.Parameter).ToList();
        _pen.BeginNamed(
            "Runs the mechanism once with types by name.",
            agent => $"The type of {_plan.Agents[agent]}: {TypeWords.Domain(_plan.Types[agent])}.",
            "Everybody's chance of being served and payment, by name.",
            TablePen.NoType);
        _writer.Line($"public static Result Run({string.Join(", ", parameters.Select(name => $"{_money} {name}"))}) => Engine.Named([{string.Join(", ", parameters)}]);");
        _writer.Line();
        _writer.Doc("summary", "The outcome of one run.");
        foreach (var name in _plan.Agents)
        {
            _writer.ParameterDoc(Identifier.Member(name) + "Chance", $"The probability that {name} gets the item.");
            _writer.ParameterDoc(Identifier.Member(name) + "Pays", $"What {name} pays, served or not; negative: it is paid.");
        }

        _writer.Line(Stamp.Attribute());
        _writer.Line($"public readonly record struct Result({string.Join(", ", _plan.Agents.Select(name => $"double {Identifier.Member(name)}Chance, {_money} {Identifier.Member(name)}Pays"))});");
    }

    /// <summary>Inside the engine no parameter has an agent's name, which might be that of a local variable.</summary>
    private void WriteNamed()
    {
        _writer.Line();
        _writer.Doc("summary", "The outcome by name.");
        _writer.Block($"public static Result Named({Reports})", () =>
        {
            _writer.Line($"global::System.Span<{Share}> shares = stackalloc {Share}[{Agents}];");
            _writer.Line("Run(bids, shares);");
            _writer.Line($"return new({string.Join(", ", Enumerable.Range(0, Agents).Select(agent => $"shares[{agent}].Probability, shares[{agent}].Payment"))});");
        });
    }

    private void WriteTable()
    {
        _writer.Line();
        _writer.Doc("summary", "What happens at every profile of types; nothing here is for callers.");
        _writer.Line(Stamp.Attribute());
        _writer.Block("private static class Engine", () =>
        {
            for (var table = 0; table < _tables.Count; table++)
            {
                _writer.Doc("summary", "Types that an agent can have, ascending.");
                _writer.Line($"{Member($"Types{table}", _money)} [{string.Join(", ", _tables[table].Select(_plan.Currency.Literal))}];");
                _writer.Line();
            }

            WriteRows("Chances", "double", "Every agent's probability of being served, profile by profile.", row => row.Chances.Select(chance => NumberText.Exact(chance)));
            _writer.Line();
            WriteRows("Payments", _money, "What every agent pays, profile by profile.", row => row.Payments.Select(_plan.Currency.Literal));
            if (_plan.Agents.Count > 0)
            {
                WriteNamed();
            }
        });
    }

    /// <summary>Constant doubles and longs are read from the assembly in place; decimals need memory of their own.</summary>
    private static string Member(string name, string type) => type == "decimal"
        ? $"public static readonly {type}[] {name} ="
        : $"public static global::System.ReadOnlySpan<{type}> {name} =>";

    private void WriteRows(string name, string type, string words, Func<ExtractionRow, IEnumerable<string>> entries) =>
        _pen.Rows(words, Member(name, type), _plan.Rows.Select(row => (entries(row), TypeWords.Profile(row.Types))));

    private void Begin(string summary) => _pen.Begin(summary, "bids", "One type an agent");
}
