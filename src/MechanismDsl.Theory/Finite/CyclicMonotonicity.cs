using Fractions;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Finite;

/// <summary>Whether payments make truth the best report under a rule that gives every type something.</summary>
public abstract record Implementability
{
    private Implementability() { }

    /// <summary>They do.</summary>
    /// <param name="Payments">For each type what it pays: as much as truth and taking part allow.</param>
    public sealed record Payable(EquatableArray<Fraction> Payments) : Implementability;

    /// <summary>None do: the types of a cycle would together gain by each reporting the one before it, whatever is paid.</summary>
    /// <param name="Types">The types of the cycle, each reporting the one before it and the first reporting the last; the lowest type first.</param>
    /// <param name="Gain">What they gain in value together, above zero: around a cycle payments cancel.</param>
    public sealed record Cycle(EquatableArray<int> Types, Fraction Gain) : Implementability;
}

/// <summary>
/// Cyclic monotonicity (Rochet 1987): a rule can be implemented if and only if the graph of types, in which the arc from s to t is as long as what t loses in
/// value by reporting s, has no cycle of negative length. Shortest paths in it are payments; they are found in rational numbers (Bellman 1958; Ford 1956).
/// </summary>
public static class CyclicMonotonicity
{
    /// <summary>The verdict on one agent's rule, the reports of the others fixed or averaged.</summary>
    /// <param name="values">For each type what each report gives it: row t, column s is the value to t of what s is given.</param>
    /// <param name="outside">For each type its utility of not taking part.</param>
    /// <exception cref="ArgumentException">The table is not square, or has no types.</exception>
    public static Implementability Of(EquatableArray<EquatableArray<Fraction>> values, EquatableArray<Fraction> outside)
    {
        var count = values.Count;
        if (count == 0 || outside.Count != count || values.Any(row => row.Count != count))
        {
            throw new ArgumentException("Every type needs a value of what each type is given, and an outside option.", nameof(values));
        }

        // The source's arc to a type is what the type can pay without staying away.
        var distances = Enumerable.Range(0, count).Select(type => values[type][type] - outside[type]).ToArray();
        var before = Enumerable.Repeat(-1, count).ToArray();
        for (var round = 0; round <= count; round++)
        {
            if (Relax(values, distances, before) is not { } changed)
            {
                return new Implementability.Payable(distances.Select(distance => distance.Reduce()).ToEquatableArray());
            }

            if (round == count)
            {
                return Exchange(values) ?? CycleThrough(values, before, changed);
            }
        }

        throw new InvalidOperationException("The last round returns.");
    }

    /// <summary>The verdict on a rule of several agents: for each of them at every profile of the others, or the first cycle.</summary>
    /// <param name="design">What is decided.</param>
    /// <param name="lotteries">The rule: for each profile the probability of every outcome.</param>
    /// <returns>The dominant-strategy incentive compatible mechanism with the greatest payments under which nobody loses; otherwise whose types form a cycle, at which profile of the others, and the cycle.</returns>
    public static (FiniteMechanism? Mechanism, int Agent, int Others, Implementability.Cycle? Cycle) Of(FiniteDesign design, EquatableArray<EquatableArray<Fraction>> lotteries)
    {
        var types = design.Types;
        var rule = new FiniteMechanism(design, lotteries, lotteries.Select(_ => Enumerable.Repeat(Fraction.Zero, types.Agents).ToEquatableArray()).ToEquatableArray());
        var payments = lotteries.Select(_ => new Fraction[types.Agents]).ToArray();
        for (var agent = 0; agent < types.Agents; agent++)
        {
            for (var others = 0; others < types.Others(agent); others++)
            {
                var values = Enumerable.Range(0, types.Counts[agent]).Select(type =>
                    Enumerable.Range(0, types.Counts[agent]).Select(report => rule.Value(agent, type, types.Join(agent, report, others))).ToEquatableArray()).ToEquatableArray();
                switch (Of(values, design.Outside[agent]))
                {
                    case Implementability.Cycle cycle:
                        return (null, agent, others, cycle);
                    case Implementability.Payable(var owed):
                        for (var type = 0; type < owed.Count; type++)
                        {
                            payments[types.Join(agent, type, others)][agent] = owed[type];
                        }

                        break;
                }
            }
        }

        return (rule with { Payments = payments.Select(row => row.ToEquatableArray()).ToEquatableArray() }, -1, -1, null);
    }

    /// <summary>Shortens what can be shortened by one arc; a type that was, or null.</summary>
    private static int? Relax(EquatableArray<EquatableArray<Fraction>> values, Fraction[] distances, int[] before)
    {
        int? changed = null;
        for (var from = 0; from < distances.Length; from++)
        {
            for (var to = 0; to < distances.Length; to++)
            {
                var distance = distances[from] + values[to][to] - values[to][from];
                if (from != to && distance < distances[to])
                {
                    distances[to] = distance.Reduce();
                    before[to] = from;
                    changed = to;
                }
            }
        }

        return changed;
    }

    /// <summary>The two types that gain the most together by each reporting the other, if any do: of all cycles the one that is read most easily.</summary>
    private static Implementability.Cycle? Exchange(EquatableArray<EquatableArray<Fraction>> values)
    {
        Implementability.Cycle? best = null;
        for (var first = 0; first < values.Count; first++)
        {
            for (var second = first + 1; second < values.Count; second++)
            {
                var gain = values[first][second] - values[first][first] + values[second][first] - values[second][second];
                if (gain.IsPositive && (best is null || gain > best.Gain))
                {
                    best = new Implementability.Cycle([first, second], gain.Reduce());
                }
            }
        }

        return best;
    }

    private static Implementability.Cycle CycleThrough(EquatableArray<EquatableArray<Fraction>> values, int[] before, int changed)
    {
        // A type that is still shortened after as many rounds as there are types is reached from a cycle; so many steps back lie on it.
        var type = changed;
        for (var step = 0; step < before.Length; step++)
        {
            type = before[type];
        }

        List<int> cycle = [type];
        for (var one = before[type]; one != type; one = before[one])
        {
            cycle.Add(one);
        }

        cycle.Reverse();
        var first = cycle.IndexOf(cycle.Min());
        var ordered = cycle.Skip(first).Concat(cycle.Take(first)).ToEquatableArray();
        var gain = Enumerable.Range(0, ordered.Count).Aggregate(Fraction.Zero, (sum, place) =>
        {
            var (own, report) = (ordered[place], ordered[(place + ordered.Count - 1) % ordered.Count]);
            return sum + values[own][report] - values[own][own];
        });
        return new Implementability.Cycle(ordered, gain.Reduce());
    }
}
