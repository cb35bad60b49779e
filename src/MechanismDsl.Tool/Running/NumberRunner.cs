using System.Globalization;
using System.Numerics;

namespace MechanismDsl.Tool.Running;

/// <summary>Runs a mechanism whose agents report one number each: a column an agent, a row a profile. Agents without a bid in a row do not take part.</summary>
internal sealed class NumberRunner<TMechanism, TReport, TOutcome>(Type mechanism) : Runner(mechanism)
    where TMechanism : IMechanism<TReport, TOutcome>
    where TReport : INumber<TReport>
{
    /// <inheritdoc/>
    protected override IReadOnlyList<Profile> Read(BidFile file) => [.. file.Rows.Select(row =>
    {
        var (names, reports) = file.Numbers<TReport>(row, Agents);
        return new Profile(
            row.Line.ToString(CultureInfo.InvariantCulture),
            row.Line,
            names,
            () => OutcomeRows.Of(TMechanism.Run(reports), names),
            Explainers.Of(Mechanism, reports));
    })];
}
