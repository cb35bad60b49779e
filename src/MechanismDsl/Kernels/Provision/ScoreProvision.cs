using System.Runtime.CompilerServices;

namespace MechanismDsl.Kernels;

/// <summary>
/// A decision for all agents or none by the sum of their scores, with threshold payments (Myerson 1981, lemma 2): every agent pays the lowest type with which it
/// would still be decided for. A public project, and one trade, to which the seller's type is minus its cost.
/// </summary>
/// <remarks>
/// Types are those of reports in [0, 1e15]. The price of an agent is found from the scores of the others; where rounding would put it beyond the agent's own
/// report, it is the report.
/// </remarks>
public static class ScoreProvision
{
    /// <summary>Decides about a project.</summary>
    /// <typeparam name="TScores">The scores.</typeparam>
    /// <param name="values">What the project is worth to each agent.</param>
    /// <param name="payments">Receives what each agent pays; 0 where it is decided against.</param>
    /// <param name="without">Receives whether it would be decided for if the agent had the lowest type with which it can be; empty if nobody asks.</param>
    /// <returns>Whether it is decided for.</returns>
    public static bool Decide<TScores>(ReadOnlySpan<double> values, Span<double> payments, Span<bool> without)
        where TScores : ITypeScores
    {
        payments.Clear();
        without.Clear();
        var sum = 0.0;
        for (var agent = 0; agent < values.Length; agent++)
        {
            if (!(values[agent] >= TScores.Floor(agent)))
            {
                return false;
            }

            sum += TScores.Score(agent, values[agent]);
        }

        if (!(sum >= TScores.Least))
        {
            return false;
        }

        for (var agent = 0; agent < values.Length; agent++)
        {
            var others = 0.0;
            for (var other = 0; other < values.Length; other++)
            {
                others += other == agent ? 0 : TScores.Score(other, values[other]);
            }

            payments[agent] = Price<TScores>(agent, values[agent], others);
            if (agent < without.Length)
            {
                without[agent] = payments[agent] <= TScores.Floor(agent);
            }
        }

        return true;
    }

    /// <summary>Decides about a trade between agent 0, the seller, and agent 1, the buyer.</summary>
    /// <typeparam name="TScores">The scores.</typeparam>
    /// <param name="cost">What keeping the good is worth to the seller.</param>
    /// <param name="bid">What having the good is worth to the buyer.</param>
    /// <exception cref="ArgumentOutOfRangeException">A report lies outside the domain; the message names the agent, the value and the domain.</exception>
    public static Trade<double> Trade<TScores>(double cost, double bid)
        where TScores : ITypeScores
    {
        PairExchange.Check(cost, bid);
        var type = 0 - cost;
        if (!(type >= TScores.Floor(0) && bid >= TScores.Floor(1)))
        {
            return MechanismDsl.Trade<double>.None;
        }

        var (seller, buyer) = (TScores.Score(0, type), TScores.Score(1, bid));
        return seller + buyer >= TScores.Least
            ? new(true, Price<TScores>(1, bid, seller), 0 - Price<TScores>(0, type, buyer))
            : MechanismDsl.Trade<double>.None;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Price<TScores>(int agent, double type, double others)
        where TScores : ITypeScores =>
        Math.Min(type, Math.Max(TScores.Floor(agent), TScores.Lowest(agent, TScores.Least - others)));
}
