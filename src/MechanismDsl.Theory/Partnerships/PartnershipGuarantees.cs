using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Partnerships;

/// <summary>What the dissolution of a partnership guarantees by theorem.</summary>
internal static class PartnershipGuarantees
{
    private const string Model = "quasi-linear private values, independent types, the priors are common knowledge, no budgets";

    /// <summary>The guarantees of the problem, the stronger ones before what they imply.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="sign">The sign of the surplus; null where it is not known.</param>
    /// <param name="partners">The partners.</param>
    public static EquatableArray<Evidence> Of(Problem problem, int? sign, EquatableArray<Partner> partners)
    {
        List<Evidence> evidence = [];
        if (!problem.Money.IsGrid)
        {
            evidence.Add(new(Guarantee.BayesianIncentiveCompatible, "d'Aspremont and Gérard-Varet (1979): each partner pays the expected externality of its report", Model + "; to the accuracy of the payments, which are doubles"));
            if (sign >= 0)
            {
                evidence.Add(new(Guarantee.InterimIndividuallyRational, "Cramton, Gibbons and Klemperer (1987), theorem 1: the surplus is not negative, and all share it at their worst-off values", Model + "; the outside option is the own share of one's value"));
                evidence.Add(new(Guarantee.ExAnteIndividuallyRational, "what every type agrees to is agreed to before types are known", Model) { ImpliedBy = Guarantee.InterimIndividuallyRational });
            }
            else if (partners.All(partner => partner.Gain.Sign > 0))
            {
                evidence.Add(new(Guarantee.ExAnteIndividuallyRational, $"every partner expects to gain, the least {partners.OrderBy(partner => partner.Gain.Value).First().Gain.Text}", Model));
            }
        }

        evidence.Add(new(Guarantee.ExPostBudgetBalanced, "what one partner pays the others receive, and side payments sum to zero", "at every profile"));
        evidence.Add(new(Guarantee.ExAnteBudgetBalanced, "what balances at every profile balances in expectation", "at every profile") { ImpliedBy = Guarantee.ExPostBudgetBalanced });
        evidence.Add(new(Guarantee.NoDeficit, "payments sum to zero", "at every profile") { ImpliedBy = Guarantee.ExPostBudgetBalanced });
        evidence.Add(new(Guarantee.AllocativelyEfficient, "the partner with the highest value gets everything", "at every profile of truthful reports"));
        return evidence.ToEquatableArray();
    }
}
