using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Numbers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MechanismDsl.Generators.Pipeline;

/// <summary>
/// Who watches the claims. An attribute can silence even an error that is not configurable, and a build can leave the analyzers out; the
/// generator is the one part that sees both.
/// </summary>
/// <param name="Silenced">Rules about claims that an attribute on the assembly or module silences.</param>
/// <param name="AnalyzersRun">Whether the analyzers that check claims run in this build.</param>
internal sealed record Gate(EquatableArray<string> Silenced, bool AnalyzersRun)
{
    /// <summary>Which rules of the gate the attributes silence.</summary>
    public static EquatableArray<string> SilencedBy(IEnumerable<AttributeData> attributes) => attributes
        .Select(GateSuppression.RuleOf)
        .OfType<string>()
        .Distinct(StringComparer.Ordinal)
        .OrderBy(rule => rule, StringComparer.Ordinal)
        .ToEquatableArray();

    /// <summary>The rules that the assembly and its module silence.</summary>
    public static EquatableArray<string> SilencedIn(Compilation compilation) =>
        SilencedBy(compilation.Assembly.GetAttributes().Concat(compilation.SourceModule.GetAttributes()));

    /// <summary>The rules that a type, a member of it or a type around it silences: an error about a rule stands at the rule's method.</summary>
    public static EquatableArray<string> SilencedOn(INamedTypeSymbol type)
    {
        var attributes = new List<AttributeData>();
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
        {
            attributes.AddRange(method.GetAttributes());
            attributes.AddRange(method.GetReturnTypeAttributes());
            attributes.AddRange(method.Parameters.SelectMany(parameter => parameter.GetAttributes()));
        }

        for (var current = type; current is not null; current = current.ContainingType)
        {
            attributes.AddRange(current.GetAttributes());
        }

        return SilencedBy(attributes);
    }

    /// <summary>Whether the analyzers run. The targets of the package say so; without them, nothing may switch the analyzers off.</summary>
    public static bool RunAnalyzers(AnalyzerConfigOptions options) =>
        options.TryGetValue("build_property.MechanismDslAnalyzersRun", out var run)
            ? run.Equals("true", StringComparison.OrdinalIgnoreCase)
            : IsNotFalse(options, "RunAnalyzers") && IsNotFalse(options, "RunAnalyzersDuringBuild");

    private static bool IsNotFalse(AnalyzerConfigOptions options, string name) =>
        !(options.TryGetValue("build_property." + name, out var value) && value.Equals("false", StringComparison.OrdinalIgnoreCase));
}

/// <summary>Rules of the gate that attributes of the assembly silence.</summary>
/// <param name="Rules">Their ids, sorted.</param>
internal sealed record SilencedRules(EquatableArray<string> Rules);
