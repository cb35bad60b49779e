using System.Globalization;
using System.Numerics;

namespace MechanismDsl.Tool.Running;

/// <summary>Runs a mechanism whose agents report one number each: a column an agent, a row a profile. Agents without a bid in a row do not take part.</summary>
internal sealed class NumberRunner<TMechanism, TReport, TOutcome>(IReadOnlyList<string> agents) : Runner(agents)
    where TMechanism : IMechanism<TReport, TOutcome>
    where TReport : INumber<TReport>
{
    /// <inheritdoc/>
    public override IReadOnlyList<Played> Run(BidFile file)
    {
        // Agents that have names are found by them; alike ones are whoever has a column.
        int[] columns = Agents.Count > 0 ? [.. Agents.Select(file.Column)] : [.. Enumerable.Range(0, file.Header.Count)];
        return [.. file.Rows.Select(row =>
        {
            var present = columns.Where(column => Agents.Count > 0 || row.Cells[column].Length > 0).ToList();
            var reports = present.Select(column => file.Parse<TReport>(row, column)).ToArray();
            return Play(file, row.Line, row.Line.ToString(CultureInfo.InvariantCulture), () =>
                OutcomeRows.Of(TMechanism.Run(reports), [.. present.Select(column => file.Header[column])]));
        })];
    }
}
