using MechanismDsl.Generators.Planning;

namespace MechanismDsl.Generators.Writing;

/// <summary>The form for alike agents whose best report wins: one call of the library's vectorised selection, which also checks the reports.</summary>
internal static class KernelForm
{
    /// <summary>Whether the library's selection decides, or (with ironed blocks) decides wherever no block is touched.</summary>
    public static bool Fits(MechanismPlan plan) =>
        !plan.IsNamed
        && !plan.Currency.IsGrid
        && plan.Domain.IsDefault
        && !plan.Ties.AreShared
        && !plan.LosersPay
        && plan.Rule is RulePlan.BestReport
        && plan.Price is PricePlan.Threshold;

    /// <summary>The kernel's class.</summary>
    public static string Class(MechanismPlan plan) => "global::MechanismDsl.Kernels." + (plan.Market.IsProcurement ? "LowestCost" : "SecondPrice");
}
