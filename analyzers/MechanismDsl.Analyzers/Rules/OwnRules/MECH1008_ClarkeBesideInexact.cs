using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.OwnRules;

/// <summary>Fires when: payments named after Clarke or VCG stand beside an allocation that does not maximise the sum of values.</summary>
/// <remarks>Message arguments: the payment; the allocation; the counterexample.</remarks>
internal static class ClarkeBesideInexactRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH1008";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "Clarke payments need an exact maximiser",
        messageFormat: "'{0}' charges Clarke payments, but '{1}' does not maximise welfare: {2}",
        category: Categories.OwnRules,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Clarke payments make truth dominant because an agent pays what it takes from the best allocation of the others (Clarke 1971). Beside a greedy or rounded rule they do not, and can exceed the bid (Nisan and Ronen 2007).",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
