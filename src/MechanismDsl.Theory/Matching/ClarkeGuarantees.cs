using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Matching;

/// <summary>What the efficient allocation of items with Clarke payments guarantees where nobody owns anything, values are at least 0, and an agent can be left out.</summary>
internal static class ClarkeGuarantees
{
    /// <summary>The guarantees, the stronger ones before what they imply.</summary>
    /// <param name="model">The hypotheses about agents, in words.</param>
    /// <param name="payments">Why a payment is what it is, with author and year.</param>
    /// <param name="money">The numbers of payments.</param>
    /// <param name="where">At which profiles the mechanism decides, as a clause; empty: at all.</param>
    public static EquatableArray<Evidence> Of(string model, string payments, Money money, string where = "")
    {
        var exactness = (money.IsGrid ? "; exact on the grid of reports" : "; up to the rounding of sums of doubles") + where;
        var scope = model + exactness;
        return
        [
            new(Guarantee.DominantStrategyIncentiveCompatible, payments, scope),
            new(Guarantee.BayesianIncentiveCompatible, "a dominant strategy is a best reply under every belief", scope) { ImpliedBy = Guarantee.DominantStrategyIncentiveCompatible },
            new(Guarantee.ExPostIndividuallyRational, "an agent keeps what its presence adds to the sum of values, which is never negative", scope),
            new(Guarantee.InterimIndividuallyRational, "what holds at every profile holds in expectation", scope) { ImpliedBy = Guarantee.ExPostIndividuallyRational },
            new(Guarantee.ExAnteIndividuallyRational, "what holds at every profile holds in expectation", scope) { ImpliedBy = Guarantee.ExPostIndividuallyRational },
            new(Guarantee.NoSubsidy, "an agent takes from the others, who could do without it what they do with it", "reports are at least 0"),
            new(Guarantee.NoDeficit, "no payment is negative, and handing out costs nothing", "reports are at least 0"),
            new(Guarantee.AllocativelyEfficient, "no other allocation has a greater sum of values", "at every profile of truthful reports" + exactness),
        ];
    }
}
