using MechanismDsl.Generators.Planning;
using MechanismDsl.Language;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Writing.Own;

/// <summary>Writes <c>Explain</c> of a mechanism with rules of the user's own. What is said of all better reports needs derived payments, because only these rest on a proof that the rule is monotone.</summary>
internal sealed class OwnExplainWriter(OwnPlan plan, OwnText text, SourceWriter writer)
{
    private readonly string _money = plan.Money.Type;

    /// <summary>Writes both methods.</summary>
    public void Write()
    {
        var own = plan.Report.Own;
        if (!own.IsSettable)
        {
            // Nothing can be tried: no copy of a report can be made with another number.
            return;
        }

        var isDirect = plan.Report.Shape == ReportShape.Number && own.Type == _money;
        var reports = isDirect ? text.Reports : $"global::System.Array.ConvertAll(all, static report => ({_money}){text.Amount("report")})";
        var put = isDirect ? "own" : $"{ExplainWriter.Package}Amounts.Put(all, own, static (report, amount) => {text.With("report", "amount")})";
        var modifier = isDirect ? "static " : string.Empty;
        var isQuantity = plan.Decision.Form is AllocationForm.Units or AllocationForm.Probability;
        var run = plan is { HasWinner: true, Payment: not null } ? $"{modifier}(own, payments) => Run({put}, payments)" : $"{modifier}own => Run({put})";
        var form = isQuantity ? $"{(plan.Decision.Form == AllocationForm.Units ? "true" : "false")}, " : string.Empty;
        new ExplainWriter(writer).Write(
            [(text.Span, text.Reports, $"One {text.One} a {plan.Market.Agent}.")],
            plan.Market.Agent,
            asked => $"{ExplainWriter.Package}{(isQuantity ? "Quantity" : "Service")}Explanation.Of<{_money}>({reports}, {asked}, {Who(own)}, {form}{run})",
            isDirect ? null : $"var all = {text.Reports}.ToArray();");
    }

    private string Who(FieldPlan own)
    {
        var (low, high) = plan.Money.Kind == MoneyKind.Double ? (own.Low, own.High) : (plan.Money.RoundUp(own.Low), plan.Money.RoundDown(own.High));
        var who = ExplainWriter.Participants(plan.Money, plan.Agents, plan.Market.IsProcurement ? "0" : "int.MaxValue", low, high);
        List<string> more = [];
        if (plan.Report.HasTypes)
        {
            more.Add($"Types = [{string.Join(", ", plan.Report.Types.Select(types => $"[{string.Join(", ", types.Select(type => NumberOf(own, type)))}]"))}]");
        }

        if (plan.Payment is not null)
        {
            more.Add("IsMonotone = false");
        }

        return more.Count == 0 ? who : $"{who} {{ {string.Join(", ", more)} }}";
    }

    private string NumberOf(FieldPlan own, double type) => plan.Money.Kind == MoneyKind.Double ? NumberText.Exact(type) : OwnText.Literal(own, type, isLow: true);
}
