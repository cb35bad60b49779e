using Fractions;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.LinearPrograms;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Correlated;

/// <summary>
/// Whether reports can be told from those of agents who lie at random (Kosenok and Severinov 2008): a joint distribution is identifiable if every other one of
/// full support gives some type of some agent a posterior outside the cone of that agent's posteriors. With two agents it never is, unless types are
/// independent.
/// </summary>
public static class Identifiability
{
    /// <summary>Another distribution all of whose posteriors lie in the cones of the given one's; null if there is none: the distribution is identifiable.</summary>
    /// <param name="prior">The distribution.</param>
    /// <param name="cancellation">Checked at every pivot.</param>
    /// <returns>One probability a profile; above zero wherever the given one is.</returns>
    public static EquatableArray<Fraction>? Counterexample(JointDistribution prior, CancellationToken cancellation)
    {
        for (var profile = 0; profile < prior.Types.Profiles; profile++)
        {
            foreach (var isMaximised in new[] { true, false })
            {
                var (program, masses) = Mimics(prior);
                var form = new LinearForm().Add(masses[profile], Fraction.One);
                if (isMaximised)
                {
                    program.Maximise(form);
                }
                else
                {
                    program.Minimise(form);
                }

                // The given distribution is a solution, and probabilities are bounded.
                var optimum = program.Solve(cancellation) as LinearAnswer.Optimal ?? throw new InvalidOperationException("The pivots did not suffice.");
                if (optimum.Value != prior.Masses[profile])
                {
                    // Half of it and half of the given one: solutions are convex.
                    return masses.Select((mass, at) => ((optimum.Primal[mass] + prior.Masses[at]) / 2).Reduce()).ToEquatableArray();
                }
            }
        }

        return null;
    }

    /// <summary>The distributions whose posteriors lie in the cones: what the others see of an agent that reports at random, given its type.</summary>
    private static (LinearProgram Program, List<int> Masses) Mimics(JointDistribution prior)
    {
        var (program, types) = (new LinearProgram(), prior.Types);
        var masses = Enumerable.Range(0, types.Profiles).Select(profile => program.AddVariable($"mass {profile}")).ToList();
        program.Constrain("total", masses.Aggregate(new LinearForm(), (sum, mass) => sum.Add(mass, Fraction.One)), Relation.Equal, Fraction.One);
        for (var agent = 0; agent < types.Agents; agent++)
        {
            var posteriors = Enumerable.Range(0, types.Counts[agent]).Select(type => prior.Posterior(agent, type)).ToList();
            for (var type = 0; type < types.Counts[agent]; type++)
            {
                var weights = posteriors.Select((_, report) => program.AddVariable($"weight {agent} {type} {report}")).ToList();
                for (var others = 0; others < types.Others(agent); others++)
                {
                    var form = new LinearForm().Add(masses[types.Join(agent, type, others)], Fraction.One);
                    for (var report = 0; report < posteriors.Count; report++)
                    {
                        form.Add(weights[report], -posteriors[report][others]);
                    }

                    program.Constrain($"posterior {agent} {type} {others}", form, Relation.Equal, Fraction.Zero);
                }
            }
        }

        return (program, masses);
    }
}
