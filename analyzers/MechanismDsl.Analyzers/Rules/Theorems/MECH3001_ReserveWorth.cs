using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Theorems;

/// <summary>Fires when: a revenue-optimal auction with alike buyers whose prior and number are declared earns more than the second-price auction without a reserve.</summary>
/// <remarks>Message arguments: n; optimal revenue; revenue without; the reserve in words; the gain in per cent.</remarks>
internal static class ReserveWorth
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH3001";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "What the reserve is worth",
        messageFormat: "With {0} agents the optimal auction earns {1} against {2} for the second-price auction without a reserve: {3} is worth {4} %",
        category: Categories.Theorems,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Expected revenue of the declared optimal auction and of the plain second-price auction, by exact integration.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
