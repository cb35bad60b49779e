using MechanismDsl.Generators.Planning;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;

namespace MechanismDsl.Generators.Explaining;

/// <summary>What the mechanism is expected to earn, to be worth and to sell under its priors.</summary>
internal sealed class ExpectationExplainer(MechanismPlan plan, SolvedAuction auction)
{
    /// <summary>How many numbers of agents are spelled out where their number is free.</summary>
    private const int MostRows = 3;

    /// <summary>Probabilities below are the round-off of a zero.</summary>
    private const double Negligible = 1e-12;

    private readonly string _earned = plan.Market.IsProcurement ? "outlay" : "revenue";

    /// <summary>Adds the lines.</summary>
    public void Explain(Action<int, string> add)
    {
        if (plan.HasRunTimeReserve)
        {
            return;
        }

        if (auction.StatedNumbers.Count == 0)
        {
            if (auction.NoNumbersBecause is { } reason)
            {
                add(1, $"Expected {_earned}: not stated, because {reason}.");
            }

            return;
        }

        var prior = plan.IsNamed ? "the agents' priors" : auction.Agents[0].Agent.Prior?.Describe() ?? "the prior";
        if (auction.Agents.Any(agent => agent.Agent.Prior is EmpiricalPrior))
        {
            prior += " (in the sample itself; the held-out figures are the honest ones)";
        }

        if (plan.OnGrid is { } clause)
        {
            prior += ", " + clause;
        }

        if (plan.Expected is not ExpectationPlan.ByCount)
        {
            add(1, $"Expected under {prior}:");
            foreach (var fact in Facts(auction.StatedNumbers[0]))
            {
                add(2, fact);
            }

            return;
        }

        var fewest = auction.Problem.Population is Population.Alike(var min, _, _) ? min : 1;
        add(1, $"Expected under {prior}, by the number of {plan.Market.Agents}:");
        foreach (var numbers in auction.StatedNumbers.Where(numbers => numbers.Agents >= fewest).Take(MostRows))
        {
            add(2, $"{NumberText.Exact(numbers.Agents)}: {string.Join(", ", Facts(numbers)).TrimEnd('.')}.");
        }
    }

    private IEnumerable<string> Facts(AuctionNumbers numbers)
    {
        yield return $"{_earned} {Number(numbers.Revenue)}";

        // Where nobody says what the service is worth, only its cost can be told.
        yield return auction.Problem.Environment.Cost is SocialCost.PerServed { Amount: double.NegativeInfinity }
            ? $"cost of the served supplier {Number(0 - numbers.Welfare)}"
            : $"welfare {Number(numbers.Welfare)} of {Number(numbers.FirstBest)} possible";
        yield return $"served with probability {Number(numbers.Sale)}";
        if (numbers.Misallocation > Negligible)
        {
            yield return $"another {plan.Market.Agent} than the best is served with probability {Number(numbers.Misallocation)}";
        }

        if (numbers.Tie > Negligible)
        {
            yield return $"the tie rule decides with probability {Number(numbers.Tie)}";
        }
    }

    private static string Number(double value) => NumberText.Words(value, 12);
}
