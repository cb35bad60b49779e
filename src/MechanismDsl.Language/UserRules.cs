using MechanismDsl.Language.Declarations;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language;

/// <summary>
/// The user's own rules, understood: what code that calls them needs to know beyond <see cref="OwnRules"/>. Their meaning is in the problem; here are the
/// names and the C# of it, so that renaming a method changes no problem.
/// </summary>
/// <param name="Shape">How one agent's report is written in C#.</param>
public sealed record UserRules(ReportShape Shape)
{
    /// <summary>The method that scores one report; null if there is none.</summary>
    public RuleMethod? Score { get; init; }

    /// <summary>The method that says from all reports who is served; null if there is none.</summary>
    public RuleMethod? Allocation { get; init; }

    /// <summary>The method that says from all reports what an agent pays; null if payments are derived.</summary>
    public RuleMethod? Payment { get; init; }

    /// <summary>Full name of the record that is reported, without <c>global::</c>; null for other shapes.</summary>
    public string? RecordType { get; init; }

    /// <summary>Whether the allocation fills a span that it is given, instead of returning its answer.</summary>
    public bool FillsSpan => Allocation?.Returns is RuleType.Nothing;

    /// <summary>How a rule over all reports takes them: its first parameter.</summary>
    /// <param name="rule">The <see cref="Allocation"/> or <see cref="Payment"/>.</param>
    public static SequenceKind Takes(RuleMethod rule) => ((RuleType.Sequence)rule.Parameters[0].Type).Kind;
}

/// <summary>How one agent's report is written in C#.</summary>
public enum ReportShape
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>A record of the user's own; a copy with another bid is <c>report with { … }</c>.</summary>
    Record,

    /// <summary>Several parameters of a score, in their order: the generated part declares the record <c>Report</c> with these members.</summary>
    Parameters,
}
