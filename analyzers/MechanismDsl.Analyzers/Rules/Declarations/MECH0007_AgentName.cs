using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Declarations;

/// <summary>Fires when: two agents have the same name, or a name is not a C# identifier, or it is a name that the generated part uses itself.</summary>
/// <remarks>Message arguments: the name; what is wrong with it.</remarks>
internal static class AgentNameRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH0007";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "An agent's name cannot be used",
        messageFormat: "'{0}' cannot be the name of an agent: {1}",
        category: Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Agents' names become parameter names of Run and members of the result, so each must be a C# identifier of its own that the generated part does not use itself.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
