using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Provision;

namespace MechanismDsl.Generators.Explaining;

/// <summary>Explains payments of a trade or project that sum to the cost at every profile.</summary>
internal static class ProvisionBalanceLines
{
    /// <summary>What is paid and why, and what each agent expects.</summary>
    /// <param name="solution">The solution.</param>
    /// <param name="balance">Its payments.</param>
    public static IEnumerable<ExplanationLine> Of(SolvedProvision solution, ProvisionBalance balance)
    {
        var isTrade = solution.Problem.Environment.Name == EnvironmentName.BilateralTrade;
        var method = (solution.Problem.Payments as PaymentRule.Balanced)?.Method;
        yield return new(1, method switch
        {
            BalancingMethod.Rebalanced => $"What is paid, decided for or not: every agent is charged what its type would be expected to pay under thresholds{(isTrade ? string.Empty : ", less its share of the cost")}, and what one is charged the others receive (Börgers 2015).",
            BalancingMethod.DAgva => "What is paid, decided for or not: every agent receives what the others are expected to have of its report, and all others pay that alike (d'Aspremont and Gérard-Varet 1979; Arrow 1979).",
            _ => "What is paid, decided for or not: every agent pays the agent before it, the first one the last, what its type is expected to cost the others (Arrow 1979; d'Aspremont and Gérard-Varet 1979).",
        });
        yield return new(2, isTrade
            ? "What the buyer pays the seller receives, at every profile. Truth is a best reply to truth, no dominant strategy; it needs types that are independent."
            : $"{Shares(solution, balance)}, so that the payments sum to the cost at every profile. Truth is a best reply to truth, no dominant strategy; it needs types that are independent.");
        if (balance.Divided is { } divided)
        {
            yield return new(2, divided.Sign switch
            {
                0 => "Thresholds earn nothing in expectation: every type expects exactly what it would under thresholds.",
                -1 => $"Thresholds miss {-divided} in expectation: every type expects an equal part of that less than under thresholds.",
                _ => $"Thresholds leave {divided} in expectation: every type expects an equal part of that more than under thresholds.",
            });
        }

        yield return new(1, "What agents expect to gain by taking part, before they know their types and with the worst of them:");
        foreach (var (agent, index) in Listed(solution, balance).Select((agent, index) => (agent, index)))
        {
            var who = solution.Problem.Population is Population.Alike ? "Every agent" : solution.Agents[index].Agent.Name;
            yield return new(2, $"{who}: {Words(agent.Mean)}, and {Words(agent.Worst)}.");
        }

        yield return new(2, "Reports outside a prior's support are charged as its nearest type.");
    }

    private static IEnumerable<BalancedAgent> Listed(SolvedProvision solution, ProvisionBalance balance) =>
        solution.Problem.Population is Population.Alike ? balance.Agents.Take(1) : balance.Agents;

    private static string Shares(SolvedProvision solution, ProvisionBalance balance) =>
        balance.Agents.Select(agent => agent.Share).Distinct().Count() == 1
            ? $"If it is built everybody bears {NumberText.Words(balance.Agents[0].Share, 12)} besides"
            : $"If it is built {string.Join(", ", balance.Agents.Select((agent, index) => $"{solution.Agents[index].Agent.Name} bears {NumberText.Words(agent.Share, 12)}"))} besides";

    /// <summary>A sum of integrals that is as good as 0 is called that.</summary>
    private static string Words(Amount amount) => amount.Sign is null && Math.Abs(amount.Value) < 1e-9 ? "0" : amount.Text;
}
