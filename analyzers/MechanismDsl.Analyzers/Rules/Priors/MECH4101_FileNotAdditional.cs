using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Priors;

/// <summary>Fires when: `[PriorFromFile(path)]` or `[JointPrior(File = path)]` names a file that is not an `AdditionalFiles` item of the project.</summary>
/// <remarks>Message arguments: the path as declared.</remarks>
internal static class FileNotAdditionalRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH4101";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "The data file is not handed to the compiler",
        messageFormat: "'{0}' is not among the project's additional files; add <AdditionalFiles Include=\"{0}\" /> to the project file",
        category: Categories.Priors,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The compiler reads data only from additional files, so that builds are repeatable and incremental.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
