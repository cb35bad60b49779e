using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.SingleParameter.Claims;

/// <summary>
/// Judges a claimed guarantee: by the theorems that the solution carries, and where none gives it, by running the mechanism at profiles
/// around its own thresholds in search of one at which the guarantee fails.
/// </summary>
/// <remarks>
/// A refutation is a fact, since the profile is executed. Guarantees in expectation are never refuted here, only left open. At most
/// <see cref="MostReports"/>³ profiles are tried; with more than three agents the others report what never wins.
/// </remarks>
public static class ClaimCheck
{
    /// <summary>How many different reports of an agent are tried.</summary>
    public const int MostReports = 12;

    private const double RunTimeReserve = 5;
    private const double Rounding = 1e-9;

    /// <summary>The verdict on one guarantee.</summary>
    /// <param name="auction">The solved mechanism.</param>
    /// <param name="claim">What is claimed.</param>
    /// <param name="cancellation">Checked between profiles.</param>
    public static ClaimVerdict Of(SolvedAuction auction, Guarantee claim, CancellationToken cancellation)
    {
        if (auction.Evidence.FirstOrDefault(evidence => evidence.Guarantee == claim) is { } evidence)
        {
            return new ClaimVerdict.Established(evidence);
        }

        return Refute(auction, claim, cancellation) is { } counterexample ? new ClaimVerdict.Refuted(counterexample) : new ClaimVerdict.Open();
    }

    private static Counterexample? Refute(SolvedAuction auction, Guarantee claim, CancellationToken cancellation)
    {
        var interpreter = new AuctionInterpreter(auction);
        var reserve = auction.Agents.Any(agent => agent.Agent.Reserve is { Amount: null }) ? RunTimeReserve : (double?)null;
        var values = ProbeValues.Of(auction, reserve);
        foreach (var types in ProbeValues.Profiles(auction, values))
        {
            cancellation.ThrowIfCancellationRequested();
            var truthful = interpreter.Run(types, reserve);
            var found = claim == Guarantee.DominantStrategyIncentiveCompatible
                ? ProfitableLie(auction, interpreter, types, truthful, values, reserve)
                : Shortfall(auction, claim, types, truthful) is var (agent, amount) && amount > Rounding * Scale(types)
                    ? new Counterexample(claim, types.ToEquatableArray(), agent, null, truthful, null, amount, reserve)
                    : null;
            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }

    private static Counterexample? ProfitableLie(
        SolvedAuction auction, AuctionInterpreter interpreter, double[] types, AuctionOutcome truthful, IReadOnlyList<double> values, double? reserve)
    {
        for (var agent = 0; agent < types.Length; agent++)
        {
            foreach (var lie in values)
            {
                var reports = (double[])types.Clone();
                reports[agent] = lie;
                var deviating = interpreter.Run(reports, reserve);
                var gain = Utility(auction, deviating, agent, types[agent]) - Utility(auction, truthful, agent, types[agent]);
                if (gain > Rounding * Scale(types))
                {
                    return new Counterexample(
                        Guarantee.DominantStrategyIncentiveCompatible, types.ToEquatableArray(), agent, lie, truthful, deviating, gain, reserve);
                }
            }
        }

        return null;
    }

    /// <summary>By how much a guarantee without deviations is missed at a truthful profile; null where the profile does not decide it.</summary>
    private static (int Agent, double Amount)? Shortfall(SolvedAuction auction, Guarantee claim, double[] types, AuctionOutcome outcome)
    {
        var cost = auction.Problem.Environment.Cost is SocialCost.PerServed perServed ? perServed.Amount : double.NaN;
        var served = outcome.Chances.Sum();
        var agents = Enumerable.Range(0, types.Length);
        switch (claim)
        {
            case Guarantee.ExPostIndividuallyRational:
                return agents.Select(agent => (agent, Agent(auction, agent).OutsideOption - Utility(auction, outcome, agent, types[agent]))).Aggregate(Larger);
            case Guarantee.NoSubsidy:
                return agents.Select(agent => (agent, -outcome.Payments[agent])).Aggregate(Larger);
            case Guarantee.NoDeficit when !double.IsInfinity(cost):
                return (-1, (cost * served) - outcome.Payments.Sum());
            case Guarantee.ExPostBudgetBalanced when !double.IsInfinity(cost):
                return (-1, Math.Abs((cost * served) - outcome.Payments.Sum()));
            case Guarantee.AllocativelyEfficient when !double.IsInfinity(cost):
                var best = agents.Select(agent => (agent, Type(auction, agent, types[agent]))).Aggregate(Larger);
                var welfare = agents.Sum(agent => outcome.Chances[agent] * (Type(auction, agent, types[agent]) - cost));
                return (best.agent, Math.Max(0, best.Item2 - cost) - welfare);
            default:
                return null;
        }
    }

    private static (int Agent, double Amount) Larger((int Agent, double Amount) one, (int Agent, double Amount) other) => other.Amount > one.Amount ? other : one;

    private static Agent Agent(SolvedAuction auction, int index) => auction.Agents[auction.Agents.Count == 1 ? 0 : index].Agent;

    private static double Type(SolvedAuction auction, int agent, double report) => Agent(auction, agent).Side == Side.Buyer ? report : -report;

    private static double Utility(SolvedAuction auction, AuctionOutcome outcome, int agent, double own) =>
        (outcome.Chances[agent] * Type(auction, agent, own)) - outcome.Payments[agent];

    private static double Scale(double[] types) => Math.Max(1, types.Max());
}
