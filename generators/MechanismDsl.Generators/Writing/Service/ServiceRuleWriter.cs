using MechanismDsl.Generators.Planning;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Generators.Writing.Service;

/// <summary>
/// Writes the class that holds the rule, in three steps that are the same over every feasible set: the score of each report, the kernel that serves the best
/// and says for each served agent how it stands (its critical score), and the inverse of its own score there, which is its price.
/// </summary>
internal sealed class ServiceRuleWriter(ServicePlan plan, SourceWriter writer)
{
    private readonly MechanismPlan _core = plan.Core;
    private readonly Market _market = plan.Core.Market;
    private readonly RuleText _rule = new(plan.Core);
    private readonly string _type = plan.Core.Currency.Type;

    private bool HasScores => _core.Rule is RulePlan.BestScore;

    /// <summary>Scores of different agents are doubles; where reports rank the agents they are the scores, exact in their own type.</summary>
    private string Score => HasScores ? "double" : _type;

    /// <summary>A supplier's type is minus its cost.</summary>
    private string Sign => _market.IsProcurement ? "-" : string.Empty;

    /// <summary>Writes the namespace with the class.</summary>
    public void Write()
    {
        writer.Line();
        writer.Block("namespace MechanismDsl.Generated", () =>
        {
            writer.Line("using global::System;");
            writer.Line("using global::System.CodeDom.Compiler;");
            writer.Line("using global::System.Globalization;");
            writer.Line("using global::MechanismDsl;");
            writer.Line("using global::MechanismDsl.Kernels;");
            writer.Line();
            writer.Doc("summary", $"The rule of {plan.Type.Name}, on reports that have been checked.");
            writer.Line(Stamp.Attribute("GeneratedCode"));
            writer.Block($"file static class {_core.RuleClass}", WriteMembers);
        });
    }

    private void WriteMembers()
    {
        var agents = new RuleWriter(_core, writer);
        agents.WriteLimits();
        WriteDecide();
        if (plan.Price is ServicePrice.Threshold or ServicePrice.GeneralizedSecondPrice && !plan.HasSlotReserves)
        {
            WritePrice();
        }

        agents.WriteByAgent();
        switch (_core.Rule)
        {
            case RulePlan.BestReport { Blocks.Count: > 0 } report:
                writer.Line();
                new CurveWriter(_core, writer).WriteBlocks(report.Blocks);
                break;
            case RulePlan.BestScore score:
                writer.Line();
                new CurveWriter(_core, writer).WriteScores(score.Curves);
                break;
        }

        agents.WriteCheck();
    }

    private void WriteDecide()
    {
        var ranked = $"RankedScore<{Score}>";
        var (reports, places) = (_market.Reports, ServiceText.Places(plan.Feasible));
        writer.Doc("summary", "Who is served and what each pays; the reports have been checked.");
        writer.Block($"public static void Decide(ReadOnlySpan<{_type}> {reports}, Span<{plan.Award}<{_type}>> {plan.Awards}{_rule.ReserveParameter})", () =>
        {
            writer.Line($"{plan.Awards}.Clear();");
            writer.Line();
            writer.Line($"// The {_market.Best} {(HasScores ? _market.Score + "s" : reports)} are served, {(_core.Ties.Ranks.Count == 0 ? "the first of equals" : "of equals the one with the highest priority")}.");
            writer.Line($"using var places = new RunMemory<{ranked}>({ServiceText.Stack(ranked, string.Empty)}, Math.Min({places}, {reports}.Length) + 1);");
            writer.Line($"var ranking = new ScoreRanking<{Score}>(places.Span);");
            writer.Block($"for (var agent = 0; agent < {reports}.Length; agent++)", () =>
                writer.Block($"if ({_rule.Competes("agent")})", () =>
                    writer.Line($"ranking.Compete(agent, {(_core.Ties.Ranks.Count == 0 ? "agent" : "Rank(agent)")}, {Sign}{_rule.Standing("agent")});")));
            writer.Line();
            if (plan.Feasible is FeasiblePlan.Slots slots)
            {
                WriteSlots(slots);
            }
            else
            {
                WriteItems(places);
            }
        });
    }

    private void WriteItems(string places)
    {
        writer.Line(plan.Price switch
        {
            ServicePrice.PayAsBid => $"// Each {_market.Pays} its own {_market.Report}.",
            ServicePrice.Uniform => $"// All {(_market.IsProcurement ? "receive" : "pay")} the {_market.Worst} {_market.Report} that is served.",
            _ => $"// Each {_market.Pays} the {_market.Worst} {_market.Report} with which it would still have been served.",
        });
        var price = plan.Price switch
        {
            ServicePrice.PayAsBid => $"{_market.Reports}[agent]",
            ServicePrice.Uniform => $"{_market.Reports}[ranking[ranking.Served - 1].Agent]",
            _ => PriceCall($"ranking.Against(place, {places})"),
        };
        writer.Block("for (var place = 0; place < ranking.Served; place++)", () =>
        {
            writer.Line("var agent = ranking[place].Agent;");
            writer.Line($"{plan.Awards}[agent] = new(1, {price});");
        });
    }

    private void WriteSlots(FeasiblePlan.Slots slots)
    {
        var clicks = slots.Clicks;
        var amounts = plan.Price == ServicePrice.Threshold ? clicks.Select((own, slot) => own - (slot + 1 < clicks.Count ? clicks[slot + 1] : 0)).ToEquatableArray() : clicks;
        if (plan.HasSlotReserves)
        {
            WriteReserved(slots, amounts);
            return;
        }

        var name = plan.Price == ServicePrice.Threshold ? "steps" : "clicks";
        writer.Line(plan.Price switch
        {
            ServicePrice.PayAsBid => $"// Each pays its own {_market.Report} for every click of its slot.",
            ServicePrice.GeneralizedSecondPrice => $"// Each pays for every click of its slot the {_market.Worst} {_market.Report} that keeps the slot.",
            _ => $"// The clicks that a slot has more than the next one cost the {_market.Worst} {_market.Report} that still gets them.",
        });
        writer.Line($"ReadOnlySpan<{_type}> {name} = [{string.Join(", ", amounts.Select(amount => _core.Currency.Operand(amount)))}];");
        writer.Block("for (var place = 0; place < ranking.Served; place++)", () =>
        {
            writer.Line("var agent = ranking[place].Agent;");
            switch (plan.Price)
            {
                case ServicePrice.PayAsBid:
                    writer.Line($"{plan.Awards}[agent] = new(place, clicks[place] * {_market.Reports}[agent]);");
                    return;
                case ServicePrice.GeneralizedSecondPrice:
                    writer.Line($"{plan.Awards}[agent] = new(place, clicks[place] * {PriceCall("ranking.Against(place, place + 1) with { MustExceed = false }")});");
                    return;
            }

            writer.Line($"{_type} payment = 0;");
            writer.Block("for (var slot = place; slot < steps.Length; slot++)", () =>
                writer.Line($"payment += steps[slot] * {PriceCall("ranking.Against(place, slot + 1)")};"));
            writer.Line();
            writer.Line($"{plan.Awards}[agent] = new(place, payment);");
        });
    }

    /// <summary>A slot that its reserve keeps empty moves all behind it, which a kernel knows.</summary>
    private void WriteReserved(FeasiblePlan.Slots slots, EquatableArray<double> steps)
    {
        string Row(IEnumerable<double> numbers) => string.Join(", ", numbers.Select(number => _core.Currency.Operand(number)));
        writer.Line("// A slot goes to the best bid that is left if that meets its reserve, and stays empty otherwise; the clicks that it has more than the next one cost the lowest bid that still gets them.");
        writer.Line($"ReadOnlySpan<{_type}> reserves = [{Row(slots.Reserves)}];");
        writer.Line($"ReadOnlySpan<{_type}> steps = [{Row(steps)}];");
        writer.Line($"ReservedSlots.Fill(ranking, reserves, steps, {(_core.Currency.IsGrid ? _core.Currency.Step : "0")}, {plan.Awards});");
    }

    private string PriceCall(string standing) => $"Price(agent, {_market.Reports}[agent], {standing}{_rule.ReserveArgument})";

    /// <summary>Writes the inverse: from a critical score to the report that reaches or exceeds it.</summary>
    private void WritePrice()
    {
        var report = _market.Report;
        var critical = $"{Sign}standing.Critical";
        var (meeting, beating) = _core.Rule switch
        {
            RulePlan.BestScore => ($"Matching(agent, {critical})", $"Beating(agent, {critical})"),
            RulePlan.BestReport { Blocks.Count: > 0 } => (critical, $"Beating({critical})"),
            _ when _core.Currency.IsGrid => (critical, $"{critical} {(_market.IsProcurement ? "-" : "+")} {_core.Currency.Step}"),
            _ => (critical, critical),
        };
        var rival = meeting == beating ? meeting : $"standing.MustExceed ? {beating} : {meeting}";
        writer.Line();
        writer.Doc("summary", $"The {_market.Worst} {report} with which an agent still stands as it does: its limit, or where its score reaches the critical one.");
        writer.Block($"private static {_type} Price(int agent, {_type} {report}, Standing<{Score}> standing{_rule.ReserveParameter})", () =>
        {
            writer.Line($"var limit = {_rule.ServedOf("agent")};");
            writer.Block("if (!standing.IsContested)", () => writer.Line("return limit;"));
            writer.Line();
            var price = $"{_market.Stricter}(limit, {rival})";
            if (HasScores && !_core.Currency.IsGrid)
            {
                writer.Line($"// Rounding in the inverse must not turn a {report} that is served against it.");
                price = $"{_market.Milder}({price}, {report})";
            }

            writer.Line($"return {price};");
        });
    }
}
