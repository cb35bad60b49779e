using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace MechanismDsl.Kernels;

/// <summary>What generated code says when something outside the declared domain reaches a rule of the user's own, or comes out of it.</summary>
public static class RuleDomain
{
    /// <summary>Throws because a number of a report lies outside its domain.</summary>
    /// <typeparam name="TNumber">The type of the number.</typeparam>
    /// <param name="agent">Who reports: <c>Agent 1</c>, or a name.</param>
    /// <param name="member">The number's name: <c>bid</c>, <c>quality</c>.</param>
    /// <param name="value">The number.</param>
    /// <param name="domain">The domain in words: <c>a number in [0, 100]</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">Always; the message names agent, member, value and domain.</exception>
    [DoesNotReturn]
    public static void ThrowOutside<TNumber>(string agent, string member, TNumber value, string domain) =>
        throw new ArgumentOutOfRangeException(
            member, value, string.Create(CultureInfo.InvariantCulture, $"{agent} reports {member} {value}; {member} must be {domain}."));

    /// <summary>An agent without a name, as messages call it.</summary>
    /// <param name="agent">0-based index.</param>
    public static string Name(int agent) => string.Create(CultureInfo.InvariantCulture, $"Agent {agent}");

    /// <summary>Throws because a score is not a number.</summary>
    /// <typeparam name="TReport">The type of reports.</typeparam>
    /// <param name="agent">Who reports.</param>
    /// <param name="report">The report that was scored.</param>
    /// <exception cref="ArithmeticException">Always; the message names agent and report.</exception>
    [DoesNotReturn]
    public static void ThrowNoScore<TReport>(string agent, TReport report) =>
        throw new ArithmeticException(string.Create(CultureInfo.InvariantCulture, $"The score of {agent} with report {report} is not a number (NaN)."));

    /// <summary>Throws unless a winner is one of the agents or nobody.</summary>
    /// <param name="winner">The index that the rule returned.</param>
    /// <param name="agents">Number of agents.</param>
    /// <exception cref="InvalidOperationException">The index is outside [−1, agents).</exception>
    public static void CheckWinner(int winner, int agents)
    {
        if (winner < -1 || winner >= agents)
        {
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture, $"The allocation names winner {winner}; with {agents} agents it must be from -1 (nobody) to {agents - 1}."));
        }
    }

    /// <summary>Throws unless an allocation states one quantity an agent.</summary>
    /// <param name="quantities">Number of quantities.</param>
    /// <param name="agents">Number of agents.</param>
    /// <exception cref="InvalidOperationException">The numbers differ.</exception>
    public static void CheckLength(int quantities, int agents)
    {
        if (quantities != agents)
        {
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture, $"The allocation states {quantities} quantities for {agents} agents; it must state one an agent."));
        }
    }

    /// <summary>Throws unless quantities are at least zero and together no more than there is.</summary>
    /// <param name="quantities">One an agent: units, or chances of being served.</param>
    /// <param name="items">How much there is.</param>
    /// <param name="isChance">Whether they are chances: each at most 1, and sums may exceed the items by rounding, 10⁻⁹ of them.</param>
    /// <exception cref="InvalidOperationException">A quantity is negative or no number, a chance exceeds 1, or the sum exceeds the items; the message names the agent or the sum.</exception>
    public static void CheckFeasible(ReadOnlySpan<double> quantities, int items, bool isChance)
    {
        var sum = 0.0;
        for (var agent = 0; agent < quantities.Length; agent++)
        {
            var quantity = quantities[agent];
            if (!(quantity >= 0) || (isChance && quantity > 1 + Rounding))
            {
                throw new InvalidOperationException(string.Create(
                    CultureInfo.InvariantCulture, $"The allocation gives agent {agent} the quantity {quantity}; it must be {(isChance ? "a probability" : "at least 0")}."));
            }

            sum += quantity;
        }

        if (!(sum <= (isChance ? items * (1 + Rounding) : items)))
        {
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture, $"The allocation hands out {sum} of {items}: more than there is."));
        }
    }

    private const double Rounding = 1e-9;
}
