using MechanismDsl.Generators.Explaining;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;
using MechanismDsl.Theory.SingleParameter.Expectations;

namespace MechanismDsl.Generators.Planning;

/// <summary>Chooses what is written for a solved problem. All numbers are rounded here, once, to the digits that are printed.</summary>
internal static class Planner
{
    /// <summary>Beyond this number of terms a table says more than a formula.</summary>
    private const int MostTerms = 4;

    /// <summary>The plan of one file.</summary>
    public static MechanismPlan Plan(Declaration declaration, SolvedAuction auction)
    {
        var plan = Core(declaration, auction);
        return plan with { Summary = SummaryText.Of(plan), Explanation = new Explainer(plan, auction).Explain() };
    }

    /// <summary>The plan without words: agents, scores, limits, money. What follows from them does not depend on how many are served.</summary>
    public static MechanismPlan Core(Declaration declaration, SolvedAuction auction)
    {
        var problem = auction.Problem;
        var market = new Market(auction.Agents.Any(agent => agent.Agent.Side == Side.Supplier), problem.Objective == Objective.RevenueOptimal);
        var currency = new Currency(problem.Money.Kind, problem.Money.Decimals);
        var named = problem.Population as Population.Named;
        var plan = new MechanismPlan(
            declaration.Type,
            market,
            currency,
            named is null ? [] : named.Agents.Select(agent => agent.Name ?? string.Empty).ToEquatableArray(),
            (problem.Population as Population.Alike)?.Max,
            new RulePlanner(auction, market, currency).Plan(),
            Price(problem.Payments),
            Ties(problem, named),
            problem.Payments.EntryFee,
            auction.Agents.Any(agent => agent.Agent.Reserve is { Amount: null }),
            Domain(declaration),
            auction.Evidence,
            Expected(auction),
            EquilibriumPlan.Of(auction, currency),
            declaration.Methods.Where(method => method.Attribute == "Strategy").Select(method => method.Name).FirstOrDefault(),
            Summary: string.Empty,
            Explanation: []);
        return plan with { OnGrid = OnGrid(auction, currency, market), Assumptions = problem.Assumptions };
    }

    /// <summary>The model behind expectations under grid money: truthful bidders round to the grid, or the grid is left out of account.</summary>
    private static string? OnGrid(SolvedAuction auction, Currency currency, Market market) =>
        !currency.IsGrid ? null
        : auction.IgnoresGrid ? "as if money had no grid"
        : market.IsProcurement ? $"every supplier reporting the lowest multiple of {currency.StepText} that is at least its cost"
        : $"every bidder bidding the highest multiple of {currency.StepText} that is at most its value";

    private static PricePlan Price(PaymentRule payments) => payments switch
    {
        PaymentRule.Threshold => new PricePlan.Threshold(),
        PaymentRule.PayAsBid => new PricePlan.PayAsBid(),
        PaymentRule.AllPay => new PricePlan.AllPay(),
        PaymentRule.Posted posted => new PricePlan.Posted(posted.Price),
        _ => throw new NotSupportedException($"No code is known for the payment rule {payments.GetType().Name}."),
    };

    private static TiePlan Ties(Problem problem, Population.Named? named)
    {
        if (problem.Ties != TieBreaking.Priority || named is null)
        {
            return new TiePlan(problem.Ties == TieBreaking.Shared, []);
        }

        var order = Enumerable.Range(0, named.Agents.Count).OrderByDescending(agent => named.Agents[agent].Priority).ToList();
        var ranks = Enumerable.Range(0, order.Count).Select(agent => order.IndexOf(agent)).ToEquatableArray();
        return new TiePlan(AreShared: false, order.SequenceEqual(Enumerable.Range(0, order.Count)) ? [] : ranks);
    }

    private static ReportRange Domain(Declaration declaration)
    {
        var message = declaration.Attributes.FirstOrDefault(attribute => attribute.Name == "Message");
        return message is { Arguments.Count: 2 } && message.Arguments[0] is Argument.Number low && message.Arguments[1] is Argument.Number high
            ? new ReportRange(low.Value, high.Value)
            : new ReportRange(0, Market.LargestReport);
    }

    private static RevenueFormula Formula(RevenueFormula revenue) => revenue with
    {
        Terms = revenue.Terms
            .Select(term => new RevenueTerm(NumberText.Rounded(term.Alpha), NumberText.Rounded(term.Beta), NumberText.Rounded(term.Low), NumberText.Rounded(term.High)))
            .ToEquatableArray(),
    };

    private static ExpectationPlan Expected(SolvedAuction auction)
    {
        if (auction.StatedNumbers.Count == 0 || auction.Agents.Any(agent => agent.Agent.Reserve is { Amount: null }))
        {
            return new ExpectationPlan.None();
        }

        var amounts = auction.StatedNumbers.Select(numbers => NumberText.Rounded(numbers.Revenue)).ToEquatableArray();
        return auction.Problem.Population is Population.Alike { Count: null }
            ? new ExpectationPlan.ByCount(amounts, auction.Revenue is { } revenue && revenue.Terms.Count is > 0 and <= MostTerms ? Formula(revenue) : null)
            : new ExpectationPlan.Constant(amounts[0]);
    }
}
