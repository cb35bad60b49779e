using Fractions;
using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Equivalence;

/// <summary>Compares two mechanisms at every profile of finitely many types.</summary>
internal sealed class FiniteComparison(
    Court one, Court other, EquatableArray<Agent> agents, EquatableArray<EquatableArray<double>> types, Func<Beliefs?> beliefs, CancellationToken cancellation)
{
    /// <summary>More steps are not taken.</summary>
    private const double MostSteps = 300_000;

    /// <summary>Payments that are known in doubles differ by less than this part of themselves only by rounding.</summary>
    private const double Rounding = 1e-12;

    private bool IsExact => one.IsExact && other.IsExact;

    /// <summary>The answer.</summary>
    public EquivalenceAnswer Answer()
    {
        if (types.Aggregate((double)Math.Max(one.Steps, other.Steps), (product, own) => product * own.Count) > MostSteps)
        {
            return new EquivalenceAnswer.Open("there are too many profiles of types to compare all of them");
        }

        var space = new TypeSpace(types.Select(own => own.Count).ToEquatableArray());
        var (paid, charged) = (new EquatableArray<Fraction>[space.Profiles], new EquatableArray<Fraction>[space.Profiles]);
        var areAlike = true;
        for (var profile = 0; profile < space.Profiles; profile++)
        {
            cancellation.ThrowIfCancellationRequested();
            var at = profile;
            var reports = types.Select((own, agent) => own[space.TypeAt(at, agent)]).ToEquatableArray();
            var (left, right) = (one.At(reports), other.At(reports));
            if (left.Decision != right.Decision)
            {
                return new EquivalenceAnswer.OutcomesDiffer(reports, one.Words(left.Decision), other.Words(right.Decision));
            }

            (paid[profile], charged[profile]) = (left.Payments, right.Payments);
            areAlike &= Enumerable.Range(0, agents.Count).All(agent => Agree(left.Payments[agent], right.Payments[agent]));
        }

        var profiles = FormattableString.Invariant($"at each of the {space.Profiles} profiles of types");
        return areAlike ? new EquivalenceAnswer.Same($"{profiles} they decide and charge the same")
            : beliefs() is not { } known ? new EquivalenceAnswer.Open("they decide alike and charge otherwise, and what an agent expects to pay needs priors")
            : Difference(space, known, paid, charged) ?? (EquivalenceAnswer)new EquivalenceAnswer.Same($"{profiles} they decide the same, and every type expects to pay the same for every report");
    }

    /// <summary>The first type that expects to pay something else, for the truth if possible.</summary>
    private EquivalenceAnswer.PaymentsDiffer? Difference(TypeSpace space, Beliefs known, EquatableArray<Fraction>[] paid, EquatableArray<Fraction>[] charged)
    {
        EquivalenceAnswer.PaymentsDiffer? byLying = null;
        for (var agent = 0; agent < agents.Count; agent++)
        {
            for (var type = 0; type < space.Counts[agent]; type++)
            {
                if (known.Masses[agent][type].IsZero)
                {
                    continue;
                }

                // Of independent types a report is charged the same whoever makes it.
                for (var report = 0; report < space.Counts[agent]; report++)
                {
                    cancellation.ThrowIfCancellationRequested();
                    var (left, right) = (Expected(space, known, paid, agent, type, report), Expected(space, known, charged, agent, type, report));
                    if (Agree(left, right))
                    {
                        continue;
                    }

                    var difference = new EquivalenceAnswer.PaymentsDiffer(agents[agent].Name ?? FormattableString.Invariant($"agent {agent}"), types[agent][type], types[agent][report], Text(left), Text(right));
                    if (type == report)
                    {
                        return difference;
                    }

                    byLying ??= difference;
                }
            }
        }

        return byLying;
    }

    private static Fraction Expected(TypeSpace space, Beliefs known, EquatableArray<Fraction>[] payments, int agent, int type, int report) =>
        Enumerable.Range(0, space.Others(agent)).Aggregate(Fraction.Zero, (sum, others) =>
            sum + (known.MassGiven(space.Join(agent, type, others), agent) * payments[space.Join(agent, report, others)][agent]));

    private bool Agree(Fraction left, Fraction right) => IsExact
        ? left == right
        : Math.Abs(Rationals.ToNearest(left) - Rationals.ToNearest(right)) <= Rounding * (1 + Math.Abs(Rationals.ToNearest(left)) + Math.Abs(Rationals.ToNearest(right)));

    private Amount Text(Fraction amount) => IsExact ? Amount.Of(amount.Reduce()) : Amount.Approximately(Rationals.ToNearest(amount), Rounding * (1 + Math.Abs(Rationals.ToNearest(amount))));
}
