using System.Globalization;
using Fractions;
using MechanismDsl.Auditing.Declarations;
using MechanismDsl.Auditing.Settings;

namespace MechanismDsl.Auditing.Subjects;

/// <summary>A mechanism with types and a valuation from the user. To the rest of the audit a type is its index.</summary>
internal sealed class ValuedSubject<TMechanism, TType, TOutcome>(Valuation<TType, TOutcome> valuation, IReadOnlyList<IReadOnlyList<TType>> types, IOutcomeReader<TOutcome>? reader) : Subject
    where TMechanism : IMechanism<TType, TOutcome>
{
    /// <inheritdoc/>
    public override bool IsRounded => typeof(TOutcome).GetGenericArguments() is not { Length: > 0 } arguments || !arguments.Any(one => one == typeof(decimal) || one == typeof(long) || one == typeof(int));

    /// <summary>Puts mechanism, types and valuation together.</summary>
    /// <exception cref="AuditException">Nothing says what the agents pay.</exception>
    public static Subject Create(Valuation<TType, TOutcome> valuation, IReadOnlyList<IReadOnlyList<TType>> types, AuditSetup setup)
    {
        var mechanism = new DeclaredMechanism(typeof(TMechanism));
        var reader = valuation.Payment is null
            ? OutcomeReader.Find<TOutcome>(mechanism.IsProcurement) ?? throw new AuditException($"Nothing says what agents pay in outcomes of type {typeof(TOutcome).Name}: set the valuation's Payment.")
            : null;
        var count = types.Count == 1 ? setup.Agents ?? 1 : types.Count;
        var rows = Enumerable.Range(0, count).Select(agent => Party.Row(types, agent, "types")).ToList();
        return new ValuedSubject<TMechanism, TType, TOutcome>(valuation, rows, reader)
        {
            Name = mechanism.Type.Name,
            Parties = [.. rows.Select((row, agent) => new Party
            {
                Name = valuation.Names is { } names && agent < names.Count ? names[agent] : FormattableString.Invariant($"agent {agent}"),
                Dimensions = [new Dimension(string.Empty, 0, row.Count - 1, 1)],
                Types = [.. Enumerable.Range(0, row.Count).Select(index => new double[] { index })],
            })],
            Setting = new Setting
            {
                Worth = new Worth.PerUnit(0, []),
                WhyNoEfficiency = valuation.Alternatives is null ? "the outcomes that could be chosen are not known: set the valuation's Alternatives" : null,
            },
        };
    }

    /// <inheritdoc/>
    public override Settlement Run(IReadOnlyList<double[]> reports)
    {
        var outcome = TMechanism.Run(reports.Select((report, agent) => TypeOf(agent, report)).ToArray());
        return reader is null
            ? new Settlement([], [.. Enumerable.Range(0, reports.Count).Select(agent => valuation.Payment!(agent, outcome))], outcome)
            : reader.Read(outcome, reports.Count) with { Lots = [], Outcome = outcome };
    }

    /// <inheritdoc/>
    public override Fraction[] Exact(int agent, double[] type) => [new Fraction((int)type[0])];

    /// <inheritdoc/>
    public override Fraction Value(int agent, double[] type, Settlement settlement) => valuation.Value(agent, TypeOf(agent, type), (TOutcome)settlement.Outcome!).Exact;

    /// <inheritdoc/>
    public override double Near(int agent, double[] type, Settlement settlement) => valuation.Value(agent, TypeOf(agent, type), (TOutcome)settlement.Outcome!).Near;

    /// <inheritdoc/>
    public override Fraction Cost(Settlement settlement) => valuation.Cost is { } cost ? cost((TOutcome)settlement.Outcome!).Exact : Fraction.Zero;

    /// <inheritdoc/>
    public override IEnumerable<Settlement>? Alternatives() => valuation.Alternatives?.Select(outcome => new Settlement([], [], outcome));

    /// <inheritdoc/>
    public override Fraction Outside(int agent, double[] type) => valuation.Outside is { } outside ? outside(agent, TypeOf(agent, type)).Exact : Fraction.Zero;

    /// <inheritdoc/>
    public override string Text(int agent, double[] type) => string.Create(CultureInfo.InvariantCulture, $"{TypeOf(agent, type)}");

    private TType TypeOf(int agent, double[] type) => types[agent][(int)type[0]];
}
