using MechanismDsl.Generators.Planning;

namespace MechanismDsl.Generators.Writing;

/// <summary>Writes the form for shared ties: every agent's chance of being served and its expected payment.</summary>
internal sealed class SharedWriter(MechanismPlan plan, RuleText rule, SourceWriter writer)
{
    private readonly Market _market = plan.Market;
    private readonly string _type = plan.Currency.Type;

    /// <summary>Writes <c>Decide</c>, which fills the caller's shares; reports have been checked and there are as many shares as reports.</summary>
    public void WriteDecide()
    {
        writer.Doc("summary", "Chances and expected payments; the reports have been checked.");
        writer.Block($"public static void Decide(ReadOnlySpan<{_type}> {_market.Reports}, Span<Share<{_type}>> shares{rule.ReserveParameter})", () =>
        {
            WriteEquals();
            writer.Line();
            WriteShares();
        });
    }

    private void WriteEquals()
    {
        writer.Line(plan.Rule is RulePlan.First
            ? $"// Everybody who accepts the price has the same chance."
            : $"// All {_market.Agents} with the {_market.Best} {(plan.Rule is RulePlan.BestScore ? _market.Score : _market.Report)} have the same chance.");
        if (plan.Rule is not RulePlan.First)
        {
            writer.Line("var first = -1;");
        }

        writer.Line("var winners = 0;");
        writer.Block($"for (var agent = 0; agent < {_market.Reports}.Length; agent++)", () =>
        {
            if (plan.Rule is RulePlan.First)
            {
                writer.Block($"if ({rule.Competes("agent")})", () => writer.Line("winners++;"));
                return;
            }

            writer.Block($"if (!({rule.Competes("agent")}))", () => writer.Line("continue;"));
            writer.Line();
            writer.Block($"if (first < 0 || {rule.Standing("agent")} {_market.Beats} {rule.Standing("first")})", () =>
            {
                writer.Line("first = agent;");
                writer.Line("winners = 1;");
            });
            writer.Block($"else if ({rule.Standing("agent")} == {rule.Standing("first")})", () => writer.Line("winners++;"));
        });
    }

    private void WriteShares()
    {
        writer.Block($"for (var agent = 0; agent < {_market.Reports}.Length; agent++)", () =>
        {
            var wins = plan.Rule is RulePlan.First
                ? rule.Competes("agent")
                : $"{rule.Competes("agent")} && {rule.Standing("agent")} == {rule.Standing("first")}";
            if (plan.Rule.IsLazy)
            {
                wins = $"{_market.Reports}[agent] {_market.AtLeast} {rule.ServedOf("agent")} && {wins}";
            }

            writer.Line($"shares[agent] = {wins}");
            writer.Indented(() =>
            {
                writer.Line($"? new(1.0 / winners, {Payment()})");
                writer.Line(plan.Price is PricePlan.AllPay
                    ? $": new(0, {rule.Competes("agent")} ? {_market.Reports}[agent] : 0);"
                    : ": default;");
            });
        });
        if (plan.Price is PricePlan.Threshold)
        {
            writer.Line();
            WriteExpectedPayment();
        }
    }

    private string Payment() => plan.Price switch
    {
        PricePlan.AllPay => $"{_market.Reports}[agent]",
        PricePlan.PayAsBid => $"{_market.Reports}[agent] / winners",
        PricePlan.Posted posted => $"{plan.Currency.Operand(posted.Amount)} / winners",
        _ => $"ExpectedPayment({_market.Reports}, agent, winners{rule.ReserveArgument})",
    };

    /// <summary>
    /// t·Q(t) − ∫Q over the own reports, for a chance Q that jumps where the own standing meets and beats the rivals' best.
    /// </summary>
    private void WriteExpectedPayment()
    {
        writer.Line($"// The chance of winning rises where the {_market.Report} meets the best rivals and again where it beats them; each step of it costs");
        writer.Line($"// the {_market.Report} at which it is taken (Myerson 1981).");
        writer.Line($"static {_type} ExpectedPayment(ReadOnlySpan<{_type}> {_market.Reports}, int agent, int winners{rule.ReserveParameter})");
        writer.Block(string.Empty, () =>
        {
            writer.Line("var best = -1;");
            writer.Line("var rivals = 0;");
            writer.Block($"for (var rival = 0; rival < {_market.Reports}.Length; rival++)", () =>
            {
                writer.Block($"if (rival == agent || !({rule.Competes("rival")}))", () => writer.Line("continue;"));
                writer.Line();
                writer.Block($"if (best < 0 || {rule.Standing("rival")} {_market.Beats} {rule.Standing("best")})", () =>
                {
                    writer.Line("best = rival;");
                    writer.Line("rivals = 1;");
                });
                writer.Block($"else if ({rule.Standing("rival")} == {rule.Standing("best")})", () => writer.Line("rivals++;"));
            });
            writer.Line();
            writer.Line($"{_type} limit = {rule.ServedOf("agent")};");
            writer.Block("if (best < 0)", () => writer.Line("return limit;"));
            writer.Line();
            writer.Line($"var meeting = {_market.Stricter}(limit, {rule.Meeting("agent", "best")});");
            writer.Block("if (winners > 1)", () => writer.Line("return meeting / winners;"));
            writer.Line();
            writer.Line($"var beating = {_market.Stricter}(limit, {rule.Beating("agent", "best")});");
            writer.Line("return beating - ((beating - meeting) / (rivals + 1));");
        });
    }
}
