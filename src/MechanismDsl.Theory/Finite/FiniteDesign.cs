using Fractions;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Finite;

/// <summary>What there is to decide and who cares: finitely many outcomes and types. Utility = value of the outcome − payment.</summary>
public sealed record FiniteDesign
{
    /// <summary>A design.</summary>
    /// <param name="values">For each agent and each of its types the value of every outcome. An owner's value of keeping its good counts; a supplier's is minus its cost.</param>
    /// <param name="costs">For each outcome what it costs whoever runs the mechanism.</param>
    /// <param name="outside">For each agent and each of its types the utility of not taking part; null: zero.</param>
    /// <exception cref="ArgumentException">The tables do not fit together.</exception>
    public FiniteDesign(EquatableArray<EquatableArray<EquatableArray<Fraction>>> values, EquatableArray<Fraction> costs, EquatableArray<EquatableArray<Fraction>>? outside = null)
    {
        Types = new TypeSpace(values.Select(rows => rows.Count).ToEquatableArray());
        Values = values;
        Costs = costs;
        Outside = outside ?? values.Select(rows => rows.Select(_ => Fraction.Zero).ToEquatableArray()).ToEquatableArray();
        if (values.Any(rows => rows.Count == 0 || rows.Any(row => row.Count != costs.Count)) || !Outside.Select(row => row.Count).SequenceEqual(Types.Counts))
        {
            throw new ArgumentException("Every type of every agent needs one value an outcome and one outside option.", nameof(values));
        }
    }

    /// <summary>The profiles of types.</summary>
    public TypeSpace Types { get; }

    /// <summary>For each agent and type the value of every outcome.</summary>
    public EquatableArray<EquatableArray<EquatableArray<Fraction>>> Values { get; }

    /// <summary>The cost of every outcome.</summary>
    public EquatableArray<Fraction> Costs { get; }

    /// <summary>For each agent and type the utility of not taking part.</summary>
    public EquatableArray<EquatableArray<Fraction>> Outside { get; }

    /// <summary>How many outcomes there are.</summary>
    public int Outcomes => Costs.Count;

    /// <summary>One good for one of the agents or nobody: outcome i is agent i, the last outcome is that nobody gets it.</summary>
    /// <param name="types">For each agent its values of the good.</param>
    /// <param name="cost">What the good costs whoever gives it away.</param>
    public static FiniteDesign SingleItem(EquatableArray<EquatableArray<Fraction>> types, Fraction cost) => new(
        types.Select((row, agent) => row.Select(value =>
            Enumerable.Range(0, types.Count + 1).Select(outcome => outcome == agent ? value : Fraction.Zero).ToEquatableArray()).ToEquatableArray()).ToEquatableArray(),
        Enumerable.Range(0, types.Count + 1).Select(outcome => outcome < types.Count ? cost : Fraction.Zero).ToEquatableArray());

    /// <summary>Σ values − cost of an outcome at a profile.</summary>
    public Fraction Welfare(int profile, int outcome) => Enumerable.Range(0, Types.Agents)
        .Aggregate(-Costs[outcome], (sum, agent) => sum + Values[agent][Types.TypeAt(profile, agent)][outcome]);

    /// <summary>The greatest welfare at a profile.</summary>
    public Fraction BestWelfare(int profile) => Enumerable.Range(0, Outcomes).Select(outcome => Welfare(profile, outcome)).Max();
}
