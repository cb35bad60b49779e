using Fractions;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Bayesian;

/// <summary>What each type of one agent expects of each report while the others are truthful.</summary>
/// <param name="Worth">One row a type, one entry a report: the expected value of what is decided.</param>
/// <param name="Payments">The same for what it is expected to pay. With independent types all rows are alike: a payment knows the report only.</param>
public sealed record InterimTable(EquatableArray<EquatableArray<Fraction>> Worth, EquatableArray<EquatableArray<Fraction>> Payments)
{
    /// <summary>The expected utility of a type that reports another one.</summary>
    public Fraction Utility(int type, int report) => Worth[type][report] - Payments[type][report];

    /// <summary>The expected utility of each type that reports itself.</summary>
    public EquatableArray<Fraction> Utilities => Worth.Select((_, type) => Utility(type, type)).ToEquatableArray();

    /// <summary>What each type that reports itself is expected to pay.</summary>
    public EquatableArray<Fraction> Truthful => Payments.Select((row, type) => row[type]).ToEquatableArray();

    /// <summary>The tables of all agents.</summary>
    /// <param name="mechanism">The mechanism.</param>
    /// <param name="cancellation">Checked at every profile.</param>
    public static EquatableArray<InterimTable> Of(DirectMechanism mechanism, CancellationToken cancellation) =>
        Enumerable.Range(0, mechanism.Values.Count)
            .Select(agent => mechanism.Beliefs.Joint.Count == 0 ? Independent(mechanism, agent, cancellation) : Dependent(mechanism, agent, cancellation))
            .ToEquatableArray();

    /// <summary>With independent types a report has the same chances of every outcome whatever the true type is.</summary>
    private static InterimTable Independent(DirectMechanism mechanism, int agent, CancellationToken cancellation)
    {
        var (beliefs, values) = (mechanism.Beliefs, mechanism.Values[agent]);
        var chances = values.Select(row => new Fraction[row.Count]).ToArray();
        var paid = new Fraction[values.Count];
        for (var profile = 0; profile < mechanism.Chosen.Count; profile++)
        {
            cancellation.ThrowIfCancellationRequested();
            var (report, mass) = (beliefs.Types.TypeAt(profile, agent), beliefs.MassGiven(profile, agent));
            chances[report][mechanism.Chosen[profile]] += mass;
            paid[report] += mass * mechanism.Payments[profile][agent];
        }

        var payments = paid.ToEquatableArray();
        return new InterimTable(
            values.Select(own => chances.Select(report => own.Select((value, outcome) => value * report[outcome]).Aggregate(Fraction.Zero, (sum, term) => sum + term)).ToEquatableArray()).ToEquatableArray(),
            values.Select(_ => payments).ToEquatableArray());
    }

    private static InterimTable Dependent(DirectMechanism mechanism, int agent, CancellationToken cancellation)
    {
        var (beliefs, values) = (mechanism.Beliefs, mechanism.Values[agent]);
        var worth = values.Select(_ => new Fraction[values.Count]).ToArray();
        var paid = values.Select(_ => new Fraction[values.Count]).ToArray();
        for (var profile = 0; profile < mechanism.Chosen.Count; profile++)
        {
            cancellation.ThrowIfCancellationRequested();
            var type = beliefs.Types.TypeAt(profile, agent);
            var mass = beliefs.MassGiven(profile, agent);
            for (var report = 0; report < values.Count; report++)
            {
                var played = beliefs.Types.With(profile, agent, report);
                worth[type][report] += mass * values[type][mechanism.Chosen[played]];
                paid[type][report] += mass * mechanism.Payments[played][agent];
            }
        }

        return new InterimTable(worth.Select(row => row.ToEquatableArray()).ToEquatableArray(), paid.Select(row => row.ToEquatableArray()).ToEquatableArray());
    }
}
