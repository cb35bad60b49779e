using Fractions;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Bayesian;

/// <summary>
/// The greatest expected surplus of an efficient exchange of single units, with finitely many types of each agent: over all payments that make truth a best reply and
/// every type take part, and over all ways to break ties, lotteries included.
/// </summary>
/// <remarks>
/// Truth against the next lower type, and participation of the lowest, bound what an agent is expected to pay by E[φ·served] with the discrete virtual type
/// φₖ = tₖ − (tₖ₊₁ − tₖ)·(1 − Fₖ)/fₖ, and payments that meet the bound exist wherever a higher type is served no less often (Myerson 1981). Of the efficient sets of
/// trades the one with the greatest sum of virtual types is taken, so that no lottery among them collects more; and service never falls in the type, because
/// a higher type comes first whatever its virtual type is. So the bound is met.
/// </remarks>
internal static class FiniteExchange
{
    /// <summary>What the answer rests on.</summary>
    public const string Theorem = "the discrete virtual types of all efficient exchanges between these finite types (Myerson 1981)";

    /// <summary>More profiles are not gone through.</summary>
    private const int MostProfiles = 100_000;

    /// <summary>What payments leave at most, and the expected gains from trade; null if there are too many profiles.</summary>
    /// <param name="agents">The agents, with finite priors.</param>
    /// <param name="cancellation">Looked at between profiles.</param>
    public static (Fraction Surplus, Fraction Welfare)? Of(EquatableArray<Agent> agents, CancellationToken cancellation)
    {
        var priors = agents.Select(agent => (AtomicPrior)ProvisionSurplus.TypeOf(agent)).ToList();
        if (priors.Aggregate(1L, (product, prior) => Math.Min(product * prior.Values.Count, MostProfiles + 1L)) > MostProfiles)
        {
            return null;
        }

        // For each side all types of all its agents, the best first: what trades is read off the ranks.
        var buyers = Ranked(agents, priors, Side.Buyer);
        var sellers = Ranked(agents, priors, Side.Supplier);
        var at = new int[agents.Count];
        var (surplus, welfare) = (Fraction.Zero, Fraction.Zero);
        Visit(0, Fraction.One);
        return (surplus.Reduce(), welfare.Reduce());

        void Visit(int agent, Fraction mass)
        {
            cancellation.ThrowIfCancellationRequested();
            if (agent == at.Length)
            {
                var (gain, collected) = Trades(Present(buyers), Present(sellers));
                welfare += mass * gain;
                surplus += mass * collected;
                return;
            }

            for (at[agent] = 0; at[agent] < priors[agent].Values.Count; at[agent]++)
            {
                Visit(agent + 1, mass * priors[agent].ExactMasses[at[agent]]);
            }
        }

        IEnumerable<RankedType> Present(List<RankedType> side) => side.Where(one => at[one.Agent] == one.Index);
    }

    /// <summary>φ of a type, by its place.</summary>
    internal static Fraction Virtual(AtomicPrior prior, int type)
    {
        if (type == prior.Values.Count - 1)
        {
            return prior.ExactValues[type];
        }

        var above = prior.ExactMasses.Skip(type + 1).Aggregate(Fraction.Zero, (sum, mass) => sum + mass);
        return prior.ExactValues[type] - ((prior.ExactValues[type + 1] - prior.ExactValues[type]) * above / prior.ExactMasses[type]);
    }

    private static List<RankedType> Ranked(EquatableArray<Agent> agents, List<AtomicPrior> priors, Side side) =>
    [
        .. Enumerable.Range(0, agents.Count)
            .Where(agent => agents[agent].Side == side)
            .SelectMany(agent => Enumerable.Range(0, priors[agent].Values.Count).Select(type => new RankedType(agent, type, priors[agent].ExactValues[type], Virtual(priors[agent], type))))
            .OrderByDescending(one => one.Type)
            .ThenByDescending(one => one.Virtual),
    ];

    /// <summary>The gains of the pairs that trade, and their virtual types: pairs trade as long as they gain, or gain nothing and have virtual types above 0.</summary>
    private static (Fraction Gain, Fraction Collected) Trades(IEnumerable<RankedType> buyers, IEnumerable<RankedType> sellers)
    {
        var (gain, collected) = (Fraction.Zero, Fraction.Zero);
        foreach (var (value, paid) in buyers.Zip(sellers, (buyer, seller) => (buyer.Type + seller.Type, buyer.Virtual + seller.Virtual)))
        {
            if (value.IsNegative || (value.IsZero && !paid.IsPositive))
            {
                break;
            }

            gain += value;
            collected += paid;
        }

        return (gain, collected);
    }

    private sealed record RankedType(int Agent, int Index, Fraction Type, Fraction Virtual);
}
