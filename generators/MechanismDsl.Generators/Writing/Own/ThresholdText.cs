using MechanismDsl.Generators.Planning;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Writing.Own;

/// <summary>The call of the kernel that finds an agent's threshold or, for units and chances, adds up its thresholds.</summary>
internal sealed class ThresholdText(OwnPlan plan, OwnText text)
{
    /// <summary>Writes the return of the payment of an agent that gets something.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="rule">The expression of the rule as the agent sees it.</param>
    /// <param name="amount">The expression of its report.</param>
    public void WriteReturn(SourceWriter writer, string rule, string amount)
    {
        if (plan.Report.HasTypes)
        {
            var listed = $"return {Listed(rule, amount)};";
            if (plan.Report.Types.All(types => types.Count > 0))
            {
                writer.Line(listed);
                return;
            }

            writer.Block("if (!Types(agent).IsEmpty)", () => writer.Line(listed));
            writer.Line();
        }

        writer.Line($"return {Searched(rule, amount)};");
    }

    private string Searched(string rule, string amount)
    {
        var ends = plan.Market.IsProcurement ? $"{amount}, {text.WorstAmount}" : $"{text.WorstAmount}, {amount}";
        var found = $"{Kernel(string.Empty)}({rule}, {ends}{text.UnitArgument})";
        return IsCritical && plan.Money.Kind == MoneyKind.Double ? Of(plan.Market, text, found) : found;
    }

    /// <summary>The price at a critical report among the doubles.</summary>
    public static string Of(Market market, OwnText text, string critical) =>
        $"{OwnText.Kernels}Threshold.{(market.IsProcurement ? "OfSupplier" : "OfBuyer")}({critical}, {text.WorstAmount})";

    private bool IsCritical => plan.Decision.Form is AllocationForm.Winner or AllocationForm.Served;

    private string Listed(string rule, string amount) => $"{Kernel("Types")}({rule}, Types(agent), {amount})";

    private string Kernel(string of) => OwnText.Kernels + (IsCritical
        ? $"CriticalReport.{(plan.Market.IsProcurement ? "Greatest" : "Least")}"
        : $"MyersonPayment.{(plan.Market.IsProcurement ? "ToSupplierFor" : "For")}{(of.Length > 0 ? of : IsIntegral ? "Chance" : "Units")}");

    /// <summary>Chances without a grid are integrated; everything else is a sum of steps.</summary>
    private bool IsIntegral => plan.Decision.Form == AllocationForm.Probability && plan.Money.Kind == MoneyKind.Double;
}
