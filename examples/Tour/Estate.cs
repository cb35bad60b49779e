using System.Globalization;
using Spectre.Console;

namespace MechanismDsl.Examples;

/// <summary>What is for sale.</summary>
public enum Lot
{
    /// <summary>Worth 4 or 6 to a bidder.</summary>
    Castle,

    /// <summary>Worth 1 or 3 to a bidder.</summary>
    Lake,
}

[Mechanism, Goods<Lot>, Optimal(Objective.Revenue), Agents(2)]
[DiscretePrior([4, 6], [1, 1]), DiscretePrior([1, 3], [1, 1], Good = (int)Lot.Lake)]
[Guarantees(DominantStrategyIncentiveCompatible, ExPostIndividuallyRational)]
public partial class Estate;

/// <summary>Two goods and two bidders: no formula says what earns the most, and no auction of each good by itself does (Adams and Yellen 1976; Conitzer and Sandholm 2002).</summary>
internal static class EstateStop
{
    public static void Show()
    {
        Screen.Declaration("Estate.cs");
        Screen.Explanation(Estate.Explanation);

        var table = Screen.Table("first bidder", "second bidder", "castle to the first", "lake to the first", "first pays", "second pays");
        foreach (var (castle, lake) in new[] { (4, 1), (4, 3), (6, 1), (6, 3) })
        {
            var sale = Estate.Run([new(castle, lake), new(Castle: 4, Lake: 3)]);
            table.AddRow(
                string.Create(CultureInfo.InvariantCulture, $"({castle}, {lake})"),
                "(4, 3)",
                Screen.Number(sale.Probability(agent: 0, good: (int)Lot.Castle)),
                Screen.Number(sale.Probability(agent: 0, good: (int)Lot.Lake)),
                Screen.Number(sale.Payments[0]),
                Screen.Number(sale.Payments[1]));
        }

        AnsiConsole.Write(table);
        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"Expected revenue [bold]{Estate.ExactRevenue}[/].");
    }
}
