using MechanismDsl.Generators.Planning;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Writing.Choice;

/// <summary>The C# expressions that the writers of a choice among outcomes share.</summary>
internal sealed class ChoiceText(ChoicePlan plan)
{
    /// <summary>The nested class that holds what is not for callers.</summary>
    public const string Engine = "Engine";

    /// <summary>The kernels' namespace.</summary>
    public const string Kernels = "global::MechanismDsl.Kernels.";

    /// <summary>The keyword of payments.</summary>
    public string Money => plan.Money.Type;

    /// <summary>The enum.</summary>
    public string Outcome => plan.Outcomes.Type;

    /// <summary>The type itself, from anywhere.</summary>
    public string Self { get; } = "global::" + FileFrame.QualifiedName(plan.Type);

    /// <summary>What one agent reports, from anywhere.</summary>
    public string Report => plan.Report switch
    {
        ChoiceReport.OfType type => FieldPlan.Keyword(type.Kind),
        ChoiceReport.Project => Money,
        _ => $"{Self}.{GeneratedMembers.Report}",
    };

    /// <summary>The parameter with all reports.</summary>
    public string Reports => plan.Report switch
    {
        ChoiceReport.OfType => "types",
        ChoiceReport.Project => "values",
        _ => "reports",
    };

    /// <summary>The span type of all reports.</summary>
    public string Span => $"global::System.ReadOnlySpan<{Report}>";

    /// <summary>The outcome of a run.</summary>
    public string Decision => $"global::MechanismDsl.Decision<{Outcome}, {Money}>";

    /// <summary>Memory on the stack for a run.</summary>
    public static string Stack(string type) => $"stackalloc {type}[{Kernels}RunMemory<{type}>.OnStack]";

    /// <summary>The domain of a reported number in words.</summary>
    public string Domain => $"{(plan.Report, Number.Kind) switch
    {
        (_, MoneyKind.Int64) => "a whole number",
        (not ChoiceReport.OfType, MoneyKind.Decimal) => $"a multiple of {plan.Money.Step.TrimEnd('m')}",
        _ => "a number",
    }} in [{Words(plan.Low)}, {Words(plan.High)}]";

    /// <summary>The numbers in which reports are made.</summary>
    public Currency Number => plan.Report is ChoiceReport.OfType type
        ? new Currency(type.Kind switch
        {
            NumberKind.Decimal => MoneyKind.Decimal,
            NumberKind.Int32 or NumberKind.Int64 => MoneyKind.Int64,
            _ => MoneyKind.Double,
        }, 0)
        : plan.Money;

    /// <summary>A reported number as a literal.</summary>
    public string Literal(double value) => Number.Kind == MoneyKind.Double && Math.Abs(value) == Market.LargestReport ? Words(value) : Number.Literal(value);

    private static string Words(double value) => Math.Abs(value) == Market.LargestReport ? value < 0 ? "-1e15" : "1e15" : NumberText.Exact(value);
}
