using MechanismDsl.Generators.Planning;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Generators.Writing;

/// <summary>Writes the file of a sale to agents with correlated types: the reported types are a place in a table.</summary>
internal sealed class ExtractionTypeWriter
{
    private const string Kernels = "global::MechanismDsl.Kernels.";

    private readonly ExtractionPlan _plan;
    private readonly SourceWriter _writer;
    private readonly string _money;
    private readonly List<EquatableArray<double>> _tables;

    private ExtractionTypeWriter(ExtractionPlan plan, SourceWriter writer)
    {
        _plan = plan;
        _writer = writer;
        _money = plan.Currency.Type;
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
        WriteDoc("Runs the mechanism once into the caller's memory, without allocation.");
        _writer.ParameterDoc("shares", "Receives each agent's chance of being served and what it pays, served or not; negative: it is paid.");
        WriteExceptions();
        _writer.Block($"public static void Run({Reports}, global::System.Span<{Share}> shares)", () =>
        {
            _writer.Line($"{Kernels}BatchShape.CheckAgents(bids.Length, {Agents}, nameof(bids));");
            _writer.Line($"{Kernels}BatchShape.CheckAgents(shares.Length, {Agents}, nameof(shares));");
            _writer.Line();
            _writer.Line("// The profile of reported types, the last agent's running fastest.");
            for (var agent = 0; agent < Agents; agent++)
            {
                var place = $"{Kernels}FiniteReport.PlaceOf(Engine.Types{_tables.IndexOf(_plan.Types[agent])}, bids[{agent}], {Name(agent)}, {Text.Literal(Domain(_plan.Types[agent]))})";
                _writer.Line(agent == 0 ? $"var profile = {place};" : $"profile = (profile * {_plan.Types[agent].Count}) + {place};");
            }

            _writer.Block($"for (var agent = 0; agent < {Agents}; agent++)", () =>
                _writer.Line($"shares[agent] = new(Engine.Chances[(profile * {Agents}) + agent], Engine.Payments[(profile * {Agents}) + agent]);"));
        });
    }

    private void WriteRun()
    {
        WriteDoc("Runs the mechanism once.");
        _writer.Line("/// <returns>Everybody's chance of being served and payment.</returns>");
        WriteExceptions();
        _writer.Block($"public static {Outcome} Run({Reports})", () =>
        {
            _writer.Line($"var shares = new {Share}[{Agents}];");
            _writer.Line("Run(bids, shares);");
            _writer.Line("return new(shares);");
        });
    }

    private void WriteRunBatch()
    {
        WriteDoc("Runs the mechanism on many profiles, one after the other.");
        _writer.ParameterDoc("agents", $"Number of reports in a row: {Agents}.");
        _writer.ParameterDoc("outcomes", "Receives one outcome a profile; they share one block of memory.");
        WriteExceptions();
        _writer.Block($"public static void RunBatch({Reports}, int agents, global::System.Span<{Outcome}> outcomes)", () =>
        {
            _writer.Line($"{Kernels}BatchShape.CheckRows(bids.Length, agents, outcomes.Length);");
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
        _writer.Line();
        _writer.Doc("summary", "Runs the mechanism once with types by name.");
        for (var agent = 0; agent < Agents; agent++)
        {
            _writer.ParameterDoc(parameters[agent].TrimStart('@'), $"The type of {_plan.Agents[agent]}: {Domain(_plan.Types[agent])}.");
        }

        _writer.Line("/// <returns>Everybody's chance of being served and payment, by name.</returns>");
        _writer.Line("/// <exception cref=\"global::System.ArgumentOutOfRangeException\">A report that is no type of its agent; the message names agent, report and types.</exception>");
        _writer.Line(Stamp.Attribute());
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

    private void WriteRows(string name, string type, string words, Func<ExtractionRow, IEnumerable<string>> entries)
    {
        _writer.Doc("summary", words);
        _writer.Line(Member(name, type));
        _writer.Line("[");
        _writer.Indented(() =>
        {
            foreach (var row in _plan.Rows)
            {
                _writer.Line($"{string.Join(", ", entries(row))}, // {string.Join(", ", row.Types.Select(value => NumberText.Words(value, 15)))}");
            }
        });
        _writer.Line("];");
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

        _writer.ParameterDoc("bids", $"One type an agent{(_plan.Agents.Count > 0 ? $", in the order {string.Join(", ", _plan.Agents)}" : string.Empty)}.");
    }

    private void WriteExceptions()
    {
        _writer.Line("/// <exception cref=\"global::System.ArgumentOutOfRangeException\">A report that is no type of its agent; the message names agent, report and types.</exception>");
        _writer.Line($"/// <exception cref=\"global::System.ArgumentException\">There are not {Agents} reports, or the lengths do not fit.</exception>");
        _writer.Line(Stamp.Attribute());
    }

    private string Name(int agent) => _plan.Agents.Count > 0 ? Text.Literal(_plan.Agents[agent]) : Text.Literal(FormattableString.Invariant($"Agent {agent}"));

    private static string Domain(EquatableArray<double> types)
    {
        const int Most = 12;
        var words = types.Take(types.Count > Most ? Most - 2 : Most).Select(value => NumberText.Words(value, 15));
        return "one of " + string.Join(", ", words) + (types.Count > Most ? $", …, {NumberText.Words(types[types.Count - 1], 15)}" : string.Empty);
    }
}
