using MechanismDsl.Generators.Planning;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Generators.Explaining;

/// <summary>The one sentence that says what a mechanism does.</summary>
internal static class SummaryText
{
    /// <summary>The sentence.</summary>
    public static string Of(MechanismPlan plan)
    {
        var market = plan.Market;
        var price = plan.Price switch
        {
            PricePlan.Posted => $"{market.Pays} the posted price",
            PricePlan.PayAsBid => $"{market.Pays} it",
            PricePlan.AllPay => "every bidder pays its own bid",
            _ when plan.Rule is RulePlan.BestReport { Blocks.Count: 0 } && Condition(plan).Length == 0 => $"{market.Pays} the second-{market.Best} one",
            _ when plan.Rule is RulePlan.BestReport { Blocks.Count: 0 } && !plan.Rule.IsLazy =>
                $"{market.Pays} the second-{market.Best} one or the {market.Limit}, whichever is {(market.IsProcurement ? "lower" : "higher")}",
            _ => $"{market.Pays} the {market.Worst} {market.Report} that would still have won",
        };
        var winner = plan.Rule switch
        {
            RulePlan.First => $"The first {market.Agent} who accepts",
            RulePlan.BestScore => $"The {market.Report} with the {market.Best} {market.Score} wins if it meets its {market.Limit}",
            _ => $"The {market.Best} {market.Report}{Condition(plan)} wins",
        };
        return plan.Rule is RulePlan.First
            ? $"{winner} the posted price is served and {market.Pays} it."
            : $"{winner} and {price}.";
    }

    /// <summary>The condition under which the best is served, if there is one.</summary>
    private static string Condition(MechanismPlan plan)
    {
        var limits = plan.Rule.Limits;
        if (plan.HasRunTimeReserve || limits.Any(limit => limit != limits[0]))
        {
            return $" that meets its {plan.Market.Limit}";
        }

        return limits[0].Served == plan.Market.NoLimit
            ? string.Empty
            : $" of at {(plan.Market.IsProcurement ? "most" : "least")} {NumberText.Words(limits[0].Served, 12)}";
    }
}
