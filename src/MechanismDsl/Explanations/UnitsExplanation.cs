using System.Numerics;

namespace MechanismDsl.Explanations;

/// <summary>Why an agent gets so many identical items, and why at this price: which values of the others its items displace.</summary>
public static class UnitsExplanation
{
    /// <summary>Explains a sale of identical items to agents who want several.</summary>
    /// <typeparam name="TMoney">The numbers of values and payments.</typeparam>
    /// <param name="values">Agent by agent what each further item adds.</param>
    /// <param name="perAgent">How many values an agent reports, at least 1.</param>
    /// <param name="agent">The agent that asks; null for all, a line each.</param>
    /// <param name="run">The mechanism.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such agent, or a value lies outside its domain.</exception>
    public static string Of<TMoney>(ReadOnlySpan<TMoney> values, int perAgent, int? agent, Func<TMoney[], Awards<TMoney>> run)
        where TMoney : struct, INumber<TMoney>
    {
        var all = values.ToArray();
        var outcome = run(all).Agents.ToArray();
        return string.Join('\n', Participants<TMoney>.Asked(agent, outcome.Length).Select(Explain));

        string Explain(int asked)
        {
            var quantity = (int)outcome[asked].Quantity;
            if (quantity == 0)
            {
                var most = all[asked * perAgent];
                return ExplainedNumber.Format($"Agent {asked} gets nothing: its highest value {ExplainedNumber.Of(most)} is not among those that are served.");
            }

            // Values of 0 take nothing from anybody.
            var without = (TMoney[])all.Clone();
            Array.Clear(without, asked * perAgent, perAgent);
            var others = run(without).Agents.ToArray();
            var displaced = Enumerable.Range(0, outcome.Length)
                .Where(other => other != asked)
                .SelectMany(other => Enumerable.Range((int)outcome[other].Quantity, (int)(others[other].Quantity - outcome[other].Quantity))
                    .Select(unit => ExplainedNumber.Format($"{ExplainedNumber.Of(all[(other * perAgent) + unit])} to agent {other}")))
                .ToList();
            var own = ExplainedNumber.List([.. all.Skip(asked * perAgent).Take(quantity).Select(ExplainedNumber.Of)]);
            var why = displaced.Count == 0 ? "nobody else would have them" : $"without it the others would have more, worth {ExplainedNumber.List(displaced)}";
            return ExplainedNumber.Format($"Agent {asked} gets {quantity} {(quantity == 1 ? "item" : "items")}, worth {own} to it, and pays {ExplainedNumber.Of(outcome[asked].Payment)}: {why}.");
        }
    }
}
