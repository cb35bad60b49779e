using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization;

/// <summary>Whether a method that is marked as a rule has the signature of one: MECH1012, and MECH1010 for a value that reads the reports of others.</summary>
internal static class SignatureCheck
{
    /// <summary>The type of one agent's report as the rule takes it: a number or a record; null if a finding says why it is no rule.</summary>
    public static RuleType? ReportOf(Draft draft, RuleMethod rule)
    {
        if (rule.Obstacle is { } obstacle)
        {
            Report(draft, rule, obstacle);
        }
        else if (!rule.IsStatic)
        {
            Report(draft, rule, "it must be static", new FixProperty(FixData.Signature, SignatureRepair.Static));
        }
        else if (rule.Attribute == "Value")
        {
            CheckValue(draft, rule);
        }
        else if ((rule.Attribute == "Score" ? ScoreObstacle(rule) : ObstacleToAll(rule)) is { } words)
        {
            Report(draft, rule, words);
        }
        else
        {
            return rule.Parameters[0].Type is RuleType.Sequence(_, var element) ? element : rule.Parameters[0].Type;
        }

        return null;
    }

    /// <summary>The form in which an allocation answers; null if it is none of them.</summary>
    public static AllocationForm? FormOf(RuleMethod rule) => rule switch
    {
        { Parameters.Count: 1, Returns: RuleType.Number(NumberKind.Int32) } => AllocationForm.Winner,
        { Parameters.Count: 1, Returns: RuleType.Sequence(SequenceKind.Array, RuleType.Number(var kind)) } => FormOf(kind),
        { Parameters.Count: 2, Returns: RuleType.Nothing } when rule.Parameters[1].Type is RuleType.Sequence(SequenceKind.Span, RuleType.Number(var kind)) => FormOf(kind),
        _ => null,
    };

    /// <summary>Whether what is public can be of a type: a number, or an enum with members that code beside the mechanism can name.</summary>
    public static bool IsPublic(RuleType type) => type is RuleType.Number or RuleType.Enumeration { IsVisible: true, Values.Count: > 0 };

    /// <summary>A type as the source would write it.</summary>
    public static string Words(RuleType type) => type switch
    {
        RuleType.Number(var kind) => Keyword(kind),
        RuleType.Sequence(SequenceKind.Array, var element) => Words(element) + "[]",
        RuleType.Sequence(var kind, var element) => $"{(kind == SequenceKind.List ? "IReadOnlyList" : kind.ToString())}<{Words(element)}>",
        RuleType.Record record => record.FullName.Substring(record.FullName.LastIndexOf('.') + 1),
        RuleType.Enumeration(var name) => name.Substring(name.LastIndexOf('.') + 1),
        RuleType.Other(var text) => text,
        _ => "void",
    };

    /// <summary>The C# keyword of a kind of number.</summary>
    public static string Keyword(NumberKind kind) => kind switch
    {
        NumberKind.Double => "double",
        NumberKind.Decimal => "decimal",
        NumberKind.Int32 => "int",
        NumberKind.Int64 => "long",
        _ => "bool",
    };

    /// <summary>Reports that a method is no rule.</summary>
    public static void Report(Draft draft, RuleMethod rule, string words, params FixProperty[] fix) =>
        draft.Report(Findings.Rule.RuleSignature, new Place.Rule(rule.Attribute, rule.Ordinal), [rule.Name, words], fix);

    private static AllocationForm? FormOf(NumberKind kind) => kind switch
    {
        NumberKind.Boolean => AllocationForm.Served,
        NumberKind.Int32 => AllocationForm.Units,
        NumberKind.Double => AllocationForm.Probability,
        _ => null,
    };

    private static string? ScoreObstacle(RuleMethod rule)
    {
        if (rule.Parameters.Count == 0)
        {
            return "it takes nothing, but a score depends on the report";
        }

        if (rule.Returns is not RuleType.Number(not NumberKind.Boolean))
        {
            return $"it returns {Words(rule.Returns)}, but a score is a number (double, decimal, int or long)";
        }

        if (rule.Parameters is [{ Type: RuleType.Record }])
        {
            return null;
        }

        return rule.Parameters.Where((parameter, index) => parameter.Type is not RuleType.Number && (index == 0 || !IsPublic(parameter.Type))).FirstOrDefault() is not { } other
            ? null
            : $"its parameter '{other.Name}' is {Words(other.Type)}, but a score takes one agent's report: numbers (double, decimal, int, long, bool; an enum for what is public), or one record of them"
                + (other.Type is RuleType.Sequence ? "; a rule over all reports is an [Allocation]" : string.Empty);
    }

    private static string? ObstacleToAll(RuleMethod rule)
    {
        if (rule.Parameters.Count == 0 || rule.Parameters[0].Type is not RuleType.Sequence(var kind, var element))
        {
            return "its first parameter must be all reports, such as ReadOnlySpan<double>";
        }

        if (element is not (RuleType.Record or RuleType.Number(not NumberKind.Boolean)))
        {
            return $"its reports are {Words(element)}, but reports are numbers (double, decimal, int, long) or records";
        }

        if (kind == SequenceKind.Span)
        {
            return $"its reports can be overwritten; take them as ReadOnlySpan<{Words(element)}>";
        }

        return rule.Attribute == "Allocation"
            ? FormOf(rule) is null ? "it must return the winner's index (int), or one bool, int or double for each agent: as an array, or into a second parameter such as Span<bool>" : null
            : rule is { Parameters: [_, { Type: RuleType.Number(NumberKind.Int32) }], Returns: RuleType.Number(not NumberKind.Boolean) }
                ? null
                : $"it must take all reports and the index of an agent (int), and return what that agent pays ({Words(element is RuleType.Number ? element : new RuleType.Number(NumberKind.Double))})";
    }

    private static void CheckValue(Draft draft, RuleMethod rule)
    {
        if (rule.Parameters.FirstOrDefault(parameter => parameter.Type is RuleType.Sequence) is { } others)
        {
            draft.Report(Findings.Rule.InterdependentValue, new Place.Rule(rule.Attribute, rule.Ordinal, others.Name), rule.Name, others.Name);
        }
        else
        {
            Report(draft, rule, "where items are handed out the report is the value itself; let the agents report the value");
        }
    }
}
