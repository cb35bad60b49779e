using MechanismDsl.Generators.Planning;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Generators.Writing.Service;

/// <summary>Writes the ways to run a mechanism that serves several agents: into the caller's memory, with a result, in batches, by name.</summary>
internal sealed class ServiceRunWriter(ServicePlan plan, SourceWriter writer)
{
    private readonly MechanismPlan _core = plan.Core;
    private readonly Market _market = plan.Core.Market;
    private readonly RuleText _rule = new(plan.Core);
    private readonly string _outcome = $"global::MechanismDsl.{plan.Outcome}<{plan.Core.Currency.Type}>";
    private readonly string _award = $"global::MechanismDsl.{plan.Award}<{plan.Core.Currency.Type}>";

    private string Reports => $"global::System.ReadOnlySpan<{_core.Currency.Type}> {_market.Reports}";

    private string SizesParameter => plan.HasRunTimeSizes ? ", global::System.ReadOnlySpan<int> sizes" : string.Empty;

    private string SizesArgument => plan.HasRunTimeSizes ? ", sizes" : string.Empty;

    private string Decide => $"global::MechanismDsl.Generated.{_core.RuleClass}.Decide";

    /// <summary>Writes all of them.</summary>
    public void Write()
    {
        WriteIntoMemory();
        WriteRun();
        WriteBatch();
        if (_core.IsNamed)
        {
            WriteByName();
        }
    }

    private void WriteIntoMemory()
    {
        Begin("Runs the mechanism once into the caller's memory, without allocation of its own.");
        writer.ParameterDoc(plan.Awards, $"Receives what each {_market.Agent} gets and {_market.Pays}; as long as {_market.Reports}.");
        RunDocs.WriteExceptions(_core, writer);
        writer.Line(Stamp.Attribute());
        writer.Block($"public static void Run({Reports}{SizesParameter}, global::System.Span<{_award}> {plan.Awards}{_rule.ReserveParameter})", () =>
        {
            WriteCount();
            writer.Line($"{ServiceText.Kernels}BatchShape.CheckAgents({plan.Awards}.Length, {_market.Reports}.Length, nameof({plan.Awards}));");
            if (plan.HasRunTimeSizes)
            {
                writer.Line($"{ServiceText.Kernels}KnapsackShape.CheckSizes(sizes, {_market.Reports}.Length);");
            }

            if (plan.IsKernels)
            {
                WriteKernelCall();
                return;
            }

            RunDocs.WriteReserveCheck(_core, writer);
            WriteChecks();
            writer.Line($"{Decide}({_market.Reports}{SizesArgument}, {plan.Awards}{_rule.ReserveArgument});");
        });
    }

    /// <summary>Equal priors make scores an order of the reports: the library ranks reports as they are, and checks them on the way.</summary>
    private void WriteKernelCall()
    {
        var limit = _rule.Served(0).Replace("Math.", "global::System.Math.");
        var places = ServiceText.Places(plan.Feasible);
        writer.Line($"{plan.Awards}.Clear();");
        if (plan.Feasible is FeasiblePlan.Slots slots)
        {
            writer.Line($"global::System.ReadOnlySpan<double> clicks = [{string.Join(", ", slots.Clicks.Select(clicks => NumberText.Exact(clicks)))}];");
            writer.Line($"using var agents = new {ServiceText.Kernels}RunMemory<int>({ServiceText.Stack("int", ServiceText.Kernels)}, {places});");
            writer.Line($"using var payments = new {ServiceText.Kernels}RunMemory<double>({ServiceText.Stack("double", ServiceText.Kernels)}, {places});");
            writer.Line($"var filled = {ServiceText.Kernels}PositionAuction.Run({_market.Reports}, clicks, {limit}, agents.Span, payments.Span);");
            writer.Block("for (var slot = 0; slot < filled; slot++)", () =>
                writer.Line($"{plan.Awards}[agents.Span[slot]] = new(slot, payments.Span[slot]);"));
            return;
        }

        writer.Line($"using var winners = new {ServiceText.Kernels}RunMemory<int>({ServiceText.Stack("int", ServiceText.Kernels)}, global::System.Math.Min({places}, {_market.Reports}.Length));");
        writer.Line($"var served = {ServiceText.Kernels}{(_market.IsProcurement ? "MultiUnitPurchase" : "MultiUnitSale")}.Run({_market.Reports}, {limit}, winners.Span, out var price);");
        writer.Block("for (var place = 0; place < served; place++)", () => writer.Line($"{plan.Awards}[winners.Span[place]] = new(1, price);"));
    }

    private void WriteRun()
    {
        Begin("Runs the mechanism once.");
        writer.Line($"/// <returns>What every {_market.Agent} gets and {_market.Pays}, in the order of the {_market.Reports}.</returns>");
        RunDocs.WriteExceptions(_core, writer);
        writer.Line(Stamp.Attribute());
        writer.Block($"public static {_outcome} Run({Reports}{SizesParameter}{_rule.ReserveParameter})", () =>
        {
            writer.Line($"var {plan.Awards} = new {_award}[{_market.Reports}.Length];");
            writer.Line($"Run({_market.Reports}{SizesArgument}, {plan.Awards}{_rule.ReserveArgument});");
            writer.Line($"return new({plan.Awards});");
        });
    }

    private void WriteBatch()
    {
        writer.Line();
        RunDocs.WriteBatch(_core, writer, plan.HasRunTimeSizes ? "Row by row, as the bids: how much of the capacity each bidder needs, at least 1." : null);
        writer.Line(Stamp.Attribute());
        writer.Block($"public static void RunBatch({Reports}{SizesParameter}, int agents, global::System.Span<{_outcome}> outcomes{_rule.ReserveParameter})", () =>
        {
            writer.Line($"{ServiceText.Kernels}BatchShape.CheckRows({_market.Reports}.Length, agents, outcomes.Length);");
            if (plan.HasRunTimeSizes)
            {
                writer.Line($"{ServiceText.Kernels}BatchShape.CheckAgents(sizes.Length, {_market.Reports}.Length, nameof(sizes));");
            }

            writer.Line($"var {plan.Awards} = new {_award}[{_market.Reports}.Length];");
            writer.Block("for (var auction = 0; auction < outcomes.Length; auction++)", () =>
            {
                writer.Line($"var row = global::System.MemoryExtensions.AsMemory({plan.Awards}, auction * agents, agents);");
                var sizes = plan.HasRunTimeSizes ? ", sizes.Slice(auction * agents, agents)" : string.Empty;
                writer.Line($"Run({_market.Reports}.Slice(auction * agents, agents){sizes}, row.Span{_rule.ReserveArgument});");
                writer.Line("outcomes[auction] = new(row);");
            });
        });
    }

    private void WriteByName()
    {
        var parameters = _core.Agents.Select(Identifier.Parameter).ToArray();
        var type = _core.Currency.Type;
        writer.Line();
        writer.Doc("summary", "Runs the mechanism once with reports by name.");
        WriteShort();
        RunDocs.WriteReserve(_core, writer);
        for (var agent = 0; agent < parameters.Length; agent++)
        {
            writer.ParameterDoc(parameters[agent].TrimStart('@'), $"The {_market.Report} of {_core.Agents[agent]}{(plan.MustServe(agent) ? ", which must be served" : "; null if it stays away")}.");
        }

        writer.Line($"/// <returns>What everybody gets and {_market.Pays}, in the order {string.Join(", ", _core.Agents)}.</returns>");
        RunDocs.WriteExceptions(_core, writer);
        writer.Line(Stamp.Attribute());
        var reserve = _core.HasRunTimeReserve ? $"{type} {_market.Limit}, " : string.Empty;

        // Who must be served cannot stay away; in C# what comes before a required parameter is required too.
        var required = Enumerable.Range(0, parameters.Length).Where(plan.MustServe).DefaultIfEmpty(-1).Last();
        var list = parameters.Select((name, agent) => plan.MustServe(agent) ? $"{type} {name}" : $"{type}? {name}{(agent < required ? string.Empty : " = null")}");
        writer.Block($"public static {_outcome} Run({reserve}{string.Join(", ", list)})", () =>
        {
            RunDocs.WriteReserveCheck(_core, writer);
            for (var agent = 0; agent < parameters.Length; agent++)
            {
                writer.Line(Door.Check(_core, plan.MustServe(agent) ? parameters[agent] : $"{parameters[agent]} ?? {_core.Currency.Literal(_core.Domain.Low)}", Text.Literal(_core.Agents[agent])));
                WriteLowest(agent, parameters[agent]);
            }

            writer.Line();
            var outcome = Identifier.Free(plan.Awards, _core.Agents.Select(Identifier.Local).ToList());
            writer.Line($"var {outcome} = new {_award}[{parameters.Length}];");
            writer.Line($"{Decide}([{string.Join(", ", parameters.Select((name, agent) => plan.MustServe(agent) ? name : $"{name} ?? {_market.Absent(_core.Currency)}"))}], {outcome}{_rule.ReserveArgument});");
            writer.Line($"return new({outcome});");
        });
    }

    private void Begin(string summary)
    {
        writer.Line();
        writer.Doc("summary", summary);
        WriteShort();
        RunDocs.WriteReports(_core, writer);
        if (plan.HasRunTimeSizes)
        {
            writer.ParameterDoc("sizes", "How much of the capacity each bidder needs, at least 1; one larger than the capacity is never served.");
        }
    }

    /// <summary>Who must be served pays the lowest report of its prior, so a lower one is refused.</summary>
    private void WriteLowest(int agent, string report)
    {
        if (!plan.RefusesLow(agent))
        {
            return;
        }

        var lowest = _core.Currency.Literal(_core.Rule.Limits[agent].Served);
        var name = report.TrimStart('@');
        name = name.EndsWith("]", StringComparison.Ordinal) ? _market.Reports : name;
        writer.Block($"if ({report} < {lowest})", () =>
            writer.Line($"throw new global::System.ArgumentOutOfRangeException(nameof({name}), {report}, {Text.Literal($"{_core.Agents[agent]} must be served, and the lowest bid of its prior is {NumberText.Words(_core.Rule.Limits[agent].Served, NumberText.LiteralDigits)}.")});"));
        writer.Line();
    }

    private void WriteShort()
    {
        Remarks.WriteShort(writer, plan.Type, _core.Summary);
    }

    private void WriteCount()
    {
        if (_core.IsNamed)
        {
            writer.Line($"{ServiceText.Kernels}BatchShape.CheckAgents({_market.Reports}.Length, {_core.Agents.Count}, nameof({_market.Reports}));");
        }
        else if (_core.MostAgents is { } most)
        {
            writer.Line($"{ServiceText.Kernels}BatchShape.CheckAtMost({_market.Reports}.Length, {most}, nameof({_market.Reports}));");
        }
    }

    private void WriteChecks()
    {
        if (_core.IsNamed)
        {
            for (var agent = 0; agent < _core.Agents.Count; agent++)
            {
                writer.Line(Door.Check(_core, $"{_market.Reports}[{agent}]", Text.Literal(_core.Agents[agent])));
                WriteLowest(agent, $"{_market.Reports}[{agent}]");
            }
        }
        else
        {
            writer.Block($"for (var agent = 0; agent < {_market.Reports}.Length; agent++)", () => writer.Line(Door.Check(_core, $"{_market.Reports}[agent]", "agent")));
        }

        writer.Line();
    }
}
