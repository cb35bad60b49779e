using MechanismDsl.Generators.Planning;
using MechanismDsl.Language;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Writing.Own;

/// <summary>The C# expressions about reports and the user's methods that all writers of such a mechanism share.</summary>
internal sealed class OwnText(OwnPlan plan)
{
    /// <summary>The nested class that holds what is not for callers.</summary>
    public const string Engine = "Engine";

    /// <summary>The record that the generated part declares for the parameters of a score.</summary>
    public const string ReportRecord = "Report";

    private readonly ReportPlan _report = plan.Report;

    /// <summary>The type itself, from anywhere: names of the user's methods may also be names inside the engine.</summary>
    public string Self { get; } = "global::" + FileFrame.QualifiedName(plan.Type);

    /// <summary>The C# type of one agent's report.</summary>
    public string Report => _report.Shape switch
    {
        ReportShape.Number => _report.Own.Type,
        ReportShape.Record => _report.RecordType!,
        _ => $"{Self}.{ReportRecord}",
    };

    /// <summary>The type of the search for thresholds: whole numbers are searched as <c>long</c>.</summary>
    public string Search => plan.Money.Type;

    /// <summary>The parameter with all reports.</summary>
    public string Reports => _report.Shape == ReportShape.Number ? plan.Market.Reports : "reports";

    /// <summary>One element of it.</summary>
    public string One => _report.Shape == ReportShape.Number ? plan.Market.Report : "report";

    /// <summary>The span type of all reports.</summary>
    public string Span => $"global::System.ReadOnlySpan<{Report}>";

    /// <summary>The outcome type.</summary>
    public string Outcome => $"global::MechanismDsl.{(plan.HasWinner ? "Sale" : plan.Clicks.Count > 0 ? "Placements" : "Awards")}<{plan.Money.Type}>";

    /// <summary>What one agent gets and pays.</summary>
    public string Award => $"global::MechanismDsl.{(plan.Clicks.Count > 0 ? "Placement" : "Award")}<{plan.Money.Type}>";

    /// <summary>The kernels' namespace.</summary>
    public const string Kernels = "global::MechanismDsl.Kernels.";

    /// <summary>The argument that keeps small scratch memory on the stack; a user's record may hold references, which the stack cannot.</summary>
    public string Stack => IsPlain ? StackOf(Report) : "default";

    /// <summary>The argument that keeps small scratch memory of a plain type on the stack.</summary>
    public static string StackOf(string type) => $"stackalloc {type}[{Kernels}RunMemory<{type}>.OnStack]";

    /// <summary>Whether a report has no references, so that it can live on the stack.</summary>
    public bool IsPlain => _report.Shape != ReportShape.Record;

    /// <summary>The number that is the report, of a report that is an expression.</summary>
    public string Amount(string report) => Field(report, _report.Own);

    /// <summary>One number of a report.</summary>
    public string Field(string report, FieldPlan field) => _report.Shape == ReportShape.Number ? report : $"{report}.{Identifier.Escape(field.Member)}";

    /// <summary>The report with another amount of the search's type.</summary>
    public string With(string report, string amount)
    {
        var own = _report.Own;
        var value = own.Kind == NumberKind.Int32 ? $"(int){amount}" : amount;
        return _report.Shape == ReportShape.Number ? value : $"{report} with {{ {Identifier.Escape(own.Member)} = {value} }}";
    }

    /// <summary>The call of the user's score.</summary>
    public string Score(DecisionPlan.Score score, string report) => _report.Shape == ReportShape.Parameters
        ? $"{Self}.{Identifier.Escape(score.Method)}({string.Join(", ", _report.Fields.Select(field => Field(report, field)))})"
        : $"{Self}.{Identifier.Escape(score.Method)}({report})";

    /// <summary>The lowest (a supplier's: highest) number of the report's domain, as a literal of the search's type.</summary>
    public string WorstAmount => plan.Money.Kind == MoneyKind.Double
        ? Literal(_report.Own, plan.Market.IsProcurement ? _report.Own.High : _report.Own.Low, isLow: true)
        : plan.Money.Literal(plan.Market.IsProcurement ? plan.Money.RoundDown(_report.Own.High) : plan.Money.RoundUp(_report.Own.Low));

    /// <summary>Writes, inside a loop over the places of a ranking, what the agent there pays for its slot: for the clicks that each slot has more than the next, the threshold that gets them.</summary>
    public void WriteSlot(SourceWriter writer, string price)
    {
        var clicks = plan.Clicks;
        var steps = clicks.Select((own, slot) => plan.Money.Operand(own - (slot + 1 < clicks.Count ? clicks[slot + 1] : 0)));
        writer.Line($"global::System.ReadOnlySpan<{plan.Money.Type}> steps = [{string.Join(", ", steps)}];");
        writer.Line($"{plan.Money.Type} payment = 0;");
        writer.Block("for (var slot = place; slot < steps.Length; slot++)", () =>
        {
            writer.Line("var standing = ranking.Against(place, slot + 1);");
            writer.Line($"payment += steps[slot] * {price};");
        });
        writer.Line();
        writer.Line("awards[agent] = new(place, payment);");
    }

    /// <summary>The unit of the grid as an argument, with a leading comma; empty without a decimal grid.</summary>
    public string UnitArgument => plan.Money.Kind == MoneyKind.Decimal ? ", " + plan.Money.Step : string.Empty;

    /// <summary>A literal of a field's type.</summary>
    public static string Literal(FieldPlan field, double value, bool isLow) => field.Kind switch
    {
        NumberKind.Decimal => new Currency(MoneyKind.Decimal, 0).Literal(value),
        NumberKind.Int32 or NumberKind.Int64 => new Currency(MoneyKind.Int64, 0).Literal(isLow ? Math.Ceiling(value) : Math.Floor(value)),
        _ when value == Market.LargestReport => "1e15",
        _ => NumberText.Exact(value),
    };

    /// <summary>The domain of a number in words: <c>a number in [0, 100]</c>.</summary>
    public string Domain(FieldPlan field)
    {
        if (field.Enumeration is { } named)
        {
            return $"a member of {named.Substring(named.LastIndexOfAny(['.', ':']) + 1)}";
        }

        var what = field.Kind switch
        {
            NumberKind.Int32 or NumberKind.Int64 => "a whole number",
            NumberKind.Decimal when field.IsReport => $"a multiple of {plan.Money.Step.TrimEnd('m')}",
            _ => "a number",
        };
        return $"{what} in [{Words(field.Low)}, {Words(field.High)}]";
    }

    private static string Words(double value) => value == Market.LargestReport ? "1e15" : NumberText.Exact(value);
}
