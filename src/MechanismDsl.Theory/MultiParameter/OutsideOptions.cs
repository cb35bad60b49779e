using Fractions;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.MultiParameter;

/// <summary>What staying away is worth where one of finitely many outcomes is chosen: one number an agent, or one for each of its types.</summary>
public static class OutsideOptions
{
    /// <summary>Utility of staying away for a type of an agent.</summary>
    /// <param name="problem">A problem over finitely many outcomes.</param>
    /// <param name="agent">The agent.</param>
    /// <param name="type">The place of its type.</param>
    public static Fraction Of(Problem problem, int agent, int type)
    {
        var tables = problem.Choice?.Tables ?? [];
        var own = tables.Count == 0 ? [] : tables[tables.Count == 1 ? 0 : agent].Options;
        return Rationals.FromDecimal(own.Count > 0 ? own[type]
            : problem.Population is Population.Named(var named) ? named[agent].OutsideOption
            : ((Population.Alike)problem.Population).Agent.OutsideOption);
    }

    /// <summary>What an agent expects of staying away before it knows its type.</summary>
    /// <param name="problem">A problem over finitely many outcomes.</param>
    /// <param name="agent">The agent.</param>
    /// <param name="masses">The probability of each of its types.</param>
    public static Fraction Mean(Problem problem, int agent, EquatableArray<Fraction> masses) =>
        masses.Select((mass, type) => mass * Of(problem, agent, type)).Aggregate(Fraction.Zero, (sum, term) => sum + term);
}
