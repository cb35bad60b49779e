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
    public string Report => $"{Self}.{GeneratedMembers.Report}";

    /// <summary>The parameter with all reports.</summary>
    public string Reports => "reports";

    /// <summary>The span type of all reports.</summary>
    public string Span => $"global::System.ReadOnlySpan<{Report}>";

    /// <summary>The outcome of a run.</summary>
    public string Decision => $"global::MechanismDsl.Decision<{Outcome}, {Money}>";

    /// <summary>Memory on the stack for a run.</summary>
    public static string Stack(string type) => $"stackalloc {type}[{Kernels}RunMemory<{type}>.OnStack]";

    /// <summary>The domain of a reported number in words.</summary>
    public string Domain => $"{plan.Money.Kind switch
    {
        MoneyKind.Int64 => "a whole number",
        MoneyKind.Decimal => $"a multiple of {plan.Money.Step.TrimEnd('m')}",
        _ => "a number",
    }} in [{Words(plan.Low)}, {Words(plan.High)}]";

    /// <summary>An end of the domain as a literal.</summary>
    public string Literal(double value) => plan.Money.Kind == MoneyKind.Double && Math.Abs(value) == Market.LargestReport ? Words(value) : plan.Money.Literal(value);

    private static string Words(double value) => Math.Abs(value) == Market.LargestReport ? value < 0 ? "-1e15" : "1e15" : NumberText.Exact(value);
}
