using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Language.Normalization;

/// <summary>What a heavy upper tail of values means: infinite optimal revenue (MECH4004), infinite mean (MECH4005), revenue that virtual values miss (MECH4006).</summary>
internal static class TailCheck
{
    public static void Run(Draft draft, IEnumerable<StatedPrior?> priors, bool isRevenueOptimal)
    {
        foreach (var stated in priors.OfType<StatedPrior>().Distinct())
        {
            var tail = RevenueTail.Of(stated.Prior);
            var name = stated.Prior.Describe();
            if (tail.InfiniteMean)
            {
                draft.Report(Rule.InfiniteMean, stated.Place, name);
            }

            // Costs have no such supremum: a buyer's outlay is bounded by its own value.
            if (!isRevenueOptimal || draft.IsProcurement)
            {
                continue;
            }

            if (tail.Unbounded)
            {
                draft.Report(Rule.UnboundedRevenue, stated.Place, name, tail.Reason);
            }
            else if (tail.Limit > 0)
            {
                draft.Report(Rule.RevenueEscapes, stated.Place, name, NumberText.Words(tail.Limit));
            }
        }
    }
}
