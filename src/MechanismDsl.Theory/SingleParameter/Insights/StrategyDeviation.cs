using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter.Equilibria;

namespace MechanismDsl.Theory.SingleParameter.Insights;

/// <summary>Whether a declared strategy is a symmetric Bayes–Nash equilibrium of its mechanism.</summary>
public static class StrategyDeviation
{
    /// <summary>The verdict with the number of agents for which it holds; null where no strategy is declared, or not for a fixed number of alike buyers with a prior.</summary>
    /// <param name="auction">The solved mechanism.</param>
    /// <param name="cancellation">Checked between types.</param>
    public static (int Agents, BestReplyResult Verdict)? Of(SolvedAuction auction, CancellationToken cancellation)
    {
        if (auction.Problem is not { Strategy: { } strategy } problem || problem.AlikeBuyers() is not (var count, { Prior: { } prior, Reserve: not { Amount: null } } agent))
        {
            return null;
        }

        var messages = problem.Messages ?? new MessageInterval(0, double.PositiveInfinity);
        var verdict = BestReply.Check(
            strategy.Evaluate, prior, count, problem.Payments, messages.Low, messages.High, problem.LowestBid(agent), cancellation);
        return (count, verdict);
    }
}
