using MechanismDsl.Generators.Planning;
using MechanismDsl.Language;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Writing.Own;

/// <summary>Writes the ways to run a mechanism with rules of the user's own.</summary>
/// <remarks>
/// A score is asked one agent at a time, so the reports stay where they are. A rule over all reports, and a payment of the user's own, get a copy that has
/// been checked and that the search for thresholds may change.
/// </remarks>
internal sealed class OwnRunWriter(OwnPlan plan, OwnText text, SourceWriter writer)
{
    private readonly string _reports = text.Reports;
    private readonly string _money = plan.Money.Type;
    private readonly OwnDocs _docs = new(plan, text, writer);

    private const string Engine = OwnText.Engine;

    private bool NeedsAll => plan.Decision is not DecisionPlan.Score || plan.Payment is not null;

    /// <summary>Whether what others than the winner pay is told apart from the sale.</summary>
    private bool HasPayments => plan.HasWinner && plan.Payment is not null;

    /// <summary>Writes all of them.</summary>
    public void Write()
    {
        if (plan.HasWinner)
        {
            WriteSale();
            if (HasPayments)
            {
                WriteSaleWithPayments();
            }
        }
        else
        {
            WriteAwards();
            WriteAwardsOf();
        }

        WriteBatch();
        if (plan.Report.Shape == ReportShape.Parameters)
        {
            WriteColumns();
        }

        if (plan.IsNamed)
        {
            new OwnNamedRunWriter(plan, text, writer).Write();
        }
    }

    private void WriteSale()
    {
        writer.Line();
        _docs.WriteRun("Runs the mechanism once.", $"Who is served and at which price; nobody if there are no {_reports}.");
        writer.Line(Stamp.Attribute());
        writer.Block($"public static {text.Outcome} Run({text.Span} {_reports})", () =>
        {
            if (NeedsAll)
            {
                WriteCopy($"return {text.Outcome}.Unsold;");
                writer.Line($"var winner = {Engine}.Winner({Given});");
                writer.Line(plan.Payment is { } payment
                    ? $"return winner < 0 ? {text.Outcome}.Unsold : new(winner, {Call(payment, Given, "winner")});"
                    : $"return winner < 0 ? {text.Outcome}.Unsold : new(winner, {Engine}.Price({Given}, winner));");
                return;
            }

            WriteCount();
            WriteContest();
            writer.Line($"return contest.Winner < 0 ? {text.Outcome}.Unsold : new(contest.Winner, {PriceOfWinner($"{_reports}[contest.Winner]")});");
        });
    }

    private string PriceOfWinner(string report) => $"{Engine}.Price({Engine}.Checked({report}, contest.Winner), contest.Winner, contest.Target, contest.MustExceed)";

    /// <summary>Writes the contest of all scores.</summary>
    private void WriteContest()
    {
        var score = (DecisionPlan.Score)plan.Decision;
        writer.Line($"var contest = new {OwnText.Kernels}ScoreContest<{score.Type}>();");
        writer.Block($"for (var agent = 0; agent < {_reports}.Length; agent++)", () =>
            writer.Line($"contest.Enter(agent, {(plan.Ranks.Count == 0 ? string.Empty : $"{Engine}.Rank(agent), ")}{Engine}.ScoreOf({Engine}.Checked({_reports}[agent], agent), agent));"));
        writer.Line();
    }

    private void WriteSaleWithPayments()
    {
        writer.Line();
        _docs.WriteRun("Runs the mechanism once and tells what everybody pays, without allocation of its own.", "Who is served and at which price.", "payments", $"Receives what each {plan.Market.Agent} {plan.Market.Pays}.");
        writer.Line(Stamp.Attribute());
        writer.Block($"public static {text.Outcome} Run({text.Span} {_reports}, global::System.Span<{_money}> payments)", () =>
        {
            writer.Line($"{OwnText.Kernels}BatchShape.CheckAgents(payments.Length, {_reports}.Length, nameof(payments));");
            WriteCopy($"return {text.Outcome}.Unsold;");
            writer.Block($"for (var agent = 0; agent < {_reports}.Length; agent++)", () => writer.Line($"payments[agent] = {Call(plan.Payment!, Given, "agent")};"));
            writer.Line();
            writer.Line($"var winner = {Engine}.Winner({Given});");
            writer.Line($"return winner < 0 ? {text.Outcome}.Unsold : new(winner, payments[winner]);");
        });
    }

    private void WriteAwards()
    {
        writer.Line();
        _docs.WriteRun("Runs the mechanism once into the caller's memory, without allocation of its own.", null, "awards", $"Receives what each {plan.Market.Agent} gets and {plan.Market.Pays}.");
        writer.Line(Stamp.Attribute());
        writer.Block($"public static void Run({text.Span} {_reports}, global::System.Span<{text.Award}> awards)", () =>
        {
            writer.Line($"{OwnText.Kernels}BatchShape.CheckAgents(awards.Length, {_reports}.Length, nameof(awards));");
            if (plan.Decision is DecisionPlan.Allocation allocation)
            {
                WriteCopy("return;");
                WriteAllocated(allocation);
            }
            else
            {
                WriteRanked((DecisionPlan.Score)plan.Decision);
            }
        });
    }

    private void WriteAllocated(DecisionPlan.Allocation allocation)
    {
        var quantity = AllocationEngineWriter.Quantity(allocation.Form);
        writer.Line($"using var quantities = new {OwnText.Kernels}RunMemory<{quantity}>({OwnText.StackOf(quantity)}, {_reports}.Length);");
        if (plan.Payment is null)
        {
            writer.Line($"using var others = new {OwnText.Kernels}RunMemory<{quantity}>({OwnText.StackOf(quantity)}, {_reports}.Length);");
        }

        writer.Line($"{Engine}.Allocate({Given}, quantities.Span);");
        writer.Line($"{OwnText.Kernels}RuleDomain.CheckFeasible(quantities.Span, {plan.Items});");
        writer.Block($"for (var agent = 0; agent < {_reports}.Length; agent++)", () =>
        {
            writer.Line("var quantity = quantities.Span[agent];");
            var number = allocation.Form == AllocationForm.Served ? "quantity ? 1 : 0" : "quantity";
            if (plan.Payment is { } payment)
            {
                writer.Line($"awards[agent] = new({number}, {Call(payment, Given, "agent")});");
                return;
            }

            var isServed = allocation.Form == AllocationForm.Served ? "quantity" : "quantity > 0";
            writer.Line($"awards[agent] = {isServed} ? new({(allocation.Form == AllocationForm.Served ? "1" : "quantity")}, {Engine}.Price({Given}, others.Span, agent)) : default;");
        });
    }

    private void WriteRanked(DecisionPlan.Score score)
    {
        var place = $"{OwnText.Kernels}RankedScore<{score.Type}>";
        WriteCount();
        if (plan.Sets is not null)
        {
            writer.Line($"{Engine}.Serve({_reports}, default, awards);");
            return;
        }

        if (NeedsAll)
        {
            WriteCopy("return;");
        }

        var reports = NeedsAll ? Given : _reports;
        string One(string agent) => NeedsAll ? $"{reports}[{agent}]" : $"{Engine}.Checked({reports}[{agent}], {agent})";
        writer.Line("awards.Clear();");
        writer.Line($"using var places = new {OwnText.Kernels}RunMemory<{place}>({OwnText.StackOf(place)}, global::System.Math.Min({plan.Items}, {_reports}.Length) + 1);");
        writer.Line($"var ranking = new {OwnText.Kernels}ScoreRanking<{score.Type}>(places.Span);");
        writer.Block($"for (var agent = 0; agent < {_reports}.Length; agent++)", () =>
            writer.Line($"ranking.Enter(agent, {(plan.Ranks.Count == 0 ? "agent" : $"{Engine}.Rank(agent)")}, {Engine}.ScoreOf({One("agent")}, agent));"));
        writer.Line();
        writer.Block("for (var place = 0; place < ranking.Served; place++)", () =>
        {
            writer.Line("var agent = ranking[place].Agent;");
            if (plan.Clicks.Count > 0)
            {
                text.WriteSlot(writer, $"{Engine}.Price({One("agent")}, agent, standing.Critical, standing.MustExceed)");
                return;
            }

            writer.Line(plan.Payment is null
                ? $"awards[agent] = new(1, {Engine}.Price({One("agent")}, agent, ranking.Target, ranking.MustExceed(place)));"
                : "awards[agent] = new(1, default);");
        });
        if (plan.Payment is { } payment)
        {
            writer.Line();
            writer.Block($"for (var agent = 0; agent < {_reports}.Length; agent++)", () =>
                writer.Line($"awards[agent] = awards[agent] with {{ Payment = {Call(payment, Given, "agent")} }};"));
        }
    }

    private void WriteAwardsOf()
    {
        writer.Line();
        _docs.WriteRun("Runs the mechanism once.", $"What every {plan.Market.Agent} gets and {plan.Market.Pays}.");
        writer.Line(Stamp.Attribute());
        writer.Block($"public static {text.Outcome} Run({text.Span} {_reports})", () =>
        {
            writer.Line($"var awards = new {text.Award}[{_reports}.Length];");
            writer.Line($"Run({_reports}, awards);");
            writer.Line("return new(awards);");
        });
    }

    private void WriteBatch()
    {
        writer.Line();
        _docs.WriteBatch();
        writer.Line(Stamp.Attribute());
        writer.Block($"public static void RunBatch({text.Span} {_reports}, int agents, global::System.Span<{text.Outcome}> outcomes)", () =>
        {
            writer.Line($"{OwnText.Kernels}BatchShape.CheckRows({_reports}.Length, agents, outcomes.Length);");
            if (plan.HasWinner)
            {
                writer.Block("for (var auction = 0; auction < outcomes.Length; auction++)", () =>
                    writer.Line($"outcomes[auction] = Run({_reports}.Slice(auction * agents, agents));"));
                return;
            }

            writer.Line($"var awards = new {text.Award}[{_reports}.Length];");
            writer.Block("for (var auction = 0; auction < outcomes.Length; auction++)", () =>
            {
                writer.Line("var row = global::System.MemoryExtensions.AsMemory(awards, auction * agents, agents);");
                writer.Line($"Run({_reports}.Slice(auction * agents, agents), row.Span);");
                writer.Line("outcomes[auction] = new(row);");
            });
        });
    }

    private void WriteColumns()
    {
        var columns = plan.Report.Fields.Select(field => (Name: Identifier.Escape(field.Parameter), field.Type)).ToList();
        writer.Line();
        _docs.WriteColumns();
        writer.Line(Stamp.Attribute());
        writer.Block($"public static {text.Outcome} Run({string.Join(", ", columns.Select(column => $"global::System.ReadOnlySpan<{column.Type}> {column.Name}"))})", () =>
        {
            foreach (var (name, _) in columns.Skip(1))
            {
                writer.Line($"{OwnText.Kernels}BatchShape.CheckAgents({name}.Length, {columns[0].Name}.Length, nameof({name}));");
            }

            var taken = columns.Select(column => column.Name).ToList();
            var (rows, index) = (Identifier.Free("rows", taken), Identifier.Free("index", taken));
            writer.Line($"using var {rows} = new {OwnText.Kernels}RunMemory<{text.Report}>({text.Stack}, {columns[0].Name}.Length);");
            writer.Block($"for (var {index} = 0; {index} < {rows}.Span.Length; {index}++)", () =>
                writer.Line($"{rows}.Span[{index}] = new({string.Join(", ", columns.Select(column => $"{column.Name}[{index}]"))});"));
            writer.Line();
            writer.Line($"return Run({rows}.Span);");
        });
    }

    /// <summary>A call of the user's payment.</summary>
    private string Call(OwnMethod payment, string reports, string agent) => $"{text.Self}.{Identifier.Escape(payment.Name)}({reports}, {agent})";

    private string Given => NeedsArray ? "own" : "own.Span";

    private bool NeedsArray => plan.Decision is DecisionPlan.Allocation { Method.NeedsArray: true } || plan.Payment is { NeedsArray: true };

    /// <summary>Writes the number check and a copy of the reports, each checked.</summary>
    private void WriteCopy(string ifEmpty)
    {
        writer.Block($"if ({_reports}.IsEmpty)", () => writer.Line(ifEmpty));
        writer.Line();
        WriteCount();
        writer.Line(NeedsArray
            ? $"var own = new {text.Report}[{_reports}.Length];"
            : $"using var own = new {OwnText.Kernels}RunMemory<{text.Report}>({text.Stack}, {_reports}.Length);");
        writer.Block($"for (var agent = 0; agent < {_reports}.Length; agent++)", () =>
            writer.Line($"{Given}[agent] = {Engine}.Checked({_reports}[agent], agent);"));
        writer.Line();
    }

    /// <summary>A score asks nobody else, so agents may stay away; a rule over all reports was judged for the declared numbers of agents only.</summary>
    private void WriteCount()
    {
        if (plan.IsNamed)
        {
            writer.Line($"{OwnText.Kernels}BatchShape.CheckAgents({_reports}.Length, {plan.Agents.Count}, nameof({_reports}));");
        }
        else if (NeedsAll && (plan.LeastAgents > 1 || plan.MostAgents is not null))
        {
            writer.Line($"{OwnText.Kernels}BatchShape.CheckCount({_reports}.Length, {plan.LeastAgents}, {(plan.MostAgents is { } highest ? Theory.Numbers.NumberText.Exact(highest) : "int.MaxValue")}, nameof({_reports}));");
        }
        else if (plan.MostAgents is { } most)
        {
            writer.Line($"{OwnText.Kernels}BatchShape.CheckAtMost({_reports}.Length, {most}, nameof({_reports}));");
        }
    }
}
