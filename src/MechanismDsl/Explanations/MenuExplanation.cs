using System.Numerics;

namespace MechanismDsl.Explanations;

/// <summary>
/// Why an agent gets what it gets where a table decides: with the reports of the others as they are, every report of its own is an entry of a menu, and truth takes the
/// best one (the taxation principle; Hammond 1979, Guesnerie 1981) — at every profile where truth is dominant, on average where it is a best reply in expectation.
/// </summary>
public static class MenuExplanation
{
    /// <summary>Explains a sale of one item by a table.</summary>
    /// <typeparam name="TReport">The numbers of reports.</typeparam>
    /// <typeparam name="TMoney">The numbers of payments.</typeparam>
    /// <param name="reports">The reports.</param>
    /// <param name="agent">The agent that asks; null for all, a line each.</param>
    /// <param name="names">The names of the agents; empty where they are told apart by their index.</param>
    /// <param name="types">For each agent the reports that it can make, ascending.</param>
    /// <param name="run">The mechanism.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such agent, or a report is none of its types.</exception>
    public static string Of<TReport, TMoney>(ReadOnlySpan<TReport> reports, int? agent, IReadOnlyList<string> names, TReport[][] types, Func<TReport[], SharedSale<TMoney>> run)
        where TReport : struct, INumber<TReport>
        where TMoney : struct, INumber<TMoney> =>
        new MenuText<TReport>(reports.ToArray(), names, types, ExplainedNumber.Of, (own, asked) =>
        {
            var (chance, payment) = run(own)[asked];
            var words = chance switch { 0 => "nothing", 1 => "the item", _ => $"the item with probability {ExplainedNumber.Of(chance)}" };
            return new MenuEntry($"{words} at {ExplainedNumber.Of(payment)}", chance, double.CreateChecked(payment));
        }) { Value = static (report, entry) => double.CreateChecked(report) * entry.Chance }.Write(agent);

    /// <summary>Explains a choice among outcomes by a table.</summary>
    /// <typeparam name="TReport">The numbers of reports.</typeparam>
    /// <typeparam name="TOutcome">The enumeration of the outcomes.</typeparam>
    /// <typeparam name="TMoney">The numbers of payments.</typeparam>
    /// <inheritdoc cref="Of{TReport, TMoney}(ReadOnlySpan{TReport}, int?, IReadOnlyList{string}, TReport[][], Func{TReport[], SharedSale{TMoney}})"/>
    public static string Of<TReport, TOutcome, TMoney>(ReadOnlySpan<TReport> reports, int? agent, IReadOnlyList<string> names, TReport[][] types, Func<TReport[], Lottery<TOutcome, TMoney>> run)
        where TReport : struct, INumber<TReport>
        where TOutcome : struct, Enum
        where TMoney : struct, INumber<TMoney> =>
        new MenuText<TReport>(reports.ToArray(), names, types, ExplainedNumber.Of, (own, asked) =>
        {
            var lottery = run(own);
            List<string> drawn = [];
            for (var outcome = 0; outcome < lottery.Chances.Length; outcome++)
            {
                if (lottery.Chances[outcome] is > 0 and var chance)
                {
                    drawn.Add(chance == 1 ? $"{lottery.Outcomes[outcome]}" : $"{lottery.Outcomes[outcome]} with probability {ExplainedNumber.Of(chance)}");
                }
            }

            return new MenuEntry($"{ExplainedNumber.List(drawn)} at {ExplainedNumber.Of(lottery.Payments[asked])}", 0, double.CreateChecked(lottery.Payments[asked]));
        }).Write(agent);

    /// <summary>Explains a sale of several goods by a table.</summary>
    /// <typeparam name="TReport">The record of an agent's values.</typeparam>
    /// <param name="reports">The reports.</param>
    /// <param name="agent">The agent that asks; null for all, a line each.</param>
    /// <param name="names">The names of the agents; empty where they are told apart by their index.</param>
    /// <param name="goods">The names of the goods.</param>
    /// <param name="types">For each agent the reports that it can make.</param>
    /// <param name="values">What every good is worth at a report.</param>
    /// <param name="run">The mechanism.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such agent, or a value is none that it can have.</exception>
    public static string Of<TReport>(
        ReadOnlySpan<TReport> reports, int? agent, IReadOnlyList<string> names, IReadOnlyList<string> goods, TReport[][] types, Func<TReport, double[]> values, Func<TReport[], GoodsSale<double>> run)
        where TReport : struct
    {
        return new MenuText<TReport>(
            reports.ToArray(),
            names,
            types,
            report => string.Join(", ", values(report).Select((value, good) => $"{goods[good]} {ExplainedNumber.Of(value)}")),
            (own, asked) =>
            {
                var sale = run(own);
                double[] chances = [.. goods.Select((_, good) => Math.Min(1, sale.Probability(asked, good)))];
                List<string> gets = [.. goods.Select((name, good) => (name, chance: chances[good])).Where(pair => pair.chance > 0)
                    .Select(pair => pair.chance == 1 ? pair.name : $"{pair.name} with probability {ExplainedNumber.Of(pair.chance)}")];
                return new MenuEntry($"{(gets.Count == 0 ? "nothing" : ExplainedNumber.List(gets))} at {ExplainedNumber.Of(sale.Payments[asked])}", 0, sale.Payments[asked]) { Chances = chances };
            }) { Value = (report, entry) => values(report).Zip(entry.Chances, (value, chance) => value * chance).Sum() }.Write(agent);
    }

    /// <summary>All reports that say one of the values of every good.</summary>
    /// <typeparam name="TReport">The record of an agent's values.</typeparam>
    /// <param name="values">For each good its values.</param>
    /// <param name="make">A report of one value a good.</param>
    public static TReport[] Types<TReport>(double[][] values, Func<double[], TReport> make)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(make);
        IEnumerable<double[]> types = [[]];
        foreach (var good in values)
        {
            types = types.SelectMany(type => good.Select(value => (double[])[.. type, value])).ToList();
        }

        return [.. types.Select(make)];
    }
}
