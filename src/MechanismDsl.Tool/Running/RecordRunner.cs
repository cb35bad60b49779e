using System.Reflection;

namespace MechanismDsl.Tool.Running;

/// <summary>
/// Runs a mechanism whose agents report a record: a row an agent, with a column for each member of the record, a column <c>profile</c> if there are
/// several profiles, and a column <c>agent</c> if the agents are to be called by names.
/// </summary>
internal sealed class RecordRunner<TMechanism, TReport, TOutcome>(Type mechanism) : Runner(mechanism)
    where TMechanism : IMechanism<TReport, TOutcome>
{
    /// <inheritdoc/>
    protected override IReadOnlyList<Profile> Read(BidFile file)
    {
        var constructor = typeof(TReport).GetConstructors().MaxBy(one => one.GetParameters().Length) is { } longest && longest.GetParameters().Length > 0
            ? longest
            : throw new ToolException($"Reports of type {typeof(TReport).Name} cannot be made from columns: the type has no constructor with its members.");
        var columns = constructor.GetParameters().Select(parameter => (Column: file.Column(parameter.Name!), Type: parameter.ParameterType)).ToArray();
        string[] members = [.. columns.Select(one => file.Header[one.Column])];
        return [.. file.Groups(Agents).Select(group =>
        {
            var reports = group.Rows.Select(row => (TReport)constructor.Invoke([.. columns.Select(one => Cell(file, row, one.Column, one.Type))])).ToArray();
            return new Profile(
                group.Name,
                group.Rows[0].Line,
                group.Agents,
                () => OutcomeRows.Of(TMechanism.Run(reports), group.Agents, members),
                Explainers.Of(Mechanism, reports));
        })];
    }

    private static object? Cell(BidFile file, BidRow row, int column, Type type) =>
        Method.MakeGenericMethod(type).Invoke(file, BindingFlags.DoNotWrapExceptions, null, [row, column], null);

    private static MethodInfo Method { get; } = typeof(BidFile).GetMethod(nameof(BidFile.Parse))!;
}
