using System.Globalization;
using MechanismDsl.Generators.Planning;

namespace MechanismDsl.Generators.Writing.Units;

/// <summary>Writes the file of a sale of identical items to agents who want several.</summary>
internal sealed class UnitsTypeWriter
{
    private readonly UnitsPlan _plan;
    private readonly SourceWriter _writer;

    private UnitsTypeWriter(UnitsPlan plan, SourceWriter writer) => (_plan, _writer) = (plan, writer);

    /// <summary>The text of the file.</summary>
    public static string Write(UnitsPlan plan) =>
        new MechanismFrame(plan, Contract(plan.Currency.Type), "identical items, several an agent", plan.Explanation[0].Text, plan.Explanation).Write(
            members => new UnitsTypeWriter(plan, members).WriteMembers());

    /// <summary>The interface of the type, without namespace.</summary>
    public static string Contract(string money) => $"IUnitAuction<{money}>";

    /// <summary>The signature of the run that returns a new outcome.</summary>
    public static string Run(string money) => $"public static global::MechanismDsl.Awards<{money}> Run(global::System.ReadOnlySpan<{money}> values)";

    /// <summary>The signature of the run into memory of the caller's.</summary>
    public static string RunInto(string money) => $"public static void Run(global::System.ReadOnlySpan<{money}> values, global::System.Span<global::MechanismDsl.Award<{money}>> awards)";

    private void WriteMembers()
    {
        var money = _plan.Currency.Type;
        var perAgent = _plan.Units.PerAgent.ToString(CultureInfo.InvariantCulture);
        _writer.Line();
        _writer.Doc("summary", "How many marginal values an agent reports.");
        _writer.Line(Stamp.Attribute());
        _writer.Line($"public static int ValuesPerAgent => {perAgent};");
        WriteDoc("Runs the sale once.");
        _writer.Line("/// <returns>For every agent how many items it gets and what it pays in total.</returns>");
        WriteExceptions($"The number of values is no multiple of {perAgent}, or an agent's values increase; the message names the agent.");
        _writer.Block(Run(money), () =>
        {
            _writer.Block($"if (values.Length % {perAgent} != 0)", () =>
                _writer.Line($"throw new global::System.ArgumentException(\"An agent reports {perAgent} values; the number of values is no multiple of that.\", nameof(values));"));
            _writer.Line();
            _writer.Line($"var awards = new global::MechanismDsl.Award<{money}>[values.Length / {perAgent}];");
            _writer.Line("Run(values, awards);");
            _writer.Line("return new(awards);");
        });
        WriteDoc("Runs the sale once, into memory of the caller's.");
        _writer.ParameterDoc("awards", "Receives for every agent how many items it gets and what it pays in total.");
        WriteExceptions("The lengths do not fit, or an agent's values increase; the message names the agent.");
        _writer.Line(RunInto(money) + " =>");
        var grid = _plan.Currency.IsGrid ? $", {_plan.Currency.Step}" : string.Empty;
        var items = _plan.Units.Items.ToString(CultureInfo.InvariantCulture);
        _writer.Indented(() => _writer.Line(
            $"global::MechanismDsl.Kernels.MarginalSale.Run(values, {perAgent}, {items}, {_plan.Currency.Literal(_plan.Lowest)}, global::MechanismDsl.Kernels.UnitPrices.{_plan.Prices}{grid}, awards);"));
        new ExplainWriter(_writer).WriteUnits(_plan);
    }

    private void WriteDoc(string summary)
    {
        _writer.Line();
        _writer.Doc("summary", summary);
        Remarks.WriteShort(_writer, _plan.Type, _plan.Explanation[0].Text);
        _writer.ParameterDoc("values", FormattableString.Invariant($"Agent by agent what each further item adds, none more than the one before: the value of item u to agent i is at i * {_plan.Units.PerAgent} + u; 0 for an item that it does not want."));
    }

    private void WriteExceptions(string shape)
    {
        _writer.Line("/// <exception cref=\"global::System.ArgumentOutOfRangeException\">A value outside the domain; the message names agent, item, value and domain.</exception>");
        _writer.Line($"/// <exception cref=\"global::System.ArgumentException\">{shape}</exception>");
        _writer.Line(Stamp.Attribute());
    }
}
