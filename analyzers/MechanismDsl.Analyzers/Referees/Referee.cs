using MechanismDsl.Analyzers.Infrastructure;
using MechanismDsl.Analyzers.Rules.OwnRules;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Language.Rules.Questions;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Verdicts;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Analyzers.Referees;

/// <summary>
/// Judges the user's own rules of one mechanism: what each law means for this declaration, and which rule speaks if it is broken or stays open.
/// What is refuted is said at once; what is open is said only when the last word is spoken.
/// </summary>
internal sealed class Referee(MechanismReading reading, Subject subject, RuleSystem system, Decisions decisions, CancellationToken cancellation)
{
    private readonly Problem _problem = reading.Meaning.Problem!;
    private readonly Language.UserRules _rules = reading.Meaning.Rules!;

    private RuleMethod Deciding => _rules.Score ?? _rules.Allocation ?? _rules.Payment!;

    private Property Monotone => system.Score is null ? Property.MonotoneAllocation : Property.MonotoneScore;

    /// <summary>Everything there is to say.</summary>
    public IEnumerable<Accusation> Judge()
    {
        List<Accusation> said = [];
        if (decisions.Of(Property.Total) is Verdict.Refuted(var failure))
        {
            // What has no result has no other property either: one report says it.
            return [Accuse(NoResultRule.Id, Deciding, failure, Property.Total)];
        }

        said.AddRange(JudgeAllocation());
        said.AddRange(JudgeInputs());
        said.AddRange(_rules.Payment is { } payment ? new PaymentReferee(reading, subject, system, decisions, cancellation).Judge(payment) : []);
        said.AddRange(new ClaimReferee(reading, subject, system, decisions, cancellation).Judge());
        return said;
    }

    private IEnumerable<Accusation> JudgeAllocation()
    {
        if (_problem.Payments is PaymentRule.Threshold)
        {
            switch (decisions.Of(Monotone))
            {
                case Verdict.Refuted(var witness):
                    yield return Accuse(RuleNotMonotoneRule.Id, Deciding, witness, Monotone);
                    break;
                case Verdict.Undecided(var reason, var site) when decisions.IsFinal && !IsAssumed:
                    yield return new Accusation(Found(MonotonicityOpenRule.Id, Deciding, reason), site < 0 ? [] : [site]);
                    break;
            }
        }

        if (_rules.Allocation is not { } allocation)
        {
            yield break;
        }

        switch (decisions.Of(Property.Feasible))
        {
            case Verdict.Refuted(var excess):
                yield return Accuse(InfeasibleRule.Id, allocation, excess, Property.Feasible);
                break;
            case Verdict.Undecided(var reason, var site) when decisions.IsFinal:
                yield return new Accusation(Found(FeasibilityOpenRule.Id, allocation, reason), site < 0 ? [] : [site]);
                break;
        }
    }

    /// <summary>Whether the author answers for everything that a monotone rule would give.</summary>
    private bool IsAssumed => new[]
    {
        Guarantee.DominantStrategyIncentiveCompatible, Guarantee.BayesianIncentiveCompatible,
        Guarantee.ExPostIndividuallyRational, Guarantee.InterimIndividuallyRational, Guarantee.ExAnteIndividuallyRational,
    }.All(Implied);

    private bool Implied(Guarantee guarantee) => _problem.Assumptions.Any(assumption => assumption.Guarantee == guarantee || ClaimReferee.Implies(assumption.Guarantee, guarantee));

    /// <summary>Numbers that an agent states besides its report.</summary>
    private IEnumerable<Accusation> JudgeInputs()
    {
        foreach (var input in subject.Controlled)
        {
            var name = system.Inputs[input].Name;
            if (_rules.Score is not { } score)
            {
                yield return new Accusation(Stated(Deciding, name, "it is not proved that misstating it gains nothing"), []);
                continue;
            }

            switch (decisions.Of(Property.UnaffectedByInput, input))
            {
                case Verdict.Refuted(var witness):
                    yield return new Accusation(Stated(score, name, Words.Misstated(decisions.Ask(Property.UnaffectedByInput, input), witness, subject, cancellation)), witness.Sites);
                    break;
                case Verdict.Undecided when decisions.IsFinal:
                    yield return new Accusation(Stated(score, name, "it is not proved that misstating it gains nothing"), []);
                    break;
            }
        }
    }

    private static Finding Stated(RuleMethod rule, string input, string words)
    {
        var isParameter = rule.Parameters.Any(parameter => parameter.Name == input);
        return new Finding(
            ControlledParameterRule.Id,
            isParameter ? new Place.Rule(rule.Attribute, 0, input) : new Place.Rule(rule.Attribute, 0, rule.Parameters[0].Name, input),
            [rule.Name, input, words],
            []);
    }

    private Accusation Accuse(string id, RuleMethod rule, Witness witness, Property property)
    {
        var question = decisions.Ask(property);
        return new Accusation(Found(id, rule, Words.Of(question, witness, subject, cancellation)), witness.Sites).With(CheckText.Of(_rules, question, witness));
    }

    private static Finding Found(string id, RuleMethod rule, string words) => new(id, new Place.Rule(rule.Attribute, 0), [rule.Name, words], []);
}
