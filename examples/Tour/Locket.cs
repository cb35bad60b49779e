using System.Globalization;
using Spectre.Console;

namespace MechanismDsl.Examples;

[Mechanism, Goods(1), Optimal(Objective.Own, PaymentWeight = -1), Agents(2), DiscretePrior([1, 2], [1, 1])]
[Guarantees(BayesianIncentiveCompatible, InterimIndividuallyRational, NoSubsidy)]
public partial class Locket
{
    // What the heirs keep: the owner's value, less all payments.
    [Goal] static double Keep(ReadOnlySpan<int> owners, ReadOnlySpan<double> values) => owners[0] < 0 ? 0 : values[owners[0]];
}

/// <summary>The same, worth 1 or 4.</summary>
[Mechanism, Goods(1), Optimal(Objective.Own, PaymentWeight = -1), Agents(2), DiscretePrior([1, 4], [1, 1])]
[Guarantees(BayesianIncentiveCompatible, InterimIndividuallyRational, NoSubsidy)]
public partial class Heirloom
{
    [Goal] static double Keep(ReadOnlySpan<int> owners, ReadOnlySpan<double> values) => owners[0] < 0 ? 0 : values[owners[0]];
}

/// <summary>
/// Payments leave the family and are lost to it. Where values differ little the lot leaves the heirs the most; where they differ much it is worth paying to find
/// out (Hartline and Roughgarden 2008).
/// </summary>
internal static class LocketStop
{
    public static void Show()
    {
        Screen.Declaration("Locket.cs");
        Screen.Explanation(Locket.Explanation);

        var table = Screen.Table("worth 1 or …", "first", "second", "chance of the first", "of the second");
        foreach (var (first, second) in new[] { (1, 1), (1, 2), (2, 2) })
        {
            var lot = Locket.Run([new(first), new(second)]);
            table.AddRow("2", Screen.Number(first), Screen.Number(second), Screen.Number(lot.Probability(agent: 0, good: 0)), Screen.Number(lot.Probability(agent: 1, good: 0)));
        }

        foreach (var (first, second) in new[] { (1, 1), (1, 4), (4, 4) })
        {
            var sale = Heirloom.Run([new(first), new(second)]);
            table.AddRow("4", Screen.Number(first), Screen.Number(second), Screen.Number(sale.Probability(agent: 0, good: 0)), Screen.Number(sale.Probability(agent: 1, good: 0)));
        }

        AnsiConsole.Write(table);
        AnsiConsole.MarkupLineInterpolated(
            CultureInfo.InvariantCulture,
            $"The heirs expect to keep [bold]{Locket.ExactObjective}[/] and pay {Screen.Number(Locket.ExpectedRevenue)}; where it can be worth 4, [bold]{Heirloom.ExactObjective}[/] and {Screen.Number(Heirloom.ExpectedRevenue)}.");
    }
}
