using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Language.Memory;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Language.Rules;

/// <summary>
/// What a mechanism's own rules do, as a short hash: of their canonical text, so that names, comments and layout do not count, but a constant or a callee
/// elsewhere does. Two builds with equal hashes judged the same rules.
/// </summary>
public static class RuleFingerprint
{
    /// <summary>The hash as 16 hexadecimal digits; null without rules, or if one lies outside the verifiable subset.</summary>
    /// <param name="type">The mechanism's type.</param>
    /// <param name="rules">The signatures of its rules.</param>
    /// <param name="compilation">The compilation, for the bodies.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public static string? Of(INamedTypeSymbol type, EquatableArray<RuleMethod> rules, Compilation compilation, CancellationToken cancellation) =>
        Read(type, rules, compilation, seen: null, cancellation).Hash;

    /// <summary>The hash, and the score as a rule where there is one: its thresholds may have a closed form.</summary>
    /// <param name="type">The mechanism's type.</param>
    /// <param name="rules">The signatures of its rules.</param>
    /// <param name="compilation">The compilation, for the bodies.</param>
    /// <param name="seen">Receives the files that the reading rests on.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public static (string? Hash, Proofs.Rules.Rule? Score) Read(
        INamedTypeSymbol type,
        EquatableArray<RuleMethod> rules,
        Compilation compilation,
        FilesRead? seen,
        CancellationToken cancellation)
    {
        List<string> texts = [];
        Proofs.Rules.Rule? score = null;
        foreach (var rule in rules)
        {
            var method = RuleLocator.Find(type, rule.Attribute, rule.Ordinal, cancellation);
            var body = method?.PartialImplementationPart ?? method;
            if (body?.DeclaringSyntaxReferences.FirstOrDefault() is not { } reference
                || RuleReader.Read(body, Roles(rule, body), compilation.GetSemanticModel(reference.SyntaxTree), cancellation, seen: seen).Rule is not { } lowered)
            {
                return (null, score);
            }

            score = rule.Attribute == "Score" ? lowered : score;
            texts.Add($"{rule.Attribute}: {lowered.Text}");
        }

        return (texts.Count == 0 ? null : Fingerprint.Of(string.Join("\n", texts.OrderBy(text => text, StringComparer.Ordinal))), score);
    }

    private static EquatableArray<ParameterRoles> Roles(RuleMethod rule, IMethodSymbol method) =>
        rule.Attribute == "Score" ? ParameterRoles.OfScore(method, Fields(rule)) : ParameterRoles.OfAll(method, Fields(rule));

    /// <summary>The numbers that the rule takes of one report. Their domains are no part of what it does with them.</summary>
    private static EquatableArray<ReportField> Fields(RuleMethod rule)
    {
        var first = rule.Parameters.Count == 0 ? null : rule.Parameters[0].Type;
        var inputs = (first is RuleType.Sequence(_, var element) ? element : first) is RuleType.Record record ? record.Members
            : rule.Attribute == "Score" ? rule.Parameters
            : rule.Parameters.Take(1).ToEquatableArray();
        return inputs
            .Where(input => input.Type is not RuleType.Other)
            .Select((input, index) => new ReportField(input.Name, NumberKind.Double, 0, 0, input.IsReport || index == 0 ? FieldRole.Report : FieldRole.Controlled))
            .ToEquatableArray();
    }
}
