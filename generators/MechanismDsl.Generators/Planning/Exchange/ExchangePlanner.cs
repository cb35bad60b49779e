using MechanismDsl.Generators.Explaining;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Exchange;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Planning;

/// <summary>Chooses what is written for an exchange of single units.</summary>
internal static class ExchangePlanner
{
    /// <summary>The plan of one file.</summary>
    public static ExchangePlan Plan(Declaration declaration, SolvedExchange exchange)
    {
        var problem = exchange.Problem;
        var plan = new ExchangePlan(
            declaration.Type,
            exchange.Evidence,
            new Currency(problem.Money.Kind, problem.Money.Decimals),
            problem.Payments is PaymentRule.Posted(var price) ? new ExchangeRule.AtPrice(price)
                : problem.Objective == Objective.ReducedTrade ? new ExchangeRule.Reduction()
                : problem is { Population: Population.Named([{ Prior: { } costs }, { Prior: { } values }]) } && TradeAgva.Of(problem) is { } agva ? ExchangeRule.Agva.Of(costs, values, agva.Constant)
                : new ExchangeRule.Clarke(),
            problem.Environment.Name == EnvironmentName.BilateralTrade,
            problem.Population is Population.Named(var named) ? named.Select(agent => new Trader(agent.Name ?? string.Empty, agent.Side == Side.Buyer)).ToEquatableArray() : [],
            exchange.Numbers,
            [])
        {
            Assumptions = problem.Assumptions,
            Buyers = (problem.Population as Population.TwoSided)?.Buyers,
            Sellers = (problem.Population as Population.TwoSided)?.Sellers,
        };
        return plan with { Explanation = new ExchangeExplainer(plan, exchange).Explain() };
    }
}
