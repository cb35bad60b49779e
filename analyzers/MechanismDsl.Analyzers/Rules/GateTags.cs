using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules;

/// <summary>Tags of the rules that nothing turns off.</summary>
internal static class GateTags
{
    /// <summary>
    /// <see cref="WellKnownDiagnosticTags.NotConfigurable"/> takes the rule out of the reach of directives, options, rulesets and
    /// configuration files. <see cref="WellKnownDiagnosticTags.Compiler"/> takes it out of the reach of <c>SuppressMessage</c>, which would
    /// hide even a rule that is not configurable: the compiler applies that attribute to no diagnostic that counts as its own.
    /// </summary>
    public static string[] All => [WellKnownDiagnosticTags.NotConfigurable, WellKnownDiagnosticTags.Compiler];
}
