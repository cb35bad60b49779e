using System.Collections.Immutable;
using MechanismDsl.Analyzers.Rules;
using MechanismDsl.Language.Findings;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Infrastructure;

/// <summary>Turns findings, which are plain values, into diagnostics at their place in the source or in a data file.</summary>
internal static class FindingReporter
{
    /// <summary>The diagnostic of a finding about <paramref name="type"/>.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="type">The type.</param>
    /// <param name="files">The additional files of the compilation.</param>
    /// <param name="cancellation">Cancels the search for the place.</param>
    /// <param name="further">Other places that matter; null for none.</param>
    public static Diagnostic ToDiagnostic(
        this Finding finding, INamedTypeSymbol type, ImmutableArray<AdditionalText> files, CancellationToken cancellation, IEnumerable<Location>? further = null)
    {
        var properties = finding.Properties.ToImmutableDictionary(property => property.Name, property => (string?)property.Value);
        var location = PlaceLocator.Locate(finding.Place, type, files, cancellation);
        return Diagnostic.Create(RuleBook.Find(finding.Id), location, further, properties, [.. finding.Arguments]);
    }
}
