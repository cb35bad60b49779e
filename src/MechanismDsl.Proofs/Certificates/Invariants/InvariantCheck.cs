using System.Globalization;
using System.Text.RegularExpressions;
using MechanismDsl.Proofs.Loops;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Terms;
using MechanismDsl.Proofs.Verdicts;

namespace MechanismDsl.Proofs.Certificates.Invariants;

/// <summary>
/// Checks a relational invariant: the beginning is in one of its states, every turn that begins in a state ends in one, and the law holds in those
/// where all runs have ended. The states are taken from the certificate, and that a path ends in one of them has to follow from the path by the
/// checker's own rules.
/// </summary>
internal static class InvariantCheck
{
    private const string Above = "every number of agents above ";

    /// <summary>The fewest agents that the invariants of a certificate are about; null if it has none.</summary>
    public static int? From(Certificate certificate) =>
        Regex.Match(certificate.Text, "^case " + Above + @"(\d+),", RegexOptions.Multiline | RegexOptions.CultureInvariant) is { Success: true } found
            ? int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture) + 1
            : null;

    /// <summary>Checks the invariants, one for each agent with a number and one for all others.</summary>
    /// <param name="asked">The question.</param>
    /// <param name="certificate">The certificate.</param>
    /// <param name="named">How many agents have a number.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static CertificateReport Check(Question asked, Certificate certificate, int named, CancellationToken cancellationToken)
    {
        var report = new CertificateReport(LoopLaw.Of(asked) is null ? "the law is not one of loops" : null, 0, 0, 0);
        for (var focal = 0; focal <= named && report.Objection is null; focal++)
        {
            var agent = focal < named ? FormattableString.Invariant($"agent {focal}") : FormattableString.Invariant($"agent {named} or later");
            var text = new CertificateText(certificate.Text, FormattableString.Invariant($"{Above}{named}, {agent}"));
            var model = new AgentModel(asked.System, named, focal < named ? focal : null);
            report = report.With(Check(model, LoopLaw.Of(asked)!, text, cancellationToken));
        }

        return report;
    }

    private static CertificateReport Check(AgentModel model, LoopLaw law, CertificateText text, CancellationToken cancellationToken)
    {
        var reader = new StateReader(model);
        var states = text.States.Select(reader.Read).ToArray();
        CheckedPath? path = null;
        var execution = new LoopExecution(model, law, (_, end) => Demand(model, states, end, path!));
        var report = new CertificateReport(states.Length == 0 ? "there is no invariant" : null, 0, 0, 0);
        foreach (var part in states.Prepend(null).SelectMany(execution.Parts).TakeWhile(_ => report.Objection is null))
        {
            path = new CheckedPath(part, text);
            report = report.With(path.RunAll(cancellationToken));
        }

        return report;
    }

    // A path ends in a state if its values are those of the state, all of them numbers, and what the state says of them follows from the path.
    private static void Demand(AgentModel model, IReadOnlyList<LoopState> states, LoopEnd end, CheckedPath path)
    {
        foreach (var value in end.Values)
        {
            Laws.Demand.Number(path, value, "a variable can be NaN");
        }

        path.RequireOneOf([.. states.Select(state => StateMatch.Of(model, state, end)?.Demands()).OfType<IReadOnlyList<Fact>>()]);
    }
}
