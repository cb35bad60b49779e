using System.Collections.Concurrent;
using MechanismDsl.Analyzers.Infrastructure;
using MechanismDsl.Analyzers.Referees;
using MechanismDsl.Analyzers.Rules;
using MechanismDsl.Analyzers.Rules.OwnRules;
using MechanismDsl.Language.Rules.Questions;
using MechanismDsl.Proofs;
using MechanismDsl.Theory.Numbers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MechanismDsl.Analyzers.Judges;

/// <summary>
/// Proves and refutes rules of the user's own (10xx) and the claims that rest on them (2001, 2002). While somebody types the quick tier speaks, and
/// only of what it refutes. At the end of a compilation the deep tier has the last word, and what is still open is refused.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RuleAnalyzer() : MechanismAnalyzer([.. RuleBook.Judged, .. RuleBook.Claims])
{
    private protected override void Start(CompilationStartAnalysisContext context)
    {
        var cases = new ConcurrentBag<Case>();
        ForEachType(
            context,
            IsMechanism,
            (action, type) =>
            {
                var reading = MechanismReading.Of(type, action.Compilation, action.Options.AdditionalFiles, action.CancellationToken);
                if (reading.Meaning is not { Problem: { } problem, Rules: { } rules })
                {
                    return;
                }

                var subject = SubjectReader.Read(type, problem, rules, action.Compilation, action.CancellationToken);
                foreach (var refused in subject.Refusals)
                {
                    action.ReportDiagnostic(Refusal(type, refused, action.Compilation));
                }

                if (subject.System is not null)
                {
                    var quick = Judge(reading, subject, Effort.Quick, action.CancellationToken);
                    foreach (var accusation in quick)
                    {
                        action.ReportDiagnostic(Report(accusation, type, subject, action.Compilation, action.Options, action.CancellationToken));
                    }

                    cases.Add(new Case(type, reading, subject, quick));
                }
            });
        context.RegisterCompilationEndAction(end =>
        {
            foreach (var one in cases)
            {
                Guard.Run(one.Type.Name, one.Type.Locations[0], end.ReportDiagnostic, () =>
                {
                    foreach (var accusation in Judge(one.Reading, one.Subject, Effort.Deep, end.CancellationToken).Except(one.Said))
                    {
                        end.ReportDiagnostic(Report(accusation, one.Type, one.Subject, end.Compilation, end.Options, end.CancellationToken));
                    }
                });
            }
        });
    }

    private static EquatableArray<Accusation> Judge(MechanismReading reading, Subject subject, Effort effort, CancellationToken cancellation)
    {
        var decisions = new Decisions(subject, subject.System!, effort, cancellation);
        return new Referee(reading, subject, subject.System!, decisions, cancellation).Judge().ToEquatableArray();
    }

    private static Diagnostic Report(
        Accusation accusation, INamedTypeSymbol type, Subject subject, Compilation compilation, AnalyzerOptions options, CancellationToken cancellation) =>
        accusation.Finding.ToDiagnostic(
            type, options.AdditionalFiles, cancellation, accusation.Sites.Select(site => subject.Locate(site, compilation)).OfType<Location>());

    private static Diagnostic Refusal(INamedTypeSymbol type, Refused refused, Compilation compilation)
    {
        var tree = compilation.SyntaxTrees.FirstOrDefault(one => one.FilePath == refused.Refusal.Path && one.Length >= refused.Refusal.Span.End);
        return Diagnostic.Create(
            OutsideSubsetRule.Descriptor, tree is null ? type.Locations[0] : Location.Create(tree, refused.Refusal.Span), refused.Method, refused.Refusal.Words);
    }

    private sealed record Case(INamedTypeSymbol Type, MechanismReading Reading, Subject Subject, EquatableArray<Accusation> Said);
}
