using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Tool.Mechanisms;

/// <summary>A mechanism of a project: what its generated part says, and what the analyzers say.</summary>
/// <param name="Type">The type, with its generated part.</param>
/// <param name="Place">The file and line of the declaration.</param>
/// <param name="Environment">What can be decided; null if the declaration has errors and nothing was solved.</param>
/// <param name="Explanation">The mechanism in English; null if the declaration has errors.</param>
/// <param name="Guarantees">Every guarantee that holds, with its reason; none where the declaration has errors.</param>
/// <param name="Assumptions">What the author answers for.</param>
/// <param name="Found">The diagnostics that stand in the declaration.</param>
internal sealed record Declared(
    INamedTypeSymbol Type,
    string Place,
    string? Environment,
    string? Explanation,
    ImmutableArray<GuaranteeEvidence> Guarantees,
    ImmutableArray<GuaranteeAssumption> Assumptions,
    ImmutableArray<Diagnostic> Found)
{
    /// <summary>The name by which it is called here: without the namespace, with the types around it.</summary>
    public string Name => Type.ToDisplayString(new SymbolDisplayFormat(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes));

    /// <summary>Errors of the declaration.</summary>
    public IEnumerable<Diagnostic> Errors => Found.Where(one => one.Severity == DiagnosticSeverity.Error);
}
