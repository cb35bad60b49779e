using Fractions;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Auditing.Exact;

/// <summary>A mechanism played at every profile of types, as the theory's table of a finite mechanism.</summary>
/// <param name="Mechanism">The table. Outcomes that differ in payments only are one.</param>
/// <param name="Outcomes">A settlement for each outcome of the table.</param>
/// <param name="WhyNoEfficiency">Why efficiency cannot be judged; null if the table has every feasible outcome.</param>
/// <param name="Largest">The largest amount that occurs, at least 1.</param>
internal sealed record PlayedTable(FiniteMechanism Mechanism, IReadOnlyList<Settlement> Outcomes, string? WhyNoEfficiency, double Largest)
{
    /// <summary>The most outcomes of a table: the theory keeps a lottery over them for each.</summary>
    private const int MostOutcomes = 1_500;

    /// <summary>The most pairs of a profile and a feasible outcome that efficiency is judged at.</summary>
    private const long MostComparisons = 5_000_000;

    /// <summary>Plays every profile.</summary>
    /// <exception cref="AuditException">The mechanism refuses a profile, or too many different things come of them.</exception>
    public static PlayedTable Play(FiniteSubject finite, CancellationToken cancellation)
    {
        var (subject, types) = (finite.Subject, finite.Types);
        var columns = new Dictionary<EquatableArray<Fraction>, int>();
        var settlements = new List<Settlement>();
        var values = new List<EquatableArray<Fraction>>();
        var known = new Dictionary<EquatableArray<Lot>, int>();
        var chosen = new int[types.Profiles];
        var payments = new EquatableArray<Fraction>[types.Profiles];
        var largest = 1.0;
        for (var profile = 0; profile < types.Profiles; profile++)
        {
            cancellation.ThrowIfCancellationRequested();
            var settlement = subject.Play(finite.At(profile));
            chosen[profile] = Column(settlement);
            payments[profile] = settlement.Payments.Select(payment => payment.Exact).ToEquatableArray();
            largest = settlement.Payments.Select(payment => Math.Abs(payment.Near)).Append(largest).Max();
        }

        var whyNot = AddAlternatives();
        largest = values.SelectMany(column => column).Select(value => Math.Abs(Rational.Near(value))).Append(largest).Max();
        var design = Design();
        var lotteries = Enumerable.Range(0, values.Count).Select(column => Enumerable.Range(0, values.Count).Select(other => other == column ? Fraction.One : Fraction.Zero).ToEquatableArray()).ToList();
        return new PlayedTable(new FiniteMechanism(design, chosen.Select(column => lotteries[column]).ToEquatableArray(), payments.ToEquatableArray()), settlements, whyNot, largest);

        int Column(Settlement settlement)
        {
            var lots = settlement.Lots.ToEquatableArray();
            if (lots.Count > 0 && known.TryGetValue(lots, out var column))
            {
                return column;
            }

            var key = Values(settlement);
            if (!columns.TryGetValue(key, out column))
            {
                column = settlements.Count;
                if (column == MostOutcomes)
                {
                    throw new AuditException(FormattableString.Invariant($"'{subject.Name}' chooses more than {MostOutcomes} different allocations at these types: hand over fewer types."));
                }

                columns.Add(key, column);
                settlements.Add(settlement);
                values.Add(key);
            }

            if (lots.Count > 0)
            {
                known.Add(lots, column);
            }

            return column;
        }

        // The values of every type of every agent in turn, then the cost.
        EquatableArray<Fraction> Values(Settlement settlement) => subject.Parties
            .SelectMany((party, agent) => party.Types!.Select(type => subject.Value(agent, type, settlement).Reduce()))
            .Append(subject.Cost(settlement).Reduce())
            .ToEquatableArray();

        string? AddAlternatives()
        {
            if (subject.Setting.WhyNoEfficiency is { } reason)
            {
                return reason;
            }

            if (subject.Alternatives() is not { } alternatives)
            {
                return "the feasible outcomes are too many to be looked at one by one";
            }

            var most = (int)Math.Min(MostOutcomes - settlements.Count, Math.Max(1, MostComparisons / types.Profiles));
            var all = alternatives.Take(most + 1).ToList();
            if (all.Count > most)
            {
                return FormattableString.Invariant($"there are more than {most} feasible outcomes, too many to be looked at one by one at {types.Profiles} profiles");
            }

            all.ForEach(alternative => Column(alternative));
            return null;
        }

        FiniteDesign Design()
        {
            var row = 0;
            var table = subject.Parties.Select(party => party.Types!.Select(_ =>
            {
                var number = row++;
                return values.Select(column => column[number]).ToEquatableArray();
            }).ToEquatableArray()).ToEquatableArray();
            return new FiniteDesign(
                table,
                values.Select(column => column[row]).ToEquatableArray(),
                subject.Parties.Select((party, agent) => party.Types!.Select(type => subject.Outside(agent, type)).ToEquatableArray()).ToEquatableArray());
        }
    }
}
