using System.Numerics;

namespace MechanismDsl.Explanations;

/// <summary>Why an agent gets its item, or none, and why at this price: what the others would have without it.</summary>
public static class AssignmentExplanation
{
    /// <summary>Explains an assignment.</summary>
    /// <typeparam name="TMoney">The numbers of values and payments.</typeparam>
    /// <param name="values">What every item is worth to every agent, agent by agent.</param>
    /// <param name="items">The number of items, at least 1.</param>
    /// <param name="agent">The agent that asks; null for all, a line each.</param>
    /// <param name="names">The names of the items; empty where they are told apart by their index.</param>
    /// <param name="agents">The names of the agents; empty where they are told apart by their index.</param>
    /// <param name="run">The mechanism, of values.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such agent or no item, or a value lies outside its domain.</exception>
    public static string Of<TMoney>(ReadOnlySpan<TMoney> values, int items, int? agent, IReadOnlyList<string> names, IReadOnlyList<string> agents, Func<TMoney[], Allotments<TMoney>> run)
        where TMoney : struct, INumber<TMoney>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(items, 1);
        var all = values.ToArray();
        var outcome = run(all).Agents.ToArray();
        return string.Join('\n', Participants<TMoney>.Asked(agent, outcome.Length).Select(asked => outcome[asked].IsServed
            ? Served(asked)
            : $"{Subject(asked)} gets nothing: {string.Join(", ", Enumerable.Range(0, items).Select(item => $"{Name(item)} is worth {ExplainedNumber.Of(all[(asked * items) + item])} to it and costs {ExplainedNumber.Of(Price(item))}"))}."));

        string Served(int asked)
        {
            // Values of 0 take nothing from anybody.
            var without = (TMoney[])all.Clone();
            Array.Clear(without, asked * items, items);
            var others = run(without).Agents.ToArray();
            var moves = Enumerable.Range(0, outcome.Length)
                .Where(other => other != asked && others[other].Item != outcome[other].Item)
                .Select(other => ExplainedNumber.Format($"{Object(other)} would have {Item(others[other].Item)} instead of {Item(outcome[other].Item)}"))
                .ToList();
            var (with, alone) = (Worth(outcome, asked), Worth(others, asked));
            var why = moves.Count == 0 ? "without it nobody else would have another item" : $"without it {ExplainedNumber.List(moves)}";
            return $"{Subject(asked)} gets {Item(outcome[asked].Item)}, worth {ExplainedNumber.Of(all[(asked * items) + outcome[asked].Item])} to it, and pays {ExplainedNumber.Of(outcome[asked].Payment)}: "
                + $"{why}, and the others' items would be worth {ExplainedNumber.Of(alone)} instead of {ExplainedNumber.Of(with)}.";
        }

        TMoney Worth(Allotment<TMoney>[] allotments, int except)
        {
            var sum = TMoney.Zero;
            for (var other = 0; other < allotments.Length; other++)
            {
                sum += other == except || !allotments[other].IsServed ? TMoney.Zero : all[(other * items) + allotments[other].Item];
            }

            return sum;
        }

        // Copies of an item have one price; an item that is left over costs nothing.
        TMoney Price(int item) => outcome.FirstOrDefault(allotment => allotment.IsServed && allotment.Item == item).Payment;

        string Item(int item) => item < 0 ? "nothing" : Name(item);

        string Name(int item) => names.Count > 0 ? names[item] : ExplainedNumber.Format($"item {item}");

        string Subject(int index) => agents.Count > 0 ? agents[index] : ExplainedNumber.Format($"Agent {index}");

        string Object(int index) => agents.Count > 0 ? agents[index] : ExplainedNumber.Format($"agent {index}");
    }
}
