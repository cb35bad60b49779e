using Fractions;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.MultiParameter;

/// <summary>The terms of a Groves mechanism over finitely many types: what each agent is charged whatever it reports itself (Groves 1973).</summary>
public static class GrovesTerms
{
    /// <summary>Writes down a function of the others' types at every profile of theirs.</summary>
    /// <param name="tables">The types of the agents; one table for alike agents.</param>
    /// <param name="agents">How many agents take part; at least one.</param>
    /// <param name="term">What an agent is charged when the others have these types, in the order of the agents. It is not told the own type; alike agents have the term of agent 0.</param>
    /// <returns>One row an agent, or one for all if all have the same table.</returns>
    /// <exception cref="ArgumentException">An agent has no table or no types.</exception>
    public static PaymentRule.Groves Of(EquatableArray<TypeTable> tables, int agents, Func<int, IReadOnlyList<double>, double> term)
    {
        CheckTables(tables, agents);
        List<EquatableArray<double>> rows = [];
        for (var agent = 0; agent < (tables.Count == 1 ? 1 : agents); agent++)
        {
            List<double> row = [];
            var others = Others(tables, agents, agent);
            var profiles = others.Aggregate(1, (count, types) => checked(count * types.Count));
            var profile = new double[others.Count];
            for (var index = 0; index < profiles; index++)
            {
                var rest = index;
                for (var other = others.Count - 1; other >= 0; other--)
                {
                    profile[other] = others[other][rest % others[other].Count];
                    rest /= others[other].Count;
                }

                row.Add(term(agent, [.. profile]));
            }

            rows.Add(row.ToEquatableArray());
        }

        return new PaymentRule.Groves(rows.ToEquatableArray());
    }

    /// <summary>The term of every agent at a profile of types.</summary>
    /// <param name="tables">The types of the agents; one table for alike agents.</param>
    /// <param name="groves">The terms.</param>
    /// <param name="types">One type an agent.</param>
    /// <exception cref="ArgumentException">A number is no type of the agent, or the terms are of another number of agents or types.</exception>
    public static EquatableArray<Fraction> At(EquatableArray<TypeTable> tables, PaymentRule.Groves groves, IReadOnlyList<double> types)
    {
        CheckTables(tables, types.Count);
        return Enumerable.Range(0, types.Count).Select(agent => At(tables, groves, types, agent)).ToEquatableArray();
    }

    private static Fraction At(EquatableArray<TypeTable> tables, PaymentRule.Groves groves, IReadOnlyList<double> types, int agent)
    {
        var (index, profiles) = (0, 1);
        for (var other = 0; other < types.Count; other++)
        {
            if (other == agent)
            {
                continue;
            }

            var own = TypesOf(tables, other);
            var place = own.AsSpan().BinarySearch(types[other]);
            if (place < 0)
            {
                throw new ArgumentException(FormattableString.Invariant($"{types[other]} is no type of agent {other}."), nameof(types));
            }

            index = checked((index * own.Count) + place);
            profiles = checked(profiles * own.Count);
        }

        var row = tables.Count == 1 ? 0 : agent;
        return row < groves.Terms.Count && groves.Terms[row].Count == profiles
            ? Rationals.FromDecimal(groves.Terms[row][index])
            : throw new ArgumentException(FormattableString.Invariant($"Agent {agent} needs one term for each of the {profiles} profiles of the others."), nameof(groves));
    }

    private static List<EquatableArray<double>> Others(EquatableArray<TypeTable> tables, int agents, int agent) =>
        [.. Enumerable.Range(0, agents).Where(other => other != agent).Select(other => TypesOf(tables, other))];

    private static EquatableArray<double> TypesOf(EquatableArray<TypeTable> tables, int agent) => tables[tables.Count == 1 ? 0 : agent].Types;

    private static void CheckTables(EquatableArray<TypeTable> tables, int agents)
    {
        if ((tables.Count != 1 && tables.Count != agents) || tables.Any(table => table.Types.Count == 0))
        {
            throw new ArgumentException("A term for each profile needs the types of every agent, finitely many.", nameof(tables));
        }
    }
}
