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

    /// <summary>Throws if a report is missing.</summary>
    /// <typeparam name="TReport">The type of reports, a record of the user's own.</typeparam>
    /// <param name="report">The report.</param>
    /// <param name="agent">Who reports.</param>
    /// <exception cref="ArgumentNullException">It is null; the message names the agent.</exception>
    public static void CheckPresent<TReport>([NotNull] TReport report, string agent)
    {
        if (report is null)
        {
            throw new ArgumentNullException(nameof(report), $"The report of {agent} is null.");
        }
    }

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

    /// <summary>Throws if more agents are served than there are items.</summary>
    /// <param name="served">For each agent whether it is served.</param>
    /// <param name="items">How many items there are.</param>
    /// <exception cref="InvalidOperationException">Too many are served.</exception>
    public static void CheckFeasible(ReadOnlySpan<bool> served, int items)
    {
        var sum = served.Count(true);
        if (sum > items)
        {
            ThrowInfeasible(sum, items);
        }
    }

    /// <summary>Throws unless units are at least zero and together no more than there are.</summary>
    /// <param name="units">For each agent its units.</param>
    /// <param name="items">How many items there are.</param>
    /// <exception cref="InvalidOperationException">Units are negative or too many; the message names the agent or the sum.</exception>
    public static void CheckFeasible(ReadOnlySpan<int> units, int items)
    {
        var sum = 0L;
        for (var agent = 0; agent < units.Length; agent++)
        {
            if (units[agent] < 0)
            {
                ThrowQuantity(agent, units[agent]);
            }

            sum += units[agent];
        }

        if (sum > items)
        {
            ThrowInfeasible(sum, items);
        }
    }

    /// <summary>Throws unless quantities or chances are at least zero and together no more than there is, up to rounding (10⁻⁹ of it).</summary>
    /// <param name="quantities">For each agent its probability of being served, or its quantity.</param>
    /// <param name="items">How much there is.</param>
    /// <exception cref="InvalidOperationException">A quantity is negative or no number, or the sum exceeds the items; the message names the agent or the sum.</exception>
    public static void CheckFeasible(ReadOnlySpan<double> quantities, int items)
    {
        var sum = 0.0;
        for (var agent = 0; agent < quantities.Length; agent++)
        {
            if (!(quantities[agent] >= 0))
            {
                ThrowQuantity(agent, quantities[agent]);
            }

            sum += quantities[agent];
        }

        if (!(sum <= items * (1 + Rounding)))
        {
            ThrowInfeasible(sum, items);
        }
    }

    private const double Rounding = 1e-9;

    [DoesNotReturn]
    private static void ThrowQuantity<T>(int agent, T quantity) => throw new InvalidOperationException(string.Create(
        CultureInfo.InvariantCulture, $"The allocation gives agent {agent} the quantity {quantity}; it must be at least 0."));

    [DoesNotReturn]
    private static void ThrowInfeasible<T>(T sum, int items) => throw new InvalidOperationException(string.Create(
        CultureInfo.InvariantCulture, $"The allocation hands out {sum} of {items}: more than there is."));
}
