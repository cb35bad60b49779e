using MechanismDsl.Generators.Planning;

namespace MechanismDsl.Generators.Writing.Units;

/// <summary>Writes the file of a sale of a divisible good.</summary>
internal sealed class DivisibleTypeWriter
{
    private readonly DivisiblePlan _plan;
    private readonly SourceWriter _writer;

    private DivisibleTypeWriter(DivisiblePlan plan, SourceWriter writer) => (_plan, _writer) = (plan, writer);

    /// <summary>The text of the file.</summary>
    public static string Write(DivisiblePlan plan) =>
        new MechanismFrame(plan, Contract(plan.Currency.Type), "divisible good", plan.Explanation[0].Text, plan.Explanation).Write(
            members => new DivisibleTypeWriter(plan, members).WriteMembers());

    /// <summary>The interface of the type, without namespace.</summary>
    public static string Contract(string money) => $"IMechanism<{Demand(money)}, {Awards(money)}>";

    /// <summary>The reports as a parameter.</summary>
    public static string Reports(string money) => $"global::System.ReadOnlySpan<{Demand(money)}> demands";

    /// <summary>The members that call sites may use, each without its body.</summary>
    public static string[] Signatures(string money) =>
    [
        $"public static {Awards(money)} Run({Reports(money)})",
        $"public static void Run({Reports(money)}, global::System.Span<global::MechanismDsl.Award<{money}>> awards)",
        $"public static void RunBatch({Reports(money)}, int agents, global::System.Span<{Awards(money)}> outcomes)",
    ];

    private static string Demand(string money) => $"global::MechanismDsl.Demand<{money}>";

    private static string Awards(string money) => $"global::MechanismDsl.Awards<{money}>";

    private void WriteMembers()
    {
        var money = _plan.Currency.Type;
        var signatures = Signatures(money);
        WriteDoc("Runs the sale once.");
        _writer.Line("/// <returns>For every agent how many units it gets and what it pays in total.</returns>");
        WriteExceptions();
        _writer.Block(signatures[0], () =>
        {
            _writer.Line($"var awards = new global::MechanismDsl.Award<{money}>[demands.Length];");
            _writer.Line("Run(demands, awards);");
            _writer.Line("return new(awards);");
        });
        WriteDoc("Runs the sale once, into memory of the caller's.");
        _writer.ParameterDoc("awards", "Receives for every agent how many units it gets and what it pays in total; as long as the demands.");
        WriteExceptions("The lengths differ.");
        var grid = _plan.Currency.IsGrid ? $", {_plan.Currency.Step}" : string.Empty;
        _writer.Line(signatures[1] + " =>");
        _writer.Indented(() => _writer.Line(
            $"global::MechanismDsl.Kernels.DivisibleSale.Run(demands, {_plan.Currency.Literal(_plan.Quantity)}, {_plan.Currency.Literal(_plan.Lowest)}, global::MechanismDsl.Kernels.UnitPrices.{_plan.Prices}{grid}, awards);"));
        WriteDoc("Runs the sale on many profiles, one after the other.");
        _writer.ParameterDoc("agents", "Number of demands in a row.");
        _writer.ParameterDoc("outcomes", "Receives one outcome a profile; they share one block of memory.");
        WriteExceptions("The lengths do not fit.");
        _writer.Block(signatures[2], () =>
        {
            _writer.Line("global::MechanismDsl.Kernels.BatchShape.CheckRows(demands.Length, agents, outcomes.Length);");
            _writer.Line($"var awards = new global::MechanismDsl.Award<{money}>[demands.Length];");
            _writer.Block("for (var row = 0; row < outcomes.Length; row++)", () =>
            {
                _writer.Line("var own = global::System.MemoryExtensions.AsMemory(awards, row * agents, agents);");
                _writer.Line("Run(demands.Slice(row * agents, agents), own.Span);");
                _writer.Line("outcomes[row] = new(own);");
            });
        });
        new ExplainWriter(_writer).WriteDivisible(_plan, Reports(money));
    }

    private void WriteDoc(string summary)
    {
        _writer.Line();
        _writer.Doc("summary", summary);
        Remarks.WriteShort(_writer, _plan.Type, _plan.Explanation[0].Text);

        _writer.ParameterDoc("demands", "For each agent what a unit is worth to it, and how many it wants at most.");
    }

    private void WriteExceptions(string? shape = null)
    {
        _writer.Line("/// <exception cref=\"global::System.ArgumentOutOfRangeException\">A value or a cap outside its domain; the message names agent, number and domain.</exception>");
        if (shape is not null)
        {
            _writer.Line($"/// <exception cref=\"global::System.ArgumentException\">{shape}</exception>");
        }

        if (_plan.Currency.IsGrid)
        {
            _writer.Line("/// <exception cref=\"global::System.OverflowException\">A payment leaves the range of the money.</exception>");
        }

        _writer.Line(Stamp.Attribute());
    }
}
