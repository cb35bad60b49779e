using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.SingleParameter.Insights;

/// <summary>What keeps an agent from ever being served.</summary>
public enum LimitKind
{
    /// <summary>A reserve of a buyer, or the ceiling of a supplier.</summary>
    Reserve,

    /// <summary>What the good is worth to the seller, or the service to the buyer.</summary>
    OwnValue,

    /// <summary>A posted price.</summary>
    PostedPrice,

    /// <summary>What taking part costs.</summary>
    EntryFee,
}

/// <summary>An agent whose whole support misses its limit.</summary>
/// <param name="Name">The agent's name; null for alike agents.</param>
/// <param name="Kind">The limit that it misses.</param>
/// <param name="Limit">The lowest bid (highest cost) that is served, in units of money.</param>
/// <param name="End">The end of the support that is nearest to it: the highest value, or the lowest cost.</param>
public sealed record MissedLimit(string? Name, LimitKind Kind, double Limit, double End);

/// <summary>A declaration under whose priors nothing is ever sold, or bought.</summary>
/// <param name="Agents">All agents, each with the limit that it misses.</param>
/// <param name="SellsWithoutReserves">True if it is the reserves alone that keep everybody from being served.</param>
public sealed record NeverServed(EquatableArray<MissedLimit> Agents, bool SellsWithoutReserves)
{
    /// <summary>The limits; null if a report of positive probability is served, or if an agent has no prior or a reserve that only the run knows.</summary>
    public static NeverServed? Of(SolvedAuction auction, Solve solve)
    {
        // A strategy bids less than the value, so that nothing follows from the values alone.
        if (auction.Problem.Strategy is not null || Missed(auction) is not { } missed)
        {
            return null;
        }

        var isReserve = missed.All(agent => agent.Kind == LimitKind.Reserve);
        return new NeverServed(missed.ToEquatableArray(), isReserve && Missed(solve(auction.Problem.WithReserves(_ => null))) is null);
    }

    private static List<MissedLimit>? Missed(SolvedAuction auction)
    {
        var missed = auction.Agents.Select(agent => Missed(auction, agent)).ToList();
        return missed.Contains(null) ? null : [.. missed.OfType<MissedLimit>()];
    }

    private static MissedLimit? Missed(SolvedAuction auction, SolvedAgent solved)
    {
        var (agent, problem) = (solved.Agent, auction.Problem);
        if (agent.Prior is not { } prior || agent.Reserve is { Amount: null })
        {
            return null;
        }

        // In types, where suppliers are mirrored: value, or minus cost.
        var side = agent.Side == Side.Buyer ? 1 : -1;
        var lowest = problem.Money.RoundUp(solved.LowestServed);
        var end = agent.Side == Side.Buyer ? prior.Upper : -prior.Lower;
        var highest = problem.Money.IsGrid && prior is not AtomicPrior ? HighestReport(problem.Money, end) : problem.Money.RoundDown(end);
        var isMissed = lowest > highest || (lowest == highest && !problem.Money.IsGrid && prior is ContinuousPrior);
        if (!isMissed && agent.Side == Side.Buyer && problem.Payments.EntryFee is > 0 and var fee && KeepsAway(prior, Math.Max(0, lowest), fee))
        {
            return new MissedLimit(agent.Name, LimitKind.EntryFee, fee, end);
        }

        var kind = problem.Payments is PaymentRule.Posted ? LimitKind.PostedPrice
            : agent.Reserve?.Amount is { } reserve && problem.Money.RoundUp(side * reserve) >= lowest ? LimitKind.Reserve
            : LimitKind.OwnValue;
        var limit = kind == LimitKind.OwnValue ? auction.Cutoff : lowest;
        return isMissed ? new MissedLimit(agent.Name, kind, side * limit, side * end) : null;
    }

    /// <summary>Whether not even the highest value, served at the lowest price, earns the fee back.</summary>
    private static bool KeepsAway(Prior prior, double lowest, double fee) =>
        prior is ContinuousPrior ? prior.Upper - lowest <= fee : prior.Upper - lowest < fee;

    /// <summary>The highest grid report of positive probability: the end of a density itself is reported with probability zero.</summary>
    private static double HighestReport(Money money, double end)
    {
        var below = money.RoundDown(end);
        return below < end ? below : below - (1 / money.StepsPerUnit);
    }
}
