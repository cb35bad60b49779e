using System.Reflection;

namespace MechanismDsl.Tool.Running;

/// <summary>
/// Runs a mechanism whose agents report a record: a row an agent, with a column for each member of the record, a column <c>profile</c> if there are
/// several profiles, and a column <c>agent</c> if the agents are to be called by names.
/// </summary>
internal sealed class RecordRunner<TMechanism, TReport, TOutcome>(IReadOnlyList<string> agents) : Runner(agents)
    where TMechanism : IMechanism<TReport, TOutcome>
{
    private const string Profile = "profile";
    private const string Agent = "agent";

    /// <inheritdoc/>
    public override IReadOnlyList<Played> Run(BidFile file)
    {
        var profile = HasColumn(file, Profile) ? file.Column(Profile) : -1;
        var agent = HasColumn(file, Agent) ? file.Column(Agent) : -1;
        var constructor = typeof(TReport).GetConstructors().MaxBy(one => one.GetParameters().Length) is { } longest && longest.GetParameters().Length > 0
            ? longest
            : throw new ToolException($"Reports of type {typeof(TReport).Name} cannot be made from columns: the type has no constructor with its members.");
        var columns = constructor.GetParameters().Select(parameter => (Column: file.Column(parameter.Name!), Type: parameter.ParameterType)).ToArray();
        return [.. file.Rows.GroupBy(row => profile < 0 ? string.Empty : row.Cells[profile], StringComparer.Ordinal).Select(group =>
        {
            var rows = InOrder(file, [.. group], agent);
            var reports = rows.Select(row => (TReport)constructor.Invoke([.. columns.Select(one => Cell(file, row, one.Column, one.Type))])).ToArray();
            string[] names = [.. rows.Select((row, index) => agent < 0 ? FormattableString.Invariant($"{index}") : row.Cells[agent])];
            return Play(file, rows[0].Line, profile < 0 ? "1" : group.Key, () => OutcomeRows.Of(TMechanism.Run(reports), names));
        })];
    }

    /// <summary>Agents that have names in the declaration stand in its order, whatever the order of the file.</summary>
    private List<BidRow> InOrder(BidFile file, List<BidRow> rows, int agent)
    {
        if (Agents.Count == 0 || agent < 0)
        {
            return rows;
        }

        return [.. Agents.Select(name => rows.Find(row => string.Equals(row.Cells[agent], name, StringComparison.OrdinalIgnoreCase))
            ?? throw new ToolException(FormattableString.Invariant($"{file.Path} line {rows[0].Line}: the profile has no row of agent '{name}'.")))];
    }

    private static bool HasColumn(BidFile file, string name) => file.Header.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static object? Cell(BidFile file, BidRow row, int column, Type type) =>
        Method.MakeGenericMethod(type).Invoke(file, BindingFlags.DoNotWrapExceptions, null, [row, column], null);

    private static MethodInfo Method { get; } = typeof(BidFile).GetMethod(nameof(BidFile.Parse))!;
}
