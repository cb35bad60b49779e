using MechanismDsl.Analyzers.Solving;
using MechanismDsl.Language.Rules.Questions;
using MechanismDsl.Proofs;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Verdicts;

namespace MechanismDsl.Analyzers.Referees;

/// <summary>Verdicts as far as they bear on a declaration: a proof that does not cover every number of agents decides nothing.</summary>
internal sealed class Decisions(Subject subject, RuleSystem system, Effort effort, CancellationToken cancellation)
{
    /// <summary>Whether this is the last word: what is open now stays open.</summary>
    public bool IsFinal => effort == Effort.Deep;

    /// <summary>The question about a law.</summary>
    public Question Ask(Property property, int focus = 0) => new(property, system, focus);

    /// <summary>The answer; the deep tier is asked only where the quick one has none.</summary>
    public Verdict Of(Question question)
    {
        cancellation.ThrowIfCancellationRequested();
        if (subject.Obstacle is { } obstacle && question.Property is not (Property.MonotoneScore or Property.MonotoneAllocation or Property.UnaffectedByInput))
        {
            return new Verdict.Undecided(obstacle, -1);
        }

        var verdict = Bearing(question, RuleVerdicts.Of(question, Effort.Quick, cancellation));
        return verdict is Verdict.Undecided && IsFinal ? Bearing(question, RuleVerdicts.Of(question, Effort.Deep, cancellation)) : verdict;
    }

    /// <inheritdoc cref="Of(Question)"/>
    public Verdict Of(Property property, int focus = 0) => Of(Ask(property, focus));

    private Verdict Bearing(Question question, Verdict verdict) => verdict switch
    {
        Verdict.Proved { Scope: var scope } when !scope.Covers(system.Agents) => new Verdict.Undecided(
            $"it is proved with {Listed(((Scope.Numbers)scope).Counts)} agents only, and others can take part; state their number with [Agents(n)]", -1),
        // What is promised is promised of the program.
        Verdict.Proved { Breach: { } breach } => new Verdict.Undecided(
            $"it holds in real numbers, but as the rule is computed rounding breaks it: {Words.Of(question, breach, subject, cancellation)}",
            breach.Sites.Count > 0 ? breach.Sites[0] : -1),
        Verdict.Refuted(var witness) when IsSaved(witness) => new Verdict.Undecided("agents have different outside options", -1),
        _ => verdict,
    };

    // The system knows the best outside option only: an agent with a worse one may be content with what refutes the law for the best.
    private bool IsSaved(Witness witness) =>
        subject.OutsideOptions.Distinct().Count() > 1
        && witness.Agent < subject.OutsideOptions.Count
        && witness.Violation <= system.OutsideOption - subject.OutsideOptions[witness.Agent];

    private static string Listed(IEnumerable<int> counts) => string.Join(", ", counts.Select(count => MechanismDsl.Theory.Numbers.NumberText.Words(count)));
}
