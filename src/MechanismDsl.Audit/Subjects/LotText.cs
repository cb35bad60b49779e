using System.Collections.Immutable;
using System.Globalization;

namespace MechanismDsl.Auditing.Subjects;

/// <summary>Feasible outcomes in words.</summary>
internal static class LotText
{
    /// <summary>Who gets or gives what.</summary>
    public static string Of(ImmutableArray<Lot> lots, IReadOnlyList<Party> parties)
    {
        var told = Enumerable.Range(0, lots.Length).Where(agent => lots[agent].Item >= 0 && lots[agent].Quantity != 0).ToList();
        if (told.Count == 0)
        {
            return "serving nobody";
        }

        return lots.Length > 1 && told.Count == lots.Length && lots.Distinct().Count() == 1 && lots[0].Item > 0
            ? string.Create(CultureInfo.InvariantCulture, $"outcome {lots[0].Item}")
            : "serving " + string.Join(" and ", told.Select(agent => parties[agent].Name + Detail(lots[agent])));
    }

    private static string Detail(Lot lot) =>
        (lot.Item > 0 ? string.Create(CultureInfo.InvariantCulture, $" with item {lot.Item}") : string.Empty)
        + (Math.Abs(lot.Quantity) == 1 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $" ({Math.Abs(lot.Quantity)})"));
}
