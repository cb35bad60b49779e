using MechanismDsl.Proofs.Certificates.Invariants;
using MechanismDsl.Proofs.Laws;
using MechanismDsl.Proofs.Proving;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Verdicts;

namespace MechanismDsl.Proofs.Certificates;

/// <summary>
/// Checks a proof again. The rules are executed once more, branch by branch; a branch is left out only if the checker itself sees that the facts
/// exclude it, and every obligation must follow from the facts by the certificate's chain or by the checker's own list of rules. It shares the
/// language of rules, their execution and the terms with the provers, and none of their judgement.
/// </summary>
/// <remarks>
/// Multipliers of linear proofs are added up again; signs of derivatives, corners and boxes are worked out again in rational ranges (<c>Reals</c>). What
/// it cannot follow (steep functions at the end of their domain, differences that are bounded by facts) it does not take on trust:
/// <see cref="CertificateReport.Others"/> counts it. Exhaustive checks are repeated profile by
/// profile. An invariant for every number of agents is taken from the certificate, state by state, and each turn that begins in one of them is gone
/// through once more (<c>Invariants</c>).
/// </remarks>
public static class CertificateChecker
{
    /// <summary>Checks the proofs for single numbers of agents, for one agent, for every number of agents, and what was decided by looking at every profile.</summary>
    /// <param name="question">The question.</param>
    /// <param name="proved">Its answer.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static CertificateReport Check(Question question, Verdict.Proved proved, CancellationToken cancellationToken)
    {
        if (proved.Certificate.Technique == ExhaustiveReplay.Technique)
        {
            return ExhaustiveReplay.Check(question, proved, cancellationToken);
        }

        try
        {
            return Follow(question, proved, cancellationToken);
        }
        catch (FormatException broken)
        {
            return new CertificateReport("the certificate cannot be read: " + broken.Message, 0, 0, 0);
        }
    }

    private static CertificateReport Follow(Question question, Verdict.Proved proved, CancellationToken cancellationToken)
    {
        var asked = Reduction.Of(question);
        var from = InvariantCheck.From(proved.Certificate);
        var numbers = proved.Scope switch
        {
            Scope.EveryNumber when Reduction.IsAboutOneAgent(asked) => [1],
            Scope.Numbers(var counts) => counts.ToArray(),
            Scope.AtLeast(var least) when from is { } first => Enumerable.Range(least, Math.Max(0, first - least)).ToArray(),
            _ => null,
        };
        var report = new CertificateReport(numbers is null ? "the certificate is not about the agents of the scope" : null, 0, 0, 0);
        if (proved.Scope is Scope.AtLeast && from is { } invariant)
        {
            report = InvariantCheck.Check(asked, proved.Certificate, invariant - 1, cancellationToken);
        }

        foreach (var agents in numbers ?? [])
        {
            if (LawCases.Of(asked, agents) is not { } cases)
            {
                return report with { Objection = "the law is not one of paths" };
            }

            foreach (var @case in cases)
            {
                report = report.With(new CheckedPath(@case, new CertificateText(proved.Certificate.Text, @case.Name)).RunAll(cancellationToken));
            }
        }

        return report.Objection is null && report.UsesReals && proved.Arithmetic == Arithmetic.Exact
            ? report with { Objection = "the proof holds in real arithmetic only" }
            : report;
    }
}

/// <summary>What the checker has seen.</summary>
/// <param name="Objection">What it could not follow; null if it agrees.</param>
/// <param name="Obligations">Obligations that it has checked itself.</param>
/// <param name="Others">Obligations that the certificate closes in real arithmetic, by steps that the checker could not follow.</param>
/// <param name="Reals">Comparisons that hold in real arithmetic only.</param>
public sealed record CertificateReport(string? Objection, int Obligations, int Others, int Reals)
{
    /// <summary>Whether something holds in real arithmetic only.</summary>
    public bool UsesReals => Others + Reals > 0;

    /// <summary>Together with another part.</summary>
    public CertificateReport With(CertificateReport other) =>
        new(Objection ?? other.Objection, Obligations + other.Obligations, Others + other.Others, Reals + other.Reals);
}
