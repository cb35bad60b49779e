using Fractions;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.LinearPrograms;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Correlated;

/// <summary>A posterior as a combination of others.</summary>
/// <param name="Type">The type whose posterior it is.</param>
/// <param name="Weights">For each type of the agent its weight; zero for <paramref name="Type"/> itself.</param>
public sealed record BeliefCombination(int Type, EquatableArray<Fraction> Weights);

/// <summary>
/// Whether beliefs tell an agent's types apart (Crémer and McLean 1988), in both versions, and bets that do. The posteriors of a type and of another with
/// the same belief count once.
/// </summary>
public sealed record BeliefCondition
{
    /// <summary>
    /// At multiple one, a false report about one's beliefs costs at least this much. It fixes the unit in which bets are stated, and nothing else.
    /// </summary>
    private static readonly Fraction LeastCost = new(1, 3);

    private BeliefCondition(EquatableArray<EquatableArray<Fraction>> posteriors, EquatableArray<int> classes) => (Posteriors, Classes) = (posteriors, classes);

    /// <summary>For each type what it believes about the others.</summary>
    public EquatableArray<EquatableArray<Fraction>> Posteriors { get; }

    /// <summary>For each type the first type with the same belief.</summary>
    public EquatableArray<int> Classes { get; }

    /// <summary>How many of the posteriors are linearly independent.</summary>
    public int Rank { get; private init; }

    /// <summary>A posterior that is a combination of the other types' with any weights: why the linear version fails; null where it holds.</summary>
    public BeliefCombination? LinearCombination { get; private init; }

    /// <summary>
    /// For each type the combination of other types' posteriors, with weights that are at least zero, that equals its own: why the cone version fails for
    /// it; null where it holds. Types of the same belief are not set against each other.
    /// </summary>
    public EquatableArray<BeliefCombination?> ConeCombinations { get; private init; }

    /// <summary>
    /// For each type the bet on the others' types that its report buys, in whole numbers: a payment at each of their profiles whose mean is zero for the
    /// type's own belief and above zero for every other belief of the agent. Of all such bets it has the greatest margin for its size (least squares).
    /// Empty where the cone version fails, and for an agent with one belief.
    /// </summary>
    public EquatableArray<EquatableArray<Fraction>> Bets { get; private init; }

    /// <summary>Whether the posteriors of all types are linearly independent.</summary>
    public bool IsLinearlyIndependent => LinearCombination is null;

    /// <summary>Whether no posterior is a combination of others with weights that are at least zero, where types of one belief count as one.</summary>
    public bool SeparatesBeliefs => ConeCombinations.All(combination => combination is null);

    /// <summary>Whether beliefs tell all types apart.</summary>
    public bool SeparatesTypes => SeparatesBeliefs && Classes.Distinct().Count() == Classes.Count;

    /// <summary>The condition for an agent under a joint distribution.</summary>
    public static BeliefCondition Of(JointDistribution prior, int agent, CancellationToken cancellation) =>
        Of(Enumerable.Range(0, prior.Types.Counts[agent]).Select(type => prior.Posterior(agent, type)).ToEquatableArray(), cancellation);

    /// <summary>The condition for given posteriors, one a type, over the same profiles of the others.</summary>
    public static BeliefCondition Of(EquatableArray<EquatableArray<Fraction>> posteriors, CancellationToken cancellation)
    {
        var classes = posteriors.Select(posterior => posteriors.TakeWhile(other => other != posterior).Count()).ToEquatableArray();
        var beliefs = classes.Distinct().ToList();
        var separators = beliefs.Select(belief => Separate(posteriors, belief, [.. beliefs.Where(other => other != belief)], cancellation)).ToList();
        var combinations = classes.Select((belief, type) =>
            separators[beliefs.IndexOf(belief)].Combination is { } found ? found with { Type = type } : null).ToEquatableArray();
        var (rank, dependent) = Dependence(posteriors);
        return new BeliefCondition(posteriors, classes)
        {
            Rank = rank,
            LinearCombination = dependent,
            ConeCombinations = combinations,
            Bets = beliefs.Count > 1 && combinations.All(combination => combination is null)
                ? Scaled(posteriors, classes, classes.Select(belief => separators[beliefs.IndexOf(belief)].Bet).ToEquatableArray())
                : [],
        };
    }

    /// <summary>What a type expects to pay for the bet that goes with a report.</summary>
    public Fraction CostOf(int type, int report) => NearestPoint.Dot(Posteriors[type], Bets[report]);

    /// <summary>
    /// The nearest point to the origin in the hull of the other posteriors, projected along the own one, has the same product with all corners that hold it
    /// and a greater one with the rest; if it is the origin, its weights write the own posterior as a combination of the others.
    /// </summary>
    private static (EquatableArray<Fraction> Bet, BeliefCombination? Combination) Separate(EquatableArray<EquatableArray<Fraction>> posteriors, int belief, List<int> others, CancellationToken cancellation)
    {
        if (others.Count == 0)
        {
            return ([], null);
        }

        var own = posteriors[belief];
        var norm = NearestPoint.Dot(own, own);
        var corners = others.Select(other =>
        {
            var along = NearestPoint.Dot(posteriors[other], own) / norm;
            return posteriors[other].Select((chance, at) => chance - (along * own[at])).ToArray();
        }).ToList();
        var weights = NearestPoint.Weights(corners, cancellation);
        var point = Enumerable.Range(0, own.Count).Select(at => corners.Select((corner, index) => corner[at] * weights[index]).Aggregate((sum, term) => sum + term)).ToArray();
        if (point.All(coordinate => coordinate.IsZero))
        {
            return ([], new BeliefCombination(belief, Enumerable.Range(0, posteriors.Count)
                .Select(type => others.IndexOf(type) is >= 0 and var index ? weights[index].Reduce() : Fraction.Zero).ToEquatableArray()));
        }

        return (SmallestIntegers.Of(point), null);
    }

    private static EquatableArray<EquatableArray<Fraction>> Scaled(EquatableArray<EquatableArray<Fraction>> posteriors, EquatableArray<int> classes, EquatableArray<EquatableArray<Fraction>> bets)
    {
        var least = Enumerable.Range(0, classes.Count)
            .SelectMany(type => Enumerable.Range(0, classes.Count).Where(report => classes[report] != classes[type]).Select(report => NearestPoint.Dot(posteriors[type], bets[report])))
            .Min();
        var factor = SmallestIntegers.Ceiling(LeastCost / least);
        return bets.Select(bet => bet.Select(stake => (stake * factor).Reduce()).ToEquatableArray()).ToEquatableArray();
    }

    /// <summary>Gaussian elimination; a row that vanishes is a combination of those before it.</summary>
    private static (int Rank, BeliefCombination? Dependent) Dependence(EquatableArray<EquatableArray<Fraction>> posteriors)
    {
        List<(Fraction[] Row, Fraction[] Weights, int Pivot)> reduced = [];
        BeliefCombination? dependent = null;
        for (var type = 0; type < posteriors.Count; type++)
        {
            var row = posteriors[type].ToArray();
            var weights = Enumerable.Range(0, posteriors.Count).Select(other => other == type ? Fraction.One : Fraction.Zero).ToArray();
            foreach (var (earlier, earlierWeights, pivot) in reduced)
            {
                var factor = row[pivot] / earlier[pivot];
                for (var at = 0; at < row.Length; at++)
                {
                    row[at] -= factor * earlier[at];
                }

                for (var at = 0; at < weights.Length; at++)
                {
                    weights[at] -= factor * earlierWeights[at];
                }
            }

            var lead = Array.FindIndex(row, entry => !entry.IsZero);
            if (lead >= 0)
            {
                reduced.Add((row, weights, lead));
            }
            else
            {
                dependent ??= new BeliefCombination(type, weights.Select((weight, other) => other == type ? Fraction.Zero : (-weight).Reduce()).ToEquatableArray());
            }
        }

        return (reduced.Count, dependent);
    }
}
