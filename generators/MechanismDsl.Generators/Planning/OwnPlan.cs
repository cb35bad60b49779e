using MechanismDsl.Language;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Planning;

/// <summary>
/// Everything that the writers of a mechanism with rules of the user's own need. The rules are called, not read: only their names and signatures are here.
/// </summary>
/// <param name="Type">The type to extend.</param>
/// <param name="Market">The side of the market.</param>
/// <param name="Money">The type of payments.</param>
/// <param name="Agents">Names in declaration order; empty for alike agents.</param>
/// <param name="LeastAgents">The smallest number of alike agents that the declaration admits.</param>
/// <param name="MostAgents">The greatest number of alike agents; null for any.</param>
/// <param name="Report">What one agent reports.</param>
/// <param name="Decision">Who is served.</param>
/// <param name="Payment">The user's own payment; null where thresholds are derived.</param>
/// <param name="Items">How many items there are.</param>
/// <param name="Ranks">For each named agent its place in the order of precedence; empty: the order of declaration.</param>
/// <param name="Evidence">Every guarantee that holds.</param>
internal sealed record OwnPlan(
    TypeIdentity Type,
    Market Market,
    Currency Money,
    EquatableArray<string> Agents,
    int LeastAgents,
    int? MostAgents,
    ReportPlan Report,
    DecisionPlan Decision,
    OwnMethod? Payment,
    int Items,
    EquatableArray<int> Ranks,
    EquatableArray<Evidence> Evidence)
    : FilePlan(Type, Evidence)
{
    /// <summary>Whether the analyzers that judge the rules run in this build.</summary>
    public bool AnalyzersRun { get; init; } = true;

    /// <inheritdoc/>
    public override bool IsJudged => true;

    /// <summary>Hash of what the rules do, for the stamp; null if one lies outside the verifiable subset.</summary>
    public string? RulesHash { get; init; }

    /// <summary>The clicks of every slot, not increasing; empty where items are all the same.</summary>
    public EquatableArray<double> Clicks { get; init; }

    /// <summary>The score as the source writes it, where that is one short expression; null otherwise.</summary>
    public string? Formula { get; init; }

    /// <summary>The threshold as a formula of the target that must be reached; null where there is no closed form.</summary>
    public string? Inverse { get; init; }

    /// <summary>The feasible sets, where sets of agents are compared by the sums of their scores; null where scores are ranked.</summary>
    public FeasiblePlan? Sets { get; init; }

    /// <summary>Whether agents have names.</summary>
    public bool IsNamed => Agents.Count > 0;

    /// <summary>Whether one agent at most is served.</summary>
    public bool HasWinner => Decision.Form == AllocationForm.Winner;

    /// <summary>Whether agents may stay away by name: a score asks nobody else, but a rule over all reports needs all of them.</summary>
    public bool MayBeAbsent => Decision is DecisionPlan.Score && Payment is null;

    /// <inheritdoc/>
    public override FilePlan Unjudged() => this with { AnalyzersRun = false, Evidence = Evidence.Where(evidence => !evidence.IsJudged).ToEquatableArray() };
}

/// <summary>A method of the user's over all reports.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Takes">How it takes the reports.</param>
internal sealed record OwnMethod(string Name, SequenceKind Takes)
{
    /// <summary>Whether it needs an array of exactly the reports.</summary>
    public bool NeedsArray => Takes is SequenceKind.Array or SequenceKind.List;
}

/// <summary>Who is served.</summary>
/// <param name="Form">How the result is stated.</param>
internal abstract record DecisionPlan(AllocationForm Form)
{
    /// <summary>The best scores, at least zero.</summary>
    /// <param name="Method">The user's method.</param>
    /// <param name="Type">The C# type of scores.</param>
    /// <param name="Form">Winner, or Served for several items.</param>
    internal sealed record Score(string Method, string Type, AllocationForm Form) : DecisionPlan(Form);

    /// <summary>The user's rule over all reports.</summary>
    /// <param name="Method">The user's method.</param>
    /// <param name="FillsSpan">Whether it fills a span instead of returning its answer.</param>
    /// <param name="Form">What it answers.</param>
    internal sealed record Allocation(OwnMethod Method, bool FillsSpan, AllocationForm Form) : DecisionPlan(Form);

    /// <summary>The best report, weighted, that meets the limit: the efficient allocation beside payments of the user's own.</summary>
    /// <param name="Weights">One an agent; one for alike agents.</param>
    /// <param name="Limits">The worst reports that are served; one for alike agents.</param>
    internal sealed record Best(EquatableArray<double> Weights, EquatableArray<double> Limits) : DecisionPlan(AllocationForm.Winner);
}

/// <summary>What one agent reports.</summary>
/// <param name="Shape">How it is written in C#.</param>
/// <param name="RecordType">The user's record with <c>global::</c>; null for other shapes.</param>
/// <param name="Fields">Its numbers in order.</param>
/// <param name="Types">For each agent (one entry for alike agents) its finite types; empty for an interval.</param>
internal sealed record ReportPlan(ReportShape Shape, string? RecordType, EquatableArray<FieldPlan> Fields, EquatableArray<EquatableArray<double>> Types)
{
    /// <summary>The number that is the report.</summary>
    public FieldPlan Own => Fields.First(one => one.IsReport);

    /// <summary>Whether any agent has finitely many types.</summary>
    public bool HasTypes => Types.Any(types => types.Count > 0);
}

/// <summary>One number of a report.</summary>
/// <param name="Parameter">Its name as a parameter, for messages: <c>quality</c>.</param>
/// <param name="Member">Its name as a member of the report, unescaped: <c>Quality</c>.</param>
/// <param name="Kind">The C# type.</param>
/// <param name="Low">Lowest number.</param>
/// <param name="High">Highest number.</param>
/// <param name="IsReport">Whether it is the report itself.</param>
/// <param name="IsSettable">Whether a copy with another value can be made.</param>
internal sealed record FieldPlan(string Parameter, string Member, NumberKind Kind, double Low, double High, bool IsReport, bool IsSettable)
{
    /// <summary>The enum whose members these are, with <c>global::</c>; null for a number.</summary>
    public string? Enumeration { get; init; }

    /// <summary>The values of the enum's members; empty for a number.</summary>
    public EquatableArray<double> Values { get; init; } = [];

    /// <summary>The type as C# writes it.</summary>
    public string Type => Enumeration ?? Keyword(Kind);

    /// <summary>Whether −0 is among the numbers that the check lets pass, so that it must become 0 before a rule sees it.</summary>
    public bool MayBeNegativeZero => Kind == NumberKind.Double && Low <= 0 && High >= 0 && IsSettable;

    /// <summary>The keyword of a kind of number.</summary>
    public static string Keyword(NumberKind kind) => kind switch
    {
        NumberKind.Decimal => "decimal",
        NumberKind.Int32 => "int",
        NumberKind.Int64 => "long",
        NumberKind.Boolean => "bool",
        _ => "double",
    };
}
