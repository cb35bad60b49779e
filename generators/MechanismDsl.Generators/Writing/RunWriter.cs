using MechanismDsl.Generators.Planning;

namespace MechanismDsl.Generators.Writing;

/// <summary>Writes the ways to run a mechanism with one winner: by span, by name, with everybody's payments, in batches.</summary>
internal sealed class RunWriter(MechanismPlan plan, SourceWriter writer)
{
    private readonly Market _market = plan.Market;
    private readonly RuleText _rule = new(plan);
    private readonly string _type = plan.Currency.Type;
    private readonly string _sale = TypeWriter.Outcome(plan);

    private string Reports => $"global::System.ReadOnlySpan<{_type}> {_market.Reports}";

    private string Rule => "global::MechanismDsl.Generated." + plan.RuleClass;

    /// <summary>Writes all of them.</summary>
    public void Write()
    {
        WriteRun();
        if (plan.LosersPay)
        {
            WriteRunWithPayments();
        }

        WriteRunBatch();
        if (plan.IsNamed)
        {
            var named = new NamedRunWriter(plan, writer);
            named.WriteRunColumns();
            named.WriteRun();
            named.WriteResult();
        }
        else
        {
            WriteRunColumns();
        }
    }

    private void WriteRun()
    {
        writer.Line();
        writer.Doc("summary", "Runs one auction.");
        Remarks.WriteShort(writer, plan.Type, plan.Summary);

        RunDocs.WriteReports(plan, writer);
        writer.Line($"/// <returns>Who is served and at which price; nobody if there are no {_market.Reports}.</returns>");
        RunDocs.WriteExceptions(plan, writer);
        writer.Line(Stamp.Attribute());
        var header = $"public static {_sale} Run({Reports}{_rule.ReserveParameter})";
        if (ScoresForm.Fits(plan))
        {
            writer.Line($"{header} =>");
            writer.Indented(() => writer.Line($"{Rule}.{ScoresForm.Call(plan, _market.Reports)};"));
            return;
        }

        if (IsKernelEnough && plan.MostAgents is null)
        {
            writer.Line($"{header} =>");
            writer.Indented(() => writer.Line(KernelCall() + ";"));
            return;
        }

        writer.Block(header, () =>
        {
            WriteCount();
            if (KernelForm.Fits(plan))
            {
                WriteKernelCall();
                return;
            }

            WriteChecks();
            writer.Line($"return {DecideOnSpan()};");
        });
    }

    /// <summary>In a batch of rows or columns the number of agents is checked once.</summary>
    private void WriteMost()
    {
        if (!plan.IsNamed && plan.MostAgents is { } most)
        {
            writer.Line($"global::MechanismDsl.Kernels.BatchShape.CheckAtMost(agents, {most}, nameof({_market.Reports}));");
        }
    }

    private void WriteKernelCall()
    {
        var call = KernelCall();
        if (IsKernelEnough)
        {
            writer.Line($"return {call};");
            return;
        }

        writer.Line($"// Wherever no ironed block is touched, the {_market.Best} {_market.Report} wins at the second-{(_market.IsProcurement ? "lowest" : "highest")}.");
        writer.Line($"var sale = {call};");
        writer.Line($"return sale.IsSold && ({Rule}.IsPooled({_market.Reports}[sale.Winner]) || {Rule}.IsPooled(sale.Price))");
        writer.Indented(() =>
        {
            writer.Line($"? {Rule}.Decide({_market.Reports}{_rule.ReserveArgument})");
            writer.Line(": sale;");
        });
    }

    /// <summary>Whether the kernel does all the work, in every layout.</summary>
    private bool IsKernelEnough => KernelForm.Fits(plan) && plan.Rule is RulePlan.BestReport { Blocks.Count: 0 };

    /// <summary>The limit for a kernel: called from the user's type, where <c>Math</c> may mean something else.</summary>
    private string KernelLimit => _rule.Served(0).Replace("Math.", "global::System.Math.");

    private string KernelCall() => $"{KernelForm.Class(plan)}.Run({_market.Reports}, {KernelLimit})";

    private void WriteCount()
    {
        if (plan.IsNamed)
        {
            writer.Line($"global::MechanismDsl.Kernels.BatchShape.CheckAgents({_market.Reports}.Length, {plan.Agents.Count}, nameof({_market.Reports}));");
        }
        else if (plan.MostAgents is { } most)
        {
            writer.Line($"global::MechanismDsl.Kernels.BatchShape.CheckAtMost({_market.Reports}.Length, {most}, nameof({_market.Reports}));");
        }
    }

    private void WriteChecks()
    {
        RunDocs.WriteReserveCheck(plan, writer);
        if (plan.IsNamed)
        {
            for (var agent = 0; agent < plan.Agents.Count; agent++)
            {
                writer.Line(Door.Check(plan, $"{_market.Reports}[{agent}]", Text.Literal(plan.Agents[agent])));
            }
        }
        else
        {
            writer.Block($"for (var agent = 0; agent < {_market.Reports}.Length; agent++)", () => writer.Line(Door.Check(plan, $"{_market.Reports}[agent]", "agent")));
        }

        writer.Line();
    }

    private string DecideOnSpan() => UnrolledWriter.Fits(plan)
        ? $"{Rule}.Decide({string.Join(", ", plan.Agents.Select((_, agent) => $"{_market.Reports}[{agent}]"))}{_rule.ReserveArgument})"
        : $"{Rule}.Decide({_market.Reports}{_rule.ReserveArgument})";

    private void WriteRunWithPayments()
    {
        writer.Line();
        writer.Doc("summary", "Runs one auction and tells what everybody pays, without allocation.");
        RunDocs.WriteReports(plan, writer);
        writer.ParameterDoc("payments", _market.IsProcurement
            ? "Receives what each supplier pays: its fee, less the price it receives."
            : "Receives what each bidder pays in all.");
        writer.Line($"/// <returns>Who is served and at which price; fees come on top.</returns>");
        RunDocs.WriteExceptions(plan, writer);
        writer.Line(Stamp.Attribute());
        writer.Block($"public static {_sale} Run({Reports}, global::System.Span<{_type}> payments{_rule.ReserveParameter})", () =>
        {
            writer.Line($"global::MechanismDsl.Kernels.BatchShape.CheckAgents(payments.Length, {_market.Reports}.Length, nameof(payments));");
            writer.Line($"var sale = Run({_market.Reports}{_rule.ReserveArgument});");
            writer.Block($"for (var agent = 0; agent < {_market.Reports}.Length; agent++)", () =>
            {
                var own = plan.Price is PricePlan.AllPay
                    ? $"{Rule}.Claim({_market.Reports}[agent], agent{_rule.ReserveArgument})"
                    : $"(agent == sale.Winner ? {(_market.IsProcurement ? "-" : string.Empty)}sale.Price : 0)";
                writer.Line($"payments[agent] = {own}{(plan.EntryFee == 0 ? string.Empty : " + EntryFee")};");
            });
            writer.Line();
            writer.Line("return sale;");
        });
    }

    private void WriteRunBatch()
    {
        writer.Line();
        RunDocs.WriteBatch(plan, writer);
        writer.Line(Stamp.Attribute());
        writer.Block($"public static void RunBatch({Reports}, int agents, global::System.Span<{_sale}> outcomes{_rule.ReserveParameter})", () =>
        {
            WriteMost();
            if (IsKernelEnough)
            {
                writer.Line($"{KernelForm.Class(plan)}.RunBatch({_market.Reports}, agents, {KernelLimit}, outcomes);");
                return;
            }

            writer.Line($"global::MechanismDsl.Kernels.BatchShape.CheckRows({_market.Reports}.Length, agents, outcomes.Length);");
            writer.Block("for (var auction = 0; auction < outcomes.Length; auction++)", () =>
                writer.Line($"outcomes[auction] = Run({_market.Reports}.Slice(auction * agents, agents){_rule.ReserveArgument});"));
        });
    }

    private void WriteRunColumns()
    {
        writer.Line();
        writer.Doc("summary", "Runs many auctions whose reports are stored agent by agent (structure of arrays).");
        writer.ParameterDoc(_market.Reports, $"The {_market.Reports} of the first {_market.Agent} in all auctions, then those of the second, and so on.");
        writer.ParameterDoc("winners", "Receives who is served in each auction; -1: nobody.");
        writer.ParameterDoc("prices", "Receives the prices.");
        RunDocs.WriteReserve(plan, writer);
        RunDocs.WriteExceptions(plan, writer);
        writer.Line(Stamp.Attribute());
        writer.Block($"public static void RunColumns({Reports}, global::System.Span<int> winners, global::System.Span<{_type}> prices{_rule.ReserveParameter})", () =>
        {
            if (!IsKernelEnough || plan.MostAgents is not null)
            {
                writer.Line($"var agents = {_market.Reports}.Length / global::System.Math.Max(winners.Length, 1);");
                WriteMost();
            }

            if (IsKernelEnough)
            {
                writer.Line($"{KernelForm.Class(plan)}.RunColumns({_market.Reports}, {KernelLimit}, winners, prices);");
                return;
            }

            writer.Line($"global::MechanismDsl.Kernels.BatchShape.CheckRows({_market.Reports}.Length, agents, winners.Length);");
            writer.Line("global::MechanismDsl.Kernels.BatchShape.CheckColumn(prices.Length, winners.Length, nameof(prices));");
            writer.Line($"global::System.Span<{_type}> row = agents <= 64 ? stackalloc {_type}[agents] : new {_type}[agents];");
            writer.Block("for (var auction = 0; auction < winners.Length; auction++)", () =>
            {
                writer.Block("for (var agent = 0; agent < agents; agent++)", () =>
                    writer.Line($"row[agent] = {_market.Reports}[(agent * winners.Length) + auction];"));
                writer.Line();
                writer.Line($"(winners[auction], prices[auction]) = Run(row{_rule.ReserveArgument});");
            });
        });
    }
}
