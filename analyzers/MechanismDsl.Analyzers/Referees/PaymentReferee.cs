using MechanismDsl.Analyzers.Infrastructure;
using MechanismDsl.Analyzers.Rules.OwnRules;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Language.Rules.Questions;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Verdicts;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Analyzers.Referees;

/// <summary>Judges payments of the user's own by the laws that the declaration does not claim; claims have their own referee.</summary>
internal sealed class PaymentReferee(MechanismReading reading, Subject subject, RuleSystem system, Decisions decisions, CancellationToken cancellation)
{
    private static readonly string[] NamesOfClarke = ["Clarke", "Vcg"];

    private readonly Problem _problem = reading.Meaning.Problem!;

    /// <summary>What there is to say about the payment.</summary>
    public IEnumerable<Accusation> Judge(RuleMethod payment)
    {
        if (reading.Meaning.Rules!.Allocation is { } allocation
            && NamesOfClarke.Any(name => payment.Name.IndexOf(name, StringComparison.OrdinalIgnoreCase) >= 0)
            && Broken(Property.Efficient) is { } wasted)
        {
            // Whatever else is wrong with the payment follows from this.
            return
            [
                new Accusation(
                    new Finding(ClarkeBesideInexactRule.Id, new Place.Rule(payment.Attribute, 0), [payment.Name, allocation.Name, Say(Property.Efficient, wasted)], []),
                    wasted.Sites),
            ];
        }

        return JudgeLaws(payment);
    }

    private IEnumerable<Accusation> JudgeLaws(RuleMethod payment)
    {
        if (!IsPromised(Guarantee.DominantStrategyIncentiveCompatible) && JudgeTruth(payment) is { } lie)
        {
            yield return lie;
        }

        if (!IsPromised(Guarantee.ExPostIndividuallyRational)
            && !IsPromised(Guarantee.InterimIndividuallyRational)
            && !IsPromised(Guarantee.ExAnteIndividuallyRational)
            && decisions.Of(Property.IndividuallyRational) is Verdict.Refuted(var loser))
        {
            yield return Accuse(ParticipationMissingRule.Id, payment, loser, Property.IndividuallyRational, Words.Loss(decisions.Ask(Property.IndividuallyRational), loser, subject, cancellation));
        }

        if (system.Side == Side.Buyer && !IsPromised(Guarantee.NoSubsidy) && Broken(Property.NoSubsidy) is { } paid)
        {
            yield return Accuse(PaysOutRule.Id, payment, paid, Property.NoSubsidy);
        }

        if (system.UnitCost != 0 && !IsPromised(Guarantee.NoDeficit) && !IsPromised(Guarantee.ExPostBudgetBalanced) && Broken(Property.NoDeficit) is { } deficit)
        {
            yield return Accuse(MissesCostRule.Id, payment, deficit, Property.NoDeficit);
        }

    }

    /// <summary>
    /// Beside a monotone rule the payment is at fault, and thresholds repair it; beside one that is not, no payment makes truth dominant. While it is
    /// open which of the two holds, nothing is said.
    /// </summary>
    private Accusation? JudgeTruth(RuleMethod payment)
    {
        if (Broken(Property.Truthful) is not { } lie)
        {
            return null;
        }

        var isMonotone = decisions.Of(system.Score is null ? Property.MonotoneAllocation : Property.MonotoneScore);
        return isMonotone switch
        {
            Verdict.Proved => Accuse(PaymentIdentityBrokenRule.Id, payment, lie, Property.Truthful),
            Verdict.Undecided when !decisions.IsFinal => null,
            _ => Accuse(NotTruthfulRule.Id, payment, lie, Property.Truthful),
        };
    }

    private Witness? Broken(Property property) => decisions.Of(property) is Verdict.Refuted(var witness) ? witness : null;

    private bool IsPromised(Guarantee guarantee) => _problem.Claims.Contains(guarantee);

    private string Say(Property property, Witness witness) => Words.Of(decisions.Ask(property), witness, subject, cancellation);

    private Accusation Accuse(string id, RuleMethod rule, Witness witness, Property property, string? words = null) =>
        new Accusation(new Finding(id, new Place.Rule(rule.Attribute, 0), [rule.Name, words ?? Say(property, witness)], []), witness.Sites)
            .With(CheckText.Of(reading.Meaning.Rules!, decisions.Ask(property), witness));
}
