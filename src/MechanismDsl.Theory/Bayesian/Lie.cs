using Fractions;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Bayesian;

/// <summary>A report that is better than the truth.</summary>
/// <param name="Agent">Who gains.</param>
/// <param name="Type">The place of its type.</param>
/// <param name="Report">The place of the type that it reports instead.</param>
/// <param name="Truth">What it has, or expects, of the truth.</param>
/// <param name="Deviation">What it has, or expects, of the lie.</param>
/// <param name="Profile">The number of the truthful profile at which it gains; −1 where it gains in expectation.</param>
public sealed record Lie(int Agent, int Type, int Report, Fraction Truth, Fraction Deviation, int Profile)
{
    /// <summary>By how much the lie is better.</summary>
    public Fraction Gain => Deviation - Truth;

    /// <summary>The most profitable lie in expectation, the first one among equals; null if truth is a best reply to truth (Bayesian incentive compatible).</summary>
    /// <param name="tables">What every type of every agent expects of every report.</param>
    /// <param name="beliefs">The types; those without probability do not count.</param>
    public static Lie? InExpectation(EquatableArray<InterimTable> tables, Beliefs beliefs)
    {
        Lie? best = null;
        for (var agent = 0; agent < tables.Count; agent++)
        {
            for (var type = 0; type < tables[agent].Worth.Count; type++)
            {
                if (beliefs.Masses[agent][type].IsZero)
                {
                    continue;
                }

                var truth = tables[agent].Utility(type, type);
                for (var report = 0; report < tables[agent].Worth.Count; report++)
                {
                    best = Better(best, new Lie(agent, type, report, truth, tables[agent].Utility(type, report), -1));
                }
            }
        }

        return best;
    }

    /// <summary>The most profitable lie at a profile of the others, the first one among equals; null if truth is a dominant strategy.</summary>
    /// <param name="mechanism">The mechanism.</param>
    /// <param name="cancellation">Checked at every profile.</param>
    public static Lie? AtAProfile(DirectMechanism mechanism, CancellationToken cancellation)
    {
        Lie? best = null;
        for (var profile = 0; profile < mechanism.Chosen.Count; profile++)
        {
            cancellation.ThrowIfCancellationRequested();
            var types = mechanism.Beliefs.Types.TypesAt(profile);
            for (var agent = 0; agent < types.Count; agent++)
            {
                var truth = mechanism.Utility(agent, types[agent], profile);
                for (var report = 0; report < mechanism.Values[agent].Count; report++)
                {
                    var played = mechanism.Beliefs.Types.With(profile, agent, report);
                    best = Better(best, new Lie(agent, types[agent], report, truth, mechanism.Utility(agent, types[agent], played), profile));
                }
            }
        }

        return best;
    }

    private static Lie? Better(Lie? best, Lie candidate) => candidate.Gain > (best?.Gain ?? Fraction.Zero) ? candidate : best;
}
