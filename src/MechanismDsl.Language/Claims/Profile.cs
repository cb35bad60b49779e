using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;

namespace MechanismDsl.Language.Claims;

/// <summary>One report an agent, the run-time reserve if there is one, and what the mechanism does with them.</summary>
internal sealed record Profile(EquatableArray<double> Reports, double? Reserve)
{
    /// <summary>Whether two agents report the same.</summary>
    public bool HasTies => Reports.Distinct().Count() < Reports.Count;

    /// <summary>The same profile with another report of one agent.</summary>
    public Profile With(int agent, double report) =>
        this with { Reports = Reports.Select((own, index) => index == agent ? report : own).ToEquatableArray() };

    /// <summary>Runs the mechanism.</summary>
    public AuctionOutcome Run(AuctionInterpreter interpreter) => interpreter.Run(Reports, Reserve);

    /// <summary>The reports in order, the focal one in brackets: <c>([10], 6)</c>.</summary>
    public string ToString(int focal) => "("
        + string.Join(", ", Reports.Select((report, index) => index == focal ? $"[{Text(report)}]" : Text(report)))
        + ")"
        + (Reserve is { } reserve ? $" and the reserve {Text(reserve)}" : "");

    public static string Text(double number) => NumberText.Words(number, 10);

    /// <summary>The type that reports truthfully.</summary>
    public static double TypeOf(Side side, double report) => side == Side.Buyer ? report : -report;
}
