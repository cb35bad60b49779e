namespace MechanismDsl.Kernels;

/// <summary>
/// A decision for all agents or none by the sum of their scores, with payments that sum to the cost at every profile: what an agent is charged for its report the others
/// receive (Arrow 1979; d'Aspremont and Gérard-Varet 1979), and everybody bears its share of the cost where it is decided for.
/// </summary>
public static class BalancedProvision
{
    /// <summary>Decides about a project.</summary>
    /// <typeparam name="TScores">The scores.</typeparam>
    /// <typeparam name="TCharges">The charges.</typeparam>
    /// <param name="values">What the project is worth to each agent; at least two.</param>
    /// <param name="payments">Receives what each agent pays; negative: it receives that.</param>
    /// <param name="without">Receives whether it would be decided for if the agent had the lowest type with which it can be; empty if nobody asks.</param>
    /// <returns>Whether it is decided for.</returns>
    public static bool Decide<TScores, TCharges>(ReadOnlySpan<double> values, Span<double> payments, Span<bool> without)
        where TScores : ITypeScores
        where TCharges : IBalancedCharges
    {
        var isMade = ScoreProvision.Decide<TScores>(values, payments, without);
        var last = values.Length - 1;
        var sum = 0.0;
        for (var agent = 0; agent <= last; agent++)
        {
            payments[agent] = TCharges.Charge(agent, values[agent]);
            sum += payments[agent];
        }

        var paid = 0.0;
        for (var agent = 0; agent < last; agent++)
        {
            payments[agent] = (TCharges.IsShared ? (values.Length * payments[agent]) - sum : payments[agent] - payments[agent + 1]) + (isMade ? TCharges.Share(agent) : 0);
            paid += payments[agent];
        }

        // The last one pays what is missing, so that rounding adds nothing to the sum.
        payments[last] = (isMade ? TCharges.Cost : 0) - paid;
        return isMade;
    }

    /// <summary>Decides about a trade between agent 0, the seller, and agent 1, the buyer; trade or not, the buyer pays and the seller receives the same.</summary>
    /// <typeparam name="TScores">The scores.</typeparam>
    /// <typeparam name="TCharges">The charges.</typeparam>
    /// <param name="cost">What keeping the good is worth to the seller.</param>
    /// <param name="bid">What having the good is worth to the buyer.</param>
    /// <exception cref="ArgumentOutOfRangeException">A report lies outside the domain; the message names the agent, the value and the domain.</exception>
    public static Trade<double> Trade<TScores, TCharges>(double cost, double bid)
        where TScores : ITypeScores
        where TCharges : IBalancedCharges
    {
        var isTraded = ScoreProvision.Trade<TScores>(cost, bid).IsTraded;
        var payment = TCharges.Charge(1, bid) - TCharges.Charge(0, 0 - cost);
        return new(isTraded, payment, payment);
    }
}
