using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Tool.Reports.Charts;

namespace MechanismDsl.Tool.Reports.Figures;

/// <summary>Agents as figures speak of them.</summary>
internal static class AgentWords
{
    /// <summary>The name; of alike agents what they are.</summary>
    public static string Name(this Agent agent) => agent.Name ?? (agent.Side == Side.Buyer ? "a bidder" : "a supplier");

    /// <summary>What an agent knows of itself.</summary>
    public static string Type(this Side side) => side == Side.Buyer ? "value" : "cost";

    /// <summary>1 for buyers, whose type is their report; −1 for suppliers, whose type is minus their report.</summary>
    public static double Sign(this Side side) => side == Side.Buyer ? 1 : -1;

    /// <summary>The colour of an agent.</summary>
    public static Hue Hue(int agent) => (Hue)(agent % 6);

    /// <summary>A number as pages write it: as many digits as a reader can use.</summary>
    public static string Text(this double value, int digits = 6) => double.IsNaN(value) ? "–"
        : double.IsPositiveInfinity(value) ? "∞"
        : double.IsNegativeInfinity(value) ? "−∞"
        : NumberText.Words(value, digits).Replace('-', '−');
}
