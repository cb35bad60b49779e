using MechanismDsl.Generators.Planning;
using MechanismDsl.Generators.Planning.Optimal;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Generators.Writing.Tables;

/// <summary>Writes <c>Explain</c> of a mechanism that is a table: the menu that the others' reports leave to each agent.</summary>
internal sealed class TableExplainWriter(SourceWriter writer)
{
    private const string Menu = ExplainWriter.Package + "MenuExplanation";

    /// <summary>Of a table for one item, or for outcomes.</summary>
    /// <param name="shape">The signatures.</param>
    /// <param name="names">The names of the agents; empty for alike agents.</param>
    /// <param name="tables">For each agent the number of the list of its types in the engine.</param>
    public void WriteOptimum(OptimalShape shape, EquatableArray<string> names, IEnumerable<int> tables) => Write(
        $"global::System.ReadOnlySpan<{shape.Report}>", shape.Parameter, $"{shape.Report}, {(shape.Drawn is { } drawn ? drawn + ", " : string.Empty)}double", names, tables);

    /// <summary>Of a sale to agents with correlated types.</summary>
    /// <param name="plan">The sale.</param>
    /// <param name="tables">For each agent the number of the list of its types in the engine.</param>
    public void WriteExtraction(ExtractionPlan plan, IEnumerable<int> tables) =>
        Write($"global::System.ReadOnlySpan<{plan.Currency.Type}>", "bids", $"{plan.Currency.Type}, {plan.Currency.Type}", plan.Agents, tables);

    /// <summary>Of a sale of several goods.</summary>
    /// <param name="plan">The sale.</param>
    /// <param name="tables">For each agent and good the number of the list of its values in the engine.</param>
    public void WriteGoods(GoodsPlan plan, IEnumerable<IEnumerable<int>> tables)
    {
        var fields = plan.Goods.Select(Identifier.Escape).ToList();
        var make = $"static values => new {GeneratedMembers.Report}({string.Join(", ", fields.Select((_, good) => FormattableString.Invariant($"values[{good}]")))})";
        var types = tables.Select(goods => $"{Menu}.Types<{GeneratedMembers.Report}>([{string.Join(", ", goods.Select(table => FormattableString.Invariant($"[.. Engine.Values{table}]")))}], {make})");
        new ExplainWriter(writer).Write(
            [($"global::System.ReadOnlySpan<{GeneratedMembers.Report}>", "reports", "One an agent: what every good is worth to it.")],
            "agent",
            asked => $"{Menu}.Of<{GeneratedMembers.Report}>(reports, {asked}, {ExplainWriter.Names(plan.Agents)}, {ExplainWriter.Names(plan.Goods)}, [{string.Join(", ", types)}], static report => [{string.Join(", ", fields.Select(field => "report." + field))}], static own => Run(own))");
    }

    private void Write(string span, string parameter, string arguments, EquatableArray<string> names, IEnumerable<int> tables)
    {
        var types = string.Join(", ", tables.Select(table => FormattableString.Invariant($"[.. Engine.Types{table}]")));
        new ExplainWriter(writer).Write(
            [(span, parameter, "One type an agent.")],
            "agent",
            asked => $"{Menu}.Of<{arguments}>({parameter}, {asked}, {ExplainWriter.Names(names)}, [{types}], static own => Run(own))");
    }
}
