using MechanismDsl.Generators.Planning;
using MechanismDsl.Theory.Crowdfunding;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Generators.Writing.Crowdfunding;

/// <summary>Writes the file of a campaign.</summary>
internal sealed class CampaignTypeWriter
{
    private readonly CampaignPlan _plan;
    private readonly SourceWriter _writer;
    private readonly string _money;
    private readonly string _reports;
    private readonly string _award;
    private readonly string _outcome;

    private CampaignTypeWriter(CampaignPlan plan, SourceWriter writer)
    {
        (_plan, _writer, _money) = (plan, writer, plan.Currency.Type);
        _reports = $"global::System.ReadOnlySpan<{_money}> reports";
        _award = $"global::MechanismDsl.Award<{_money}>";
        _outcome = $"global::MechanismDsl.Awards<{_money}>";
    }

    /// <summary>The text of the file.</summary>
    public static string Write(CampaignPlan plan) =>
        new MechanismFrame(plan, $"IMechanism<{plan.Currency.Type}, global::MechanismDsl.Awards<{plan.Currency.Type}>>", "crowdfunding", plan.Explanation[0].Text, plan.Explanation).Write(
            members => new CampaignTypeWriter(plan, members).WriteMembers(),
            constants: constants => WriteConstants(plan, constants));

    private static void WriteConstants(CampaignPlan plan, SourceWriter writer)
    {
        Constant("What the product costs.", plan.Currency.Type, "Target", plan.Currency.Literal(plan.Target));
        if (plan.Rule is CampaignRule.AtPrice(var price, var pledges))
        {
            Constant("The price of the product.", plan.Currency.Type, "Price", plan.Currency.Literal(price));
            Constant("The number of pledges that meet the target.", "int", "PledgesNeeded", pledges.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        foreach (var number in plan.Numbers)
        {
            Constant(number.Summary, "double", number.Name, NumberText.Exact(number.Value));
        }

        void Constant(string summary, string type, string name, string value)
        {
            writer.Doc("summary", summary);
            writer.Line(Stamp.Attribute());
            writer.Line($"public const {type} {name} = {value};");
            writer.Line();
        }
    }

    private void WriteMembers()
    {
        WriteHead("Runs the campaign once.", "Who gets the product, and what each pays: nobody, and nothing, if the target is missed.");
        _writer.Block($"public static {_outcome} Run({_reports})", () =>
        {
            _writer.Line($"var awards = new {_award}[reports.Length];");
            _writer.Line("_ = Run(reports, awards);");
            _writer.Line("return new(awards);");
        });
        WriteHead("Runs the campaign once, without allocating.", "Whether the product is made.", ("awards", "Receives who gets the product, and what each pays; as long as the reports."));
        if (_plan.Names.Count > 0)
        {
            _writer.Block($"public static bool Run({_reports}, global::System.Span<{_award}> awards)", () =>
            {
                _writer.Line($"global::MechanismDsl.Kernels.BatchShape.CheckCount(reports.Length, {_plan.Names.Count}, {_plan.Names.Count}, nameof(reports));");
                _writer.Line($"return {Call()};");
            });
        }
        else
        {
            _writer.Line($"public static bool Run({_reports}, global::System.Span<{_award}> awards) =>");
            _writer.Indented(() => _writer.Line(Call() + ";"));
        }

        WriteHead("Runs many campaigns, one after the other.", null, ("agents", "Number of reports in a row."), ("outcomes", "Receives one outcome a campaign; they share one block of memory."));
        _writer.Block($"public static void RunBatch({_reports}, int agents, global::System.Span<{_outcome}> outcomes)", () =>
        {
            _writer.Line("global::MechanismDsl.Kernels.BatchShape.CheckRows(reports.Length, agents, outcomes.Length);");
            _writer.Line($"var awards = new {_award}[reports.Length];");
            _writer.Block("for (var campaign = 0; campaign < outcomes.Length; campaign++)", () =>
            {
                _writer.Line("_ = Run(reports.Slice(campaign * agents, agents), global::System.MemoryExtensions.AsSpan(awards, campaign * agents, agents));");
                _writer.Line($"outcomes[campaign] = new(new global::System.ReadOnlyMemory<{_award}>(awards, campaign * agents, agents));");
            });
        });
        if (_plan.Names.Count > 0)
        {
            WriteNamed();
        }

        new ExplainWriter(_writer).WriteCampaign(_plan);
    }

    private void WriteNamed()
    {
        var parameters = _plan.Names.Select(Identifier.Parameter).ToList();
        _writer.Line();
        _writer.Doc("summary", "Runs the campaign once, backers by name.");
        foreach (var name in _plan.Names)
        {
            _writer.ParameterDoc(Identifier.Local(name), $"What the product is worth to {name}.");
        }

        _writer.Line("/// <returns>Who gets the product, and what each pays, in the order of the declaration.</returns>");
        _writer.Line("/// <exception cref=\"global::System.ArgumentOutOfRangeException\">A report outside the domain; the message names the agent, the value and the domain.</exception>");
        _writer.Line(Stamp.Attribute());
        _writer.Line($"public static {_outcome} Run({string.Join(", ", parameters.Select(name => $"{_money} {name}"))}) => Run([{string.Join(", ", parameters)}]);");
    }

    private string Call()
    {
        var unit = _plan.Currency.IsGrid ? _plan.Currency.Step : "0";
        return _plan.Rule switch
        {
            CampaignRule.AtPrice => $"global::MechanismDsl.Kernels.FundingCampaign.AtPrice<{_money}>(reports, Price, PledgesNeeded, {unit}, awards)",
            CampaignRule.Pledged => $"global::MechanismDsl.Kernels.FundingCampaign.Pledged<{_money}>(reports, Target, {unit}, awards)",
            CampaignRule.Shared => $"global::MechanismDsl.Kernels.FundingCampaign.Shared<{_money}>(reports, Target, {unit}, awards)",
            CampaignRule.Efficient => $"global::MechanismDsl.Kernels.FundingCampaign.Efficient<{_money}>(reports, Target, {unit}, awards)",
            CampaignRule.Optimal(var scores) => $"global::MechanismDsl.Kernels.FundingCampaign.Optimal(reports, [{string.Join(", ", scores.Select(Score))}], Target, awards)",
            _ => throw new NotSupportedException($"No text is known for {_plan.Rule.GetType().Name}."),
        };
    }

    private static string Score(BackerScore score) => $"new({NumberText.Exact(score.Slope)}, {NumberText.Exact(score.Intercept)}, {NumberText.Exact(score.Lowest)})";

    private void WriteHead(string summary, string? returns, params (string Name, string Words)[] parameters)
    {
        _writer.Line();
        _writer.Doc("summary", summary);
        Remarks.WriteShort(_writer, _plan.Type, _plan.Explanation[0].Text);
        _writer.ParameterDoc("reports", _plan.Rule is CampaignRule.Pledged ? "What every backer pledges." : "What the product is worth to every backer.");
        foreach (var (name, words) in parameters)
        {
            _writer.ParameterDoc(name, words);
        }

        if (returns is not null)
        {
            _writer.Line($"/// <returns>{returns}</returns>");
        }

        _writer.Line("/// <exception cref=\"global::System.ArgumentOutOfRangeException\">A report outside the domain; the message names the agent, the value and the domain.</exception>");
        _writer.Line("/// <exception cref=\"global::System.ArgumentException\">The lengths do not fit.</exception>");
        _writer.Line(Stamp.Attribute());
    }
}
