using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Language.Normalization;
using MechanismDsl.Theory.Correlated;
using MechanismDsl.Theory.Crowdfunding;
using MechanismDsl.Theory.Exchange;
using MechanismDsl.Theory.Matching;
using MechanismDsl.Theory.MultiParameter;
using MechanismDsl.Theory.Packages;
using MechanismDsl.Theory.Partnerships;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Provision;
using MechanismDsl.Theory.Screening;
using MechanismDsl.Theory.SingleParameter;
using MechanismDsl.Theory.SingleParameter.Service;
using MechanismDsl.Theory.Units;

namespace MechanismDsl.Language.Claims;

/// <summary>
/// Holds the promises of a declaration against the theorems of its solution: a promise without evidence is refuted by a counterexample (MECH2001) or not
/// established (MECH2002). Both are errors; only evidence lets a promise pass.
/// </summary>
public static class ClaimCheck
{
    /// <summary>The verdict on one guarantee.</summary>
    /// <param name="solution">The solved mechanism.</param>
    /// <param name="claim">What is claimed.</param>
    /// <param name="cancellation">Cancels the search for counterexamples.</param>
    public static ClaimVerdict Of(Solution solution, Guarantee claim, CancellationToken cancellation)
    {
        if (solution.Evidence.FirstOrDefault(evidence => evidence.Guarantee == claim) is { } evidence)
        {
            return new ClaimVerdict.Established(evidence);
        }

        return Counterexample(solution, claim, cancellation) is { } counterexample
            ? new ClaimVerdict.Refuted(counterexample)
            : new ClaimVerdict.Open(Missing(claim));
    }

    /// <summary>The finding about a claim; null if it is established.</summary>
    /// <param name="declaration">The declaration, for the place.</param>
    /// <param name="claim">What is claimed.</param>
    /// <param name="verdict">The verdict on it.</param>
    public static Finding? Finding(Declaration declaration, Guarantee claim, ClaimVerdict verdict) => verdict switch
    {
        ClaimVerdict.Refuted(var words) => Finding(Rule.ClaimRefuted, words, declaration, claim),
        ClaimVerdict.Open(var words) => Finding(Rule.ClaimNotEstablished, words, declaration, claim),
        _ => null,
    };

    private static Finding Finding(string id, string words, Declaration declaration, Guarantee claim) => new(
        id,
        ClaimReader.PlaceOf(declaration, claim),
        [declaration.Type.Name, claim.ToString(), words],
        [new FixProperty(FixData.Guarantee, claim.ToString())]);

    /// <summary>A profile at which the guarantee fails, in words; null if the search of the family finds none.</summary>
    private static string? Counterexample(Solution solution, Guarantee claim, CancellationToken cancellation) => solution switch
    {
        SolvedExtraction extraction => new ExtractionRefuter(extraction).Refute(claim),
        SolvedAuction auction => new Refuter(auction, cancellation).Refute(claim),
        SolvedChoice choice => new ChoiceRefuter(choice).Refute(claim),
        SolvedService service => new ServiceRefuter(service, cancellation).Refute(claim),
        SolvedUnits units => new UnitsRefuter(units).Refute(claim),
        SolvedDivisible divisible => new DivisibleRefuter(divisible).Refute(claim),
        SolvedPackages packages => new PackageRefuter(packages).Refute(claim),
        SolvedTaxation tax => new TaxationRefuter(tax, cancellation).Refute(claim),
        SolvedCampaign campaign => new CampaignRefuter(campaign, cancellation).Refute(claim),
        SolvedPartnership partnership => new PartnershipRefuter(partnership, cancellation).Refute(claim),
        SolvedAssignment assignment => new AssignmentRefuter(assignment).Refute(claim),
        SolvedProvision provision => new ProvisionRefuter(provision, cancellation).Refute(claim),
        SolvedMarket market => new MarketRefuter(market, cancellation).Refute(claim),
        SolvedExchange exchange => new ExchangeRefuter(exchange, cancellation).Refute(claim),
        _ => null,
    };

    private static string Missing(Guarantee claim) => claim switch
    {
        Guarantee.InterimIndividuallyRational or Guarantee.ExAnteIndividuallyRational =>
            "an agent can lose at some profile, and no theorem says that it gains enough at the others",
        Guarantee.ExAnteBudgetBalanced => "no theorem says that what is collected at some profiles is paid out at others",
        _ => "no theorem gives it for this declaration, and the profiles that were tried do not refute it",
    };
}
