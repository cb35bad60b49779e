using Fractions;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Correlated;

/// <summary>
/// What serving a type is worth to a revenue maximiser that knows the agent's belief: its ironed virtual value under the distribution of the types that share
/// the belief (Myerson 1981). Given everybody's beliefs, payoff types are independent, so one agent's distribution does not depend on the others'.
/// A type whose belief nobody else has is worth its value.
/// </summary>
internal static class ConditionalScores
{
    /// <summary>The score of every type of an agent.</summary>
    /// <param name="prior">The joint distribution.</param>
    /// <param name="agent">The agent.</param>
    /// <param name="values">The value of each of its types, ascending.</param>
    /// <param name="classes">For each type the first one with the same belief.</param>
    public static EquatableArray<Fraction> Of(JointDistribution prior, int agent, EquatableArray<Fraction> values, EquatableArray<int> classes)
    {
        var scores = new Fraction[values.Count];
        foreach (var belief in classes.Distinct())
        {
            List<int> types = [.. Enumerable.Range(0, values.Count).Where(type => classes[type] == belief)];
            foreach (var (type, slope) in Ironed([.. types.Select(type => (type, values[type], prior.Marginal(agent, type)))]))
            {
                scores[type] = slope;
            }
        }

        return scores.ToEquatableArray();
    }

    /// <summary>
    /// Posting the price v sells with probability q = P(value ≥ v) and earns v q. Slopes of the concave hull of these points, from the highest type down, are
    /// the ironed virtual values.
    /// </summary>
    private static IEnumerable<(int Type, Fraction Slope)> Ironed(List<(int Type, Fraction Value, Fraction Mass)> types)
    {
        List<(Fraction Mass, Fraction Revenue, List<int> Types)> blocks = [];
        var (sold, earned) = (Fraction.Zero, Fraction.Zero);
        for (var index = types.Count - 1; index >= 0; index--)
        {
            sold += types[index].Mass;
            var gain = (types[index].Value * sold) - earned;
            earned += gain;
            blocks.Add((types[index].Mass, gain, [types[index].Type]));
            while (blocks.Count > 1 && Slope(blocks[blocks.Count - 1]) >= Slope(blocks[blocks.Count - 2]))
            {
                var (last, previous) = (blocks[blocks.Count - 1], blocks[blocks.Count - 2]);
                blocks.RemoveRange(blocks.Count - 2, 2);
                blocks.Add((previous.Mass + last.Mass, previous.Revenue + last.Revenue, [.. previous.Types, .. last.Types]));
            }
        }

        return blocks.SelectMany(block => block.Types.Select(type => (type, Slope(block).Reduce())));

        static Fraction Slope((Fraction Mass, Fraction Revenue, List<int> Types) block) => block.Revenue / block.Mass;
    }
}
