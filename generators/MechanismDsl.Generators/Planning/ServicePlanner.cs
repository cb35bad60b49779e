using MechanismDsl.Generators.Explaining;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter.Service;

namespace MechanismDsl.Generators.Planning;

/// <summary>Chooses what is written for a mechanism that serves several agents.</summary>
internal static class ServicePlanner
{
    /// <summary>The plan of one file.</summary>
    public static ServicePlan Plan(Declaration declaration, SolvedService service)
    {
        // Scores, limits and the door are those of a single item for the same agents.
        var alone = service.Alone;
        var core = Planner.Core(declaration, alone) with { Expected = Expected(service) };
        core = core with { OnGrid = core.OnGrid is null ? null : "as if money had no grid" };
        var plan = new ServicePlan(core, OnGrid(Feasible(service.Problem.Environment.Feasible), service.Problem.Money), Price(service.Problem.Payments))
        {
            Assumptions = core.Assumptions,
            Cost = service.Cutoff,
            Digits = Digits(service),
        };
        var explanation = new ServiceExplainer(plan, service, alone).Explain();
        return plan with { Core = core with { Summary = explanation[0].Text, Explanation = explanation } };
    }

    /// <summary>What is written for a feasible set.</summary>
    public static FeasiblePlan Feasible(FeasibleSet feasible) => feasible switch
    {
        ServeAtMost(var units) => new FeasiblePlan.Items(units),
        Slots slots => new FeasiblePlan.Slots(slots.Clicks) { Reserves = slots.Reserves },
        Limited limited => new FeasiblePlan.Limits(limited),
        WithinCapacity(var capacity, var sizes, var isGreedy) => new FeasiblePlan.Knapsack(capacity, sizes, isGreedy),
        _ => throw new NotSupportedException($"No code is known for the feasible set {feasible.GetType().Name}."),
    };

    /// <summary>A reserve off the grid of the money is the next report above it.</summary>
    private static FeasiblePlan OnGrid(FeasiblePlan feasible, Money money) =>
        feasible is FeasiblePlan.Slots slots ? slots with { Reserves = slots.Reserves.Select(money.RoundUp).ToEquatableArray() } : feasible;

    /// <summary>Sums of the scores of so few agents leave room for larger ones.</summary>
    private const int FewAgents = 16;

    /// <summary>Of 2¹² reports that fit together, 16 agents use 2⁴.</summary>
    private const int RoomOfFew = 8;

    /// <summary>Scores above the reports (weights, virtual values beyond a prior) take digits from behind the point, so that sums of as many fit.</summary>
    private static int Digits(SolvedService service)
    {
        var highest = service.Agents.Max(agent => agent.Agent.Side == Side.Buyer ? agent.Score.Score(Market.LargestReport) : 0);
        var factor = highest > Market.LargestReport ? (int)Math.Ceiling(Math.Log(highest / Market.LargestReport, 2)) : 0;
        return ServicePlan.MostDigits - Math.Max(0, factor - (service.Problem.Population is Population.Named { Agents.Count: <= FewAgents } ? RoomOfFew : 0));
    }

    private static ServicePrice Price(PaymentRule payments) => payments switch
    {
        PaymentRule.Threshold => ServicePrice.Threshold,
        PaymentRule.PayAsBid => ServicePrice.PayAsBid,
        PaymentRule.UniformPrice => ServicePrice.Uniform,
        PaymentRule.GeneralizedSecondPrice => ServicePrice.GeneralizedSecondPrice,
        _ => throw new NotSupportedException($"No code is known for the payment rule {payments.GetType().Name}."),
    };

    private static ExpectationPlan Expected(SolvedService service)
    {
        var amounts = service.Numbers.Select(numbers => numbers.Revenue).ToEquatableArray();
        return amounts.Count == 0 ? new ExpectationPlan.None()
            : service.Problem.Population is Population.Alike { Count: null } ? new ExpectationPlan.ByCount(amounts, Formula: null)
            : new ExpectationPlan.Constant(amounts[0]);
    }
}
