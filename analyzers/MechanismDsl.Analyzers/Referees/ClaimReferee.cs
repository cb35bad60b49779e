using MechanismDsl.Analyzers.Infrastructure;
using MechanismDsl.Language.Claims;
using MechanismDsl.Language.Rules.Questions;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Verdicts;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Analyzers.Referees;

/// <summary>Holds the promises of a mechanism with rules of the user's own against proofs and counterexamples (MECH2001, MECH2002).</summary>
internal sealed class ClaimReferee(MechanismReading reading, Subject subject, RuleSystem system, Decisions decisions, CancellationToken cancellation)
{
    private readonly Problem _problem = reading.Meaning.Problem!;

    /// <summary>Whether one guarantee brings another along.</summary>
    public static bool Implies(Guarantee strong, Guarantee weak) => (strong, weak) switch
    {
        (Guarantee.DominantStrategyIncentiveCompatible, Guarantee.BayesianIncentiveCompatible) => true,
        (Guarantee.ExPostIndividuallyRational, Guarantee.InterimIndividuallyRational or Guarantee.ExAnteIndividuallyRational) => true,
        (Guarantee.InterimIndividuallyRational, Guarantee.ExAnteIndividuallyRational) => true,
        (Guarantee.ExPostBudgetBalanced, Guarantee.ExAnteBudgetBalanced or Guarantee.NoDeficit) => true,
        _ => false,
    };

    /// <summary>The findings about the claims of the declaration.</summary>
    public IEnumerable<Accusation> Judge()
    {
        foreach (var claim in _problem.Claims.Where(claim => !HoldsByTheorem(claim)))
        {
            var (property, isExact) = Law(claim);
            switch (property is { } law ? decisions.Of(law) : new Verdict.Undecided("nothing is known about it under a rule of the user's own", -1))
            {
                case Verdict.Refuted(var witness) when isExact:
                    yield return Accuse(claim, new ClaimVerdict.Refuted(Words.Of(decisions.Ask(property!.Value), witness, subject, cancellation)), witness)
                        .With(CheckText.Of(reading.Meaning.Rules!, decisions.Ask(property!.Value), witness));
                    break;
                case Verdict.Refuted(var witness) when decisions.IsFinal:
                    yield return Accuse(claim, new ClaimVerdict.Open($"it fails at a profile, and nothing is proved about expectations: {Words.Of(decisions.Ask(property!.Value), witness, subject, cancellation)}"), witness);
                    break;
                case Verdict.Undecided(var reason, var site) when decisions.IsFinal:
                    yield return new Accusation(ClaimCheck.Finding(reading.Declaration, claim, new ClaimVerdict.Open(reason))!, site < 0 ? [] : [site]);
                    break;
            }
        }
    }

    /// <summary>What threshold payments of a monotone rule give (Myerson 1981); whether the rule is monotone is judged by itself.</summary>
    private bool HoldsByTheorem(Guarantee claim) => claim switch
    {
        Guarantee.DominantStrategyIncentiveCompatible or Guarantee.BayesianIncentiveCompatible => IsThreshold,
        Guarantee.ExPostIndividuallyRational or Guarantee.InterimIndividuallyRational or Guarantee.ExAnteIndividuallyRational => IsThreshold && system.OutsideOption <= 0,
        Guarantee.NoSubsidy or Guarantee.NoDeficit => IsThreshold && system.Side == Side.Buyer && system.UnitCost <= 0,
        Guarantee.AllocativelyEfficient => _problem.Objective == Objective.Efficient && subject.Obstacle is null && IsCostTheOnlyFloor,
        _ => false,
    };

    private bool IsThreshold => _problem.Payments is PaymentRule.Threshold;

    private bool IsCostTheOnlyFloor
    {
        get
        {
            var agents = _problem.Population is Population.Named named ? named.Agents : [((Population.Alike)_problem.Population).Agent];
            return agents.All(agent => agent.Reserve is null && agent.Weight == 1);
        }
    }

    /// <summary>The law at every profile that gives the guarantee, and whether a breach of the law refutes the guarantee, too.</summary>
    private (Property? Law, bool IsExact) Law(Guarantee claim) => claim switch
    {
        // Laws about payments are asked about payments that are rules; derived ones obey by theorem or are not known to.
        not Guarantee.AllocativelyEfficient when IsThreshold => (null, false),
        Guarantee.DominantStrategyIncentiveCompatible => (Property.Truthful, true),
        Guarantee.BayesianIncentiveCompatible => (Property.Truthful, false),
        Guarantee.ExPostIndividuallyRational => (Property.IndividuallyRational, true),
        Guarantee.InterimIndividuallyRational or Guarantee.ExAnteIndividuallyRational => (Property.IndividuallyRational, false),
        Guarantee.NoSubsidy => (Property.NoSubsidy, true),
        Guarantee.NoDeficit => (Property.NoDeficit, true),
        Guarantee.ExPostBudgetBalanced => (Property.BudgetBalanced, true),
        Guarantee.ExAnteBudgetBalanced => (Property.BudgetBalanced, false),
        Guarantee.AllocativelyEfficient => (Property.Efficient, true),
        _ => (null, false),
    };

    private Accusation Accuse(Guarantee claim, ClaimVerdict verdict, Witness witness) =>
        new(ClaimCheck.Finding(reading.Declaration, claim, verdict)!, witness.Sites);
}
