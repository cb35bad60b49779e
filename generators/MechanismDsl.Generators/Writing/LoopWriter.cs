using MechanismDsl.Generators.Planning;

namespace MechanismDsl.Generators.Writing;

/// <summary>Writes the general form of a rule: one loop that finds the winner, one that finds the threshold.</summary>
internal sealed class LoopWriter(MechanismPlan plan, RuleText rule, SourceWriter writer)
{
    private readonly Market _market = plan.Market;
    private readonly string _type = plan.Currency.Type;

    /// <summary>Writes <c>Decide</c>, which returns the winner and the price; reports have been checked.</summary>
    public void WriteDecide()
    {
        writer.Doc("summary", "Who is served and at which price; the reports have been checked.");
        writer.Block($"public static Sale<{_type}> Decide(ReadOnlySpan<{_type}> {_market.Reports}{rule.ReserveParameter})", () =>
        {
            WriteWinner();
            if (plan.Rule.IsLazy)
            {
                writer.Line();
                writer.Line($"// The {_market.Limit} is applied to the best {_market.Report} alone: if it fails, nobody is served.");
                writer.Block($"if (winner >= 0 && !({_market.Reports}[winner] {_market.AtLeast} {rule.ServedOf("winner")}))", () => writer.Line("winner = -1;"));
            }

            writer.Line();
            writer.Block("if (winner < 0)", () => writer.Line($"return Sale<{_type}>.Unsold;"));
            writer.Line();
            WritePrice();
        });
    }

    /// <summary>Writes the loop that finds the winner.</summary>
    private void WriteWinner()
    {
        if (plan.Rule is RulePlan.First)
        {
            writer.Line($"// The first {_market.Agent}{(plan.Ties.Ranks.Count == 0 ? string.Empty : " by priority")} who accepts the price is served.");
        }
        else
        {
            writer.Line($"// The {_market.Best} {(plan.Rule is RulePlan.BestScore ? _market.Score : _market.Report)} wins{Equals()}.");
        }

        writer.Line("var winner = -1;");
        writer.Block($"for (var agent = 0; agent < {_market.Reports}.Length; agent++)", () =>
        {
            var better = plan.Rule is RulePlan.First
                ? plan.Ties.Ranks.Count == 0 ? "winner < 0" : $"(winner < 0 || {rule.Precedes("agent", "winner")})"
                : $"(winner < 0 || {rule.StandsBetter("agent", "winner")})";
            writer.Block($"if ({rule.Competes("agent")} && {better})", () => writer.Line("winner = agent;"));
        });
    }

    private string Equals()
    {
        var order = plan.Ties.Ranks.Count == 0 ? "the first of equals" : "of equals the one with the highest priority";
        return plan.Rule is RulePlan.BestReport { Blocks.Count: > 0 } ? $", {order}; {_market.Reports} of one block are equals" : $", {order}";
    }

    private void WritePrice()
    {
        switch (plan.Price)
        {
            case PricePlan.PayAsBid or PricePlan.AllPay:
                writer.Line($"// The winner {_market.Pays} its own {_market.Report}.");
                writer.Line($"return new(winner, {_market.Reports}[winner]);");
                break;
            case PricePlan.Posted posted:
                writer.Line($"return new(winner, {plan.Currency.Literal(posted.Amount)});");
                break;
            default:
                WriteThreshold();
                break;
        }
    }

    private void WriteThreshold()
    {
        writer.Line($"// It {_market.Pays} the {(_market.IsProcurement ? "highest" : "lowest")} {_market.Report} that would still have won.");
        writer.Line($"{_type} price = {rule.ServedOf("winner")};");
        writer.Block($"for (var rival = 0; rival < {_market.Reports}.Length; rival++)", () =>
            writer.Block($"if (rival != winner && {rule.Competes("rival")})", () =>
                writer.Line($"price = {_market.Stricter}(price, {rule.Threshold("winner", "rival")});")));
        writer.Line();
        if (plan.Rule is RulePlan.BestScore && !plan.Currency.IsGrid)
        {
            writer.Line($"// Rounding in the inverse must not turn a winner's {_market.Report} against it.");
            writer.Line($"return new(winner, {_market.Milder}(price, {_market.Reports}[winner]));");
        }
        else
        {
            writer.Line("return new(winner, price);");
        }
    }
}
