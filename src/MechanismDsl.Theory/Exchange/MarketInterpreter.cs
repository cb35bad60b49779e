using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Provision;

namespace MechanismDsl.Theory.Exchange;

/// <summary>What an exchange by scores decides at one profile of reports.</summary>
/// <param name="Buys">For each buyer whether it gets a unit.</param>
/// <param name="Sells">For each seller whether it gives its unit away.</param>
/// <param name="Pays">What each buyer pays.</param>
/// <param name="Receives">What each seller receives.</param>
public sealed record MarketOutcome(EquatableArray<bool> Buys, EquatableArray<bool> Sells, EquatableArray<double> Pays, EquatableArray<double> Receives)
{
    /// <summary>What buyers pay less what sellers receive.</summary>
    public double Surplus => Pays.Sum() - Receives.Sum();
}

/// <summary>
/// Runs an exchange by scores by its definition, one profile at a time: every set of as many buyers as sellers is looked at, and the set is taken whose scores sum to
/// the most. Slow and obvious on purpose: it is what fast generated code is compared with.
/// </summary>
/// <remarks>Of equal sets the one with the most trades is taken, and of these the one whose agents come first on both sides.</remarks>
/// <param name="solved">The exchange.</param>
public sealed class MarketInterpreter(SolvedMarket solved)
{
    /// <summary>Sets of more agents are too many to be looked at one by one.</summary>
    private const int MostAgents = 16;

    /// <summary>Sums of scores that agree to so many digits behind the point are equal.</summary>
    private const int Digits = 9;

    /// <summary>The outcome at a profile.</summary>
    /// <param name="bids">What one unit is worth to each buyer.</param>
    /// <param name="costs">What keeping its unit is worth to each seller.</param>
    /// <exception cref="ArgumentException">More than 16 agents take part.</exception>
    public MarketOutcome Run(IReadOnlyList<double> bids, IReadOnlyList<double> costs)
    {
        if (bids.Count + costs.Count > MostAgents)
        {
            throw new ArgumentException(FormattableString.Invariant($"At most {MostAgents} agents can be looked at set by set."), nameof(bids));
        }

        double[] types = [.. bids, .. costs.Select(cost => 0 - cost)];
        var trading = Best(types, bids.Count);
        double[] prices = [.. types.Select((type, agent) => Has(trading, agent) ? Price(types, bids.Count, agent) : 0)];
        return new MarketOutcome(
            bids.Select((_, buyer) => Has(trading, buyer)).ToEquatableArray(),
            costs.Select((_, seller) => Has(trading, bids.Count + seller)).ToEquatableArray(),
            prices.Take(bids.Count).ToEquatableArray(),
            prices.Skip(bids.Count).Select(price => 0 - price).ToEquatableArray());
    }

    /// <summary>
    /// The lowest type with which the agent would still trade: its score is what the others could have without it more than what they have with it. Where it loses the
    /// tie at that score, it must beat it.
    /// </summary>
    private double Price(double[] types, int buyers, int agent)
    {
        var scored = Agent(agent, buyers);
        var difference = Worth(types, buyers, except: agent) - Worth(types, buyers, with: agent);

        // It is the score of a rival, or minus that of a partner; sums are a little off.
        var critical = Enumerable.Range(0, types.Length)
            .Where(other => other != agent)
            .Select(other => (other < buyers) == (agent < buyers) ? Score(types, other, buyers) : -Score(types, other, buyers))
            .OrderBy(score => Math.Abs(score - difference))
            .First();
        var meeting = Math.Max(scored.Floor, scored.Score.LowestMeeting(critical));
        double[] there = [.. types];
        there[agent] = meeting;
        return Has(Best(there, buyers), agent) ? meeting : Math.Max(scored.Floor, scored.Score.LowestBeating(critical));
    }

    /// <summary>The greatest sum of the others' scores over the sets without an agent, or with one.</summary>
    private double Worth(double[] types, int buyers, int except = -1, int with = -1)
    {
        var best = double.NegativeInfinity;
        foreach (var set in Sets(types.Length, buyers))
        {
            if ((except < 0 || !Has(set, except)) && (with < 0 || Has(set, with)))
            {
                best = Math.Max(best, Enumerable.Range(0, types.Length).Where(agent => agent != with && Has(set, agent)).Sum(agent => Score(types, agent, buyers)));
            }
        }

        return best;
    }

    private int Best(double[] types, int buyers) => Sets(types.Length, buyers)
        .OrderByDescending(set => Math.Round(Enumerable.Range(0, types.Length).Where(agent => Has(set, agent)).Sum(agent => Score(types, agent, buyers)), Digits))
        .ThenByDescending(set => Enumerable.Range(0, types.Length).Count(agent => Has(set, agent)))
        .ThenBy(set => string.Concat(Enumerable.Range(0, types.Length).Select(agent => Has(set, agent) ? '0' : '1')), StringComparer.Ordinal)
        .First();

    private static IEnumerable<int> Sets(int agents, int buyers) => Enumerable.Range(0, 1 << agents)
        .Where(set => Enumerable.Range(0, agents).Sum(agent => Has(set, agent) ? agent < buyers ? 1 : -1 : 0) == 0);

    private double Score(double[] types, int agent, int buyers) => types[agent] < Agent(agent, buyers).Floor ? double.NegativeInfinity : Agent(agent, buyers).Score.Score(types[agent]);

    private ScoredAgent Agent(int agent, int buyers) => solved.IsNamed ? solved.Agents[agent] : solved.Agents[agent < buyers ? 0 : 1];

    private static bool Has(int set, int agent) => ((set >> agent) & 1) == 1;
}
