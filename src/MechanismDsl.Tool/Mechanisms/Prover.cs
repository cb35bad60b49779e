using System.Collections.Immutable;
using MechanismDsl.Analyzers.Referees;
using MechanismDsl.Language.Rules.Questions;
using MechanismDsl.Proofs;
using MechanismDsl.Proofs.Certificates;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Verdicts;
using MechanismDsl.Tool.Projects;

namespace MechanismDsl.Tool.Mechanisms;

/// <summary>What a law of a rule of the user's own came to.</summary>
/// <param name="Question">The law and the rules.</param>
/// <param name="Verdict">Proved, refuted or not decided; the deep tier has spoken.</param>
/// <param name="Checked">What the independent checker says of the certificate; null without a proof.</param>
/// <param name="Words">The counterexample in words; null where the law is not refuted.</param>
internal sealed record Judgement(Question Question, Verdict Verdict, CertificateReport? Checked, string? Words);

/// <summary>Proves the rules of a mechanism again, with certificates.</summary>
internal static class Prover
{
    /// <summary>The judgements of all laws that bear on the mechanism; empty if it has no rules of the user's own.</summary>
    /// <exception cref="ToolException">The declaration has errors, or a rule lies outside the verifiable subset.</exception>
    public static ImmutableArray<Judgement> Prove(ProjectCompilation project, Declared mechanism, CancellationToken cancellation)
    {
        var meaning = Meanings.Of(project, mechanism, cancellation);
        if (meaning.Problem is not { } problem)
        {
            throw new ToolException($"The declaration of '{mechanism.Name}' has errors; see: mechanism show {mechanism.Name}", ToolException.BadProject);
        }

        if (meaning.Rules is not { } rules)
        {
            return [];
        }

        var subject = SubjectReader.Read(mechanism.Type, problem, rules, project.Complete, cancellation);
        if (subject.System is not { } system)
        {
            throw new ToolException($"'{subject.Refusals[0].Method}' cannot be verified: {subject.Refusals[0].Refusal.Words}", ToolException.BadProject);
        }

        return [.. Laws(subject, system).Select(law => Judge(new Question(law, system), subject, cancellation))];
    }

    private static Judgement Judge(Question question, Subject subject, CancellationToken cancellation)
    {
        var verdict = Engine.Decide(question, Effort.Deep, cancellation);
        return new Judgement(
            question,
            verdict,
            verdict is Verdict.Proved proved ? CertificateChecker.Check(question, proved, cancellation) : null,
            verdict is Verdict.Refuted(var witness) ? Words.Of(question, witness, subject, cancellation) : null);
    }

    private static IEnumerable<Property> Laws(Subject subject, RuleSystem system)
    {
        yield return Property.Total;
        yield return system.Score is null ? Property.MonotoneAllocation : Property.MonotoneScore;
        if (system.Allocation is not null)
        {
            yield return Property.Feasible;
        }

        if (system.Payment is not null && subject.Obstacle is null)
        {
            yield return Property.PaymentIdentity;
            yield return Property.Truthful;
            yield return Property.IndividuallyRational;
            yield return Property.NoSubsidy;
            yield return Property.NoDeficit;
        }
    }
}
