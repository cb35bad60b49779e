using System.Collections.Immutable;
using MechanismDsl.Analyzers.Infrastructure;
using MechanismDsl.Language.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MechanismDsl.Analyzers.Judges;

/// <summary>Reports the findings about a declaration that belong to the rules of one analyzer.</summary>
public abstract class FindingAnalyzer : MechanismAnalyzer
{
    private readonly ImmutableHashSet<string> _ids;

    private protected FindingAnalyzer(ImmutableArray<DiagnosticDescriptor> rules)
        : base(rules) => _ids = [.. rules.Select(rule => rule.Id)];

    private protected sealed override void Start(CompilationStartAnalysisContext context) =>
        ForEachType(
            context,
            IsMechanism,
            (action, type) =>
            {
                var files = action.Options.AdditionalFiles;
                var reading = MechanismReading.Of(type, action.Compilation, files, action.CancellationToken);
                foreach (var finding in reading.Meaning.Findings.Concat(Further(reading, action.CancellationToken)))
                {
                    if (_ids.Contains(finding.Id))
                    {
                        action.ReportDiagnostic(finding.ToDiagnostic(type, files, action.CancellationToken));
                    }
                }
            });

    /// <summary>Findings that need more than the declaration itself: its solution, or an analysis of its data.</summary>
    private protected virtual IEnumerable<Finding> Further(MechanismReading reading, CancellationToken cancellation) => [];
}
