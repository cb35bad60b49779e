namespace MechanismDsl.Kernels;

/// <summary>
/// The second-price auction with shared ties: the k highest equal bids of at least the reserve win with probability 1/k each.
/// </summary>
/// <remarks>
/// A sole winner pays the larger of the reserve and the second-highest bid. In a tie of k ≥ 2 whoever wins pays the tied bid, so each of the
/// k pays bid/k in expectation. Bids are finite numbers in [0, 1e15]. No allocation.
/// </remarks>
public static class SharedSecondPrice
{
    /// <summary>Runs one auction.</summary>
    /// <param name="bids">One bid an agent; none: unsold.</param>
    /// <param name="reserve">The lowest price at which the item is sold, at least 0; +∞ sells never.</param>
    /// <param name="probabilities">Receives each agent's probability of winning; as long as <paramref name="bids"/>.</param>
    /// <param name="payments">Receives each agent's expected payment; as long as <paramref name="bids"/>.</param>
    /// <returns>The number of agents who share the item; 0 if it is not sold.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A bid lies outside the domain (the message names agent, value and domain), or the reserve is negative or NaN.</exception>
    public static int Run(ReadOnlySpan<double> bids, double reserve, Span<double> probabilities, Span<double> payments)
    {
        SharedTies.CheckLengths(bids, probabilities, payments);
        var limit = Limits.Reserve(reserve);
        var two = Selection.Highest(bids);
        return two.Agent < 0 || two.Best < limit
            ? SharedTies.Nobody(probabilities, payments)
            : SharedTies.Share(bids, two, Math.Max(limit, two.Second), probabilities, payments);
    }
}

/// <summary>
/// The second-price procurement auction with shared ties: the k lowest equal costs of at most the ceiling win with probability 1/k each.
/// </summary>
/// <remarks>
/// A sole winner receives the smaller of the ceiling and the second-lowest cost. In a tie of k ≥ 2 whoever wins receives the tied cost, so each
/// of the k receives cost/k in expectation. Costs are finite numbers in [0, 1e15]. No allocation.
/// </remarks>
public static class SharedLowestCost
{
    /// <summary>Runs one auction.</summary>
    /// <param name="costs">One cost a supplier; none: nothing is bought.</param>
    /// <param name="ceiling">The highest price that is paid, in [0, 1e15].</param>
    /// <param name="probabilities">Receives each supplier's probability of winning; as long as <paramref name="costs"/>.</param>
    /// <param name="receipts">Receives what each supplier receives in expectation; as long as <paramref name="costs"/>.</param>
    /// <returns>The number of suppliers who share the order; 0 if nothing is bought.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A cost or the ceiling lies outside the domain; the message names agent, value and domain.</exception>
    public static int Run(ReadOnlySpan<double> costs, double ceiling, Span<double> probabilities, Span<double> receipts)
    {
        SharedTies.CheckLengths(costs, probabilities, receipts);
        var limit = Limits.Ceiling(ceiling);
        var two = Selection.Lowest(costs);
        return two.Agent < 0 || two.Best > limit
            ? SharedTies.Nobody(probabilities, receipts)
            : SharedTies.Share(costs, two, Math.Min(limit, two.Second), probabilities, receipts);
    }
}

/// <summary>What both sides share.</summary>
internal static class SharedTies
{
    public static void CheckLengths(ReadOnlySpan<double> reports, Span<double> probabilities, Span<double> payments)
    {
        if (probabilities.Length != reports.Length || payments.Length != reports.Length)
        {
            throw new ArgumentException("There must be one probability and one payment for each report.");
        }
    }

    public static int Nobody(Span<double> probabilities, Span<double> payments)
    {
        probabilities.Clear();
        payments.Clear();
        return 0;
    }

    public static int Share(ReadOnlySpan<double> reports, BestTwo two, double price, Span<double> probabilities, Span<double> payments)
    {
        Nobody(probabilities, payments);
        if (two.Second != two.Best)
        {
            probabilities[two.Agent] = 1;
            payments[two.Agent] = price;
            return 1;
        }

        var sharers = 0;
        foreach (var report in reports)
        {
            sharers += report == two.Best ? 1 : 0;
        }

        // A single agent whose report equals the end of the domain that stands for "no rival" also comes here: it is its own tie of one.
        var expected = sharers == 1 ? price : two.Best / sharers;
        for (var agent = 0; agent < reports.Length; agent++)
        {
            if (reports[agent] == two.Best)
            {
                probabilities[agent] = 1.0 / sharers;
                payments[agent] = expected;
            }
        }

        return sharers;
    }
}
