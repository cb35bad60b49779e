using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Theorems;

/// <summary>Fires when: an efficient auction of named buyers with priors has different reserves for different agents.</summary>
/// <remarks>Message arguments: the reserves by agent; eager revenue; lazy revenue; revenue without floors; optimal revenue.</remarks>
internal static class AsymmetricFloors
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH3004";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "Different floors are not the optimal auction",
        messageFormat: "Floors of {0} earn {1} if applied before the highest bid is chosen (eager) and {2} if after (lazy); without floors the auction earns {3}, and the optimal auction {4}",
        category: Categories.Theorems,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "With different agents, per-agent reserves on the highest bid are not optimal, and it matters whether they filter before or after the winner is chosen.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
