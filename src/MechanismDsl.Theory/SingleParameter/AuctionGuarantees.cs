using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.SingleParameter;

/// <summary>What a mechanism of the single-parameter kernel guarantees by theorem, however many it serves. Only what holds at every legal profile of the declared problem is listed.</summary>
internal static class AuctionGuarantees
{
    private const string Model = "quasi-linear private values, no budgets, one identity an agent";

    /// <summary>The guarantees of the problem, the stronger ones before what they imply.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="cost">Social cost of serving.</param>
    public static EquatableArray<Evidence> Of(Problem problem, double cost)
    {
        EquatableArray<Agent> agents = problem.Population switch
        {
            Population.Named(var named) => named,
            Population.Alike(_, _, var agent) => [agent],
            _ => [],
        };
        var evidence = new List<Evidence>();
        if (TruthTheorem(problem, agents) is { } truth)
        {
            evidence.Add(new Evidence(Guarantee.DominantStrategyIncentiveCompatible, truth, Scope(problem, agents)));
            evidence.Add(new Evidence(Guarantee.BayesianIncentiveCompatible, "a dominant strategy is a best reply under every belief", Scope(problem, agents))
            {
                ImpliedBy = Guarantee.DominantStrategyIncentiveCompatible,
            });
        }

        if (problem.Payments is not PaymentRule.AllPay && agents.All(agent => agent.OutsideOption + problem.Payments.EntryFee <= 0))
        {
            AddRationality(problem, agents, evidence);
        }

        // Suppliers are paid: in procurement neither holds.
        if (agents.All(agent => agent.Side == Side.Buyer) && problem.Payments.EntryFee >= 0)
        {
            evidence.Add(new Evidence(
                Guarantee.NoSubsidy,
                $"{Payment(problem.Payments)} is never negative{(problem.Payments.EntryFee > 0 ? ", and neither is the fee" : string.Empty)}",
                "reports are at least 0"));
            if (CoversCost(problem, agents, cost))
            {
                evidence.Add(new Evidence(
                    Guarantee.NoDeficit,
                    cost <= 0 ? "no payment is negative, and serving costs nothing" : "no payment is negative, and who is served pays at least the seller's value",
                    "reports are at least 0"));
            }
        }

        if (problem is { Objective: Objective.Efficient, Payments: PaymentRule.Threshold, Environment.Feasible: not (WithinCapacity { IsGreedy: true } or Slots { Reserves.Count: > 0 }) } && agents.All(agent => agent.Weight == 1 && HasIdleReserve(agent, cost)))
        {
            evidence.Add(new Evidence(
                Guarantee.AllocativelyEfficient,
                problem.Environment.Feasible switch
                {
                    ServeAtMost(1) => "Vickrey (1961): the highest type is served if it is worth the cost of serving",
                    ServeAtMost => "Vickrey (1961): the highest types are served as far as they are worth the cost of serving",
                    _ => "Vickrey (1961), Clarke (1971), Groves (1973): the feasible outcome with the highest sum of types is chosen",
                },
                "at every profile of truthful reports"));
        }

        return evidence.ToEquatableArray();
    }

    private static string Payment(PaymentRule payments) => payments switch
    {
        PaymentRule.PayAsBid or PaymentRule.AllPay or PaymentRule.UniformPrice or PaymentRule.GeneralizedSecondPrice => "a bid",
        PaymentRule.Posted => "the posted price",
        _ => "a threshold",
    };

    private static string? TruthTheorem(Problem problem, EquatableArray<Agent> agents) => problem.Payments switch
    {
        PaymentRule.Threshold when problem is { Objective: Objective.Efficient, Environment.Feasible: ServeAtMost } && agents.All(agent => agent.Weight == 1 && agent.Reserve is null) =>
            "Vickrey (1961): the price does not depend on the own report",
        PaymentRule.Threshold when problem.Environment.Feasible is WithinCapacity { IsGreedy: true } =>
            "Myerson (1981), lemma 2, and Mu'alem and Nisan (2008): the better of the greedy choice and the best single agent is monotone",
        PaymentRule.Threshold => "Myerson (1981), lemma 2: a monotone allocation with threshold payments",
        PaymentRule.Posted when agents.All(agent => agent.Reserve is null) =>
            "Myerson (1981), lemma 2: a fixed price is the threshold of the allocation to those who accept it",
        _ => null,
    };

    private static void AddRationality(Problem problem, EquatableArray<Agent> agents, List<Evidence> evidence)
    {
        var theorem = problem.Payments switch
        {
            PaymentRule.PayAsBid => "a truthful agent that is served pays its type and is left with 0; one that bids at most its value never loses",
            PaymentRule.UniformPrice => "the price is the worst report that is served, so none that is served is worse",
            PaymentRule.GeneralizedSecondPrice => "the price of a click is a bid that comes after the own one, or the reserve that the own one meets",
            PaymentRule.Posted => "only who accepts the price is served, and who is not served pays nothing",
            _ => "a threshold is never worse than the truthful report, and who is not served pays nothing",
        };
        evidence.Add(new Evidence(Guarantee.ExPostIndividuallyRational, theorem, Scope(problem, agents)));
        foreach (var weaker in new[] { Guarantee.InterimIndividuallyRational, Guarantee.ExAnteIndividuallyRational })
        {
            evidence.Add(new Evidence(weaker, "what holds at every profile holds in expectation", Scope(problem, agents))
            {
                ImpliedBy = Guarantee.ExPostIndividuallyRational,
            });
        }
    }

    /// <summary>
    /// True if nobody is served below the seller's value; an agent that must be served may be. ψ(t) ≤ t on the support, so a virtual cutoff is met only by types that meet the
    /// cost; above the support, where an affine ψ goes on and exceeds t, that would be false, so the cost must lie below its upper end.
    /// </summary>
    private static bool CoversCost(Problem problem, EquatableArray<Agent> agents, double cost) => cost <= 0 || problem switch
    {
        { Environment.Feasible: Limited { IsDownwardClosed: false } } => false,
        { Payments: PaymentRule.Posted(var price) } => price >= cost,
        { Objective: Objective.Efficient } => agents.All(agent => agent.Weight <= 1),
        { Objective: Objective.RevenueOptimal } => agents.All(agent => agent.Prior is { } prior && cost <= prior.Upper),
        _ => true,
    };

    /// <summary>A reserve that the cost of serving already implies excludes nobody.</summary>
    private static bool HasIdleReserve(Agent agent, double cost) =>
        agent.Reserve is not { } reserve || (agent.Side == Side.Buyer ? reserve.Amount : -reserve.Amount) <= cost;

    private static string Scope(Problem problem, EquatableArray<Agent> agents)
    {
        var scope = Model;
        if (problem.Ties == TieBreaking.Shared)
        {
            scope += "; in expectation over the lottery among equals";
        }

        if (problem.Money.IsGrid)
        {
            scope += "; exact on the grid of reports";
        }

        if (agents.Any(agent => agent.Reserve is { Amount: null }))
        {
            scope += "; the run-time reserve does not depend on the reports";
        }

        return scope;
    }
}
