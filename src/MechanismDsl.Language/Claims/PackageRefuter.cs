using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Packages;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Claims;

/// <summary>The one thing that an efficient package auction cannot promise is balance: contested goods are paid for, and nobody receives the money.</summary>
internal static class PackageRefuter
{
    /// <summary>The counterexample in words; null if none was found.</summary>
    public static string? Refute(Guarantee guarantee)
    {
        if (guarantee is not (Guarantee.ExPostBudgetBalanced or Guarantee.ExAnteBudgetBalanced))
        {
            return null;
        }

        var paid = PackageInterpreter.Run([new(0, 1, 10), new(1, 1, 6)], bidders: 2).Payments.Sum();
        var belief = guarantee == Guarantee.ExAnteBudgetBalanced ? " under a belief that expects these bids" : string.Empty;
        return paid == 0 ? null : $"at the bids 10 and 6 of two bidders for good 0 the payments sum to {NumberText.Words((double)paid, 10)}, not equal to the cost 0{belief}";
    }
}
