using System.Numerics;

namespace MechanismDsl.Explanations;

/// <summary>Why an agent gets so much of a divisible good, and why at this price: who would have the rest of it without the agent.</summary>
public static class DivisibleExplanation
{
    /// <summary>Explains a sale of a divisible good.</summary>
    /// <typeparam name="TMoney">The numbers of values, amounts and payments.</typeparam>
    /// <param name="demands">What every agent wants.</param>
    /// <param name="lowest">The lowest price of a unit.</param>
    /// <param name="agent">The agent that asks; null for all, a line each.</param>
    /// <param name="areClarke">Whether payments are Clarke's; otherwise the rule of the declaration says them.</param>
    /// <param name="run">The mechanism.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such agent, or a value or cap lies outside its domain.</exception>
    public static string Of<TMoney>(ReadOnlySpan<Demand<TMoney>> demands, TMoney lowest, int? agent, bool areClarke, Func<Demand<TMoney>[], Awards<TMoney>> run)
        where TMoney : struct, INumber<TMoney>
    {
        var all = demands.ToArray();
        var outcome = run(all).Agents.ToArray();
        return string.Join('\n', Participants<TMoney>.Asked(agent, all.Length).Select(asked => outcome[asked].IsServed ? Served(asked) : Lost(asked)));

        string Served(int asked)
        {
            var (quantity, payment) = outcome[asked];
            var most = double.CreateChecked(all[asked].Most);
            var gets = quantity < most ? $"gets {Amount(quantity)} of the {Amount(most)} that it wants" : $"gets the {Amount(quantity)} that it wants";
            return ExplainedNumber.Format($"Agent {asked} values a unit at {ExplainedNumber.Of(all[asked].Value)}, {gets} and pays {ExplainedNumber.Of(payment)}: ") + Why(asked, quantity);
        }

        string Why(int asked, double quantity)
        {
            var without = (Demand<TMoney>[])all.Clone();
            without[asked] = new(TMoney.Zero, TMoney.Zero);
            var others = run(without).Agents.ToArray();
            List<string> more = [];
            var taken = 0.0;
            for (var other = 0; other < all.Length; other++)
            {
                if (other != asked && others[other].Quantity > outcome[other].Quantity)
                {
                    var amount = others[other].Quantity - outcome[other].Quantity;
                    taken += amount;
                    more.Add(ExplainedNumber.Format($"{Amount(amount)} would go to agent {other} (worth {ExplainedNumber.Of(all[other].Value)} each)"));
                }
            }

            // Amounts of doubles are differences, whose round-off is no amount.
            if (quantity - taken > quantity * 1e-12)
            {
                more.Add($"{Amount(quantity - taken)} would stay unsold (at the lowest price of {ExplainedNumber.Of(lowest)} each)");
            }

            return $"{(areClarke ? string.Empty : "the rule of the declaration says so; ")}without it, of its units {ExplainedNumber.List(more)}.";
        }

        string Lost(int asked)
        {
            var (value, most) = all[asked];
            var least = Enumerable.Range(0, all.Length).Where(other => outcome[other].IsServed).Select(other => all[other].Value).DefaultIfEmpty(TMoney.Zero).Min();
            return ExplainedNumber.Format($"Agent {asked} gets nothing: ")
                + (value == TMoney.Zero || most == TMoney.Zero ? "it wants nothing."
                    : value < lowest ? $"its value {ExplainedNumber.Of(value)} is below the lowest price {ExplainedNumber.Of(lowest)}."
                    : value == least ? $"the others fill the quantity, and of those who value a unit at {ExplainedNumber.Of(value)} the first come first."
                    : $"the others fill the quantity with values of at least {ExplainedNumber.Of(least)}, and its own is {ExplainedNumber.Of(value)}.");
        }

        // Whole amounts of exact money are exact doubles.
        static string Amount(double amount) => typeof(TMoney) == typeof(double) ? ExplainedNumber.Rounded(amount) : ExplainedNumber.Of(amount);
    }
}
