using Fractions;
using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Tests.Bayesian;

/// <summary>
/// The greatest expected surplus of an efficient decision for all agents or none, with finitely many types of each, by its definition: one profile after the other, and
/// payments as shortest paths over the constraints. The oracle of what sums of types say.
/// </summary>
internal static class FiniteProvision
{
    /// <summary>More profiles are not gone through.</summary>
    private const int MostProfiles = 100_000;

    /// <summary>
    /// What efficient, truthful and voluntary payments leave at most after the cost, and the expected welfare of the decision; null if there are too many
    /// profiles, or no such payments.
    /// </summary>
    /// <param name="agents">The agents, with finite priors.</param>
    /// <param name="cost">The cost of deciding for it.</param>
    /// <param name="atTies">Whether it is decided for where the types sum to exactly the cost.</param>
    /// <param name="cancellation">Looked at between profiles.</param>
    public static (Fraction Surplus, Fraction Welfare)? Of(EquatableArray<Agent> agents, Fraction cost, bool atTies, CancellationToken cancellation)
    {
        var types = agents.Select(agent => (AtomicPrior)ProvisionSurplus.TypeOf(agent)).ToList();
        if (types.Aggregate(1L, (product, prior) => Math.Min(product * prior.Values.Count, MostProfiles + 1L)) > MostProfiles)
        {
            return null;
        }

        var chances = types.Select(prior => new Fraction[prior.Values.Count]).ToList();
        var (decided, welfare) = (Fraction.Zero, Fraction.Zero);
        Visit(0, Fraction.One, Fraction.Zero, new int[types.Count]);
        var surplus = -(cost * decided);
        for (var agent = 0; agent < types.Count; agent++)
        {
            var (prior, option) = (types[agent], Rationals.FromDecimal(agents[agent].OutsideOption));
            var served = chances[agent].Select((sum, type) => sum / prior.ExactMasses[type]).ToArray();
            var values = prior.ExactValues.Select(type => served.Select(chance => type * chance).ToArray()).ToArray();
            if (FiniteTransfers.Greatest(values, [.. served.Select(_ => option)]) is not { } payments)
            {
                return null;
            }

            surplus += payments.Select((payment, type) => payment * prior.ExactMasses[type]).Aggregate(Fraction.Zero, (sum, one) => sum + one);
        }

        return (surplus, welfare);

        void Visit(int agent, Fraction mass, Fraction sum, int[] at)
        {
            cancellation.ThrowIfCancellationRequested();
            if (agent == types.Count)
            {
                if (sum > cost || (atTies && sum == cost))
                {
                    decided += mass;
                    welfare += mass * (sum - cost);
                    for (var one = 0; one < at.Length; one++)
                    {
                        chances[one][at[one]] += mass;
                    }
                }

                return;
            }

            for (at[agent] = 0; at[agent] < types[agent].Values.Count; at[agent]++)
            {
                Visit(agent + 1, mass * types[agent].ExactMasses[at[agent]], sum + types[agent].ExactValues[at[agent]], at);
            }
        }
    }
}
