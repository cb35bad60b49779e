using MechanismDsl.Generators.Planning;

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
            _ when plan.Rule is RulePlan.BestReport { Blocks.Count: 0 } => $"{market.Pays} the second-{market.Best} one",
            _ => $"{market.Pays} the {market.Worst} {market.Report} that would still have won",
        };
        var winner = plan.Rule switch
        {
            RulePlan.First => $"The first {market.Agent} who accepts",
            RulePlan.BestScore => $"The {market.Best} {market.Score} wins",
            _ => $"The {market.Best} {market.Report} wins",
        };
        var limit = plan.Price is PricePlan.Posted ? string.Empty : $" (within the {market.Limit})";
        var hasLimit = plan.HasRunTimeReserve || plan.Rule.Limits.Any(agent => agent.Served != market.NoLimit);
        return plan.Rule is RulePlan.First
            ? $"{winner} the posted price is served and {market.Pays} it."
            : $"{winner}{(hasLimit ? limit : string.Empty)} and {price}.";
    }
}
