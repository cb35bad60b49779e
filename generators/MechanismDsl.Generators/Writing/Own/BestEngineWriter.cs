using MechanismDsl.Generators.Planning;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Writing.Own;

/// <summary>Writes the efficient allocation of one item: the best report, weighted, among those that are worth serving.</summary>
internal sealed class BestEngineWriter(OwnPlan plan, OwnText text, SourceWriter writer)
{
    /// <summary>Writes it.</summary>
    public void Write(DecisionPlan.Best best)
    {
        var market = plan.Market;
        var hasLimits = best.Limits.Any(limit => limit != market.NoLimit);
        var hasWeights = best.Weights.Any(weight => weight != 1);
        writer.Line();
        writer.Doc("summary", $"The agent with the {market.Best} {(hasWeights ? "weighted " : string.Empty)}{market.Report}; -1 for nobody.");
        writer.Block($"public static int Winner({AllocationEngineWriter.Given(plan, text)} {text.Reports})", () =>
        {
            writer.Line("var winner = -1;");
            writer.Line($"{(hasWeights ? Weighted.Type : plan.Money.Type)} best = 0;");
            writer.Block($"for (var agent = 0; agent < {text.Reports}.Length; agent++)", () =>
            {
                var report = $"{text.Reports}[agent]";
                if (hasLimits)
                {
                    writer.Block($"if (!({report} {market.AtLeast} {PerAgent("Limit", best.Limits, plan.Money)}))", () => writer.Line("continue;"));
                    writer.Line();
                }

                writer.Line($"var standing = {(hasWeights ? $"{PerAgent("Weight", best.Weights, Weighted)} * {report}" : report)};");
                var precedes = plan.Ranks.Count == 0 ? string.Empty : " || (standing == best && Rank(agent) < Rank(winner))";
                writer.Block($"if (winner < 0 || standing {market.Beats} best{precedes})", () => writer.Line("(winner, best) = (agent, standing);"));
            });
            writer.Line();
            writer.Line("return winner;");
        });
        WriteTable("Limit", best.Limits, hasLimits, plan.Money);
        WriteTable("Weight", best.Weights, hasWeights, Weighted);
    }

    /// <summary>The numbers in which weighted reports are compared: a weight of whole money may have digits behind the point.</summary>
    private Currency Weighted => plan.Money.Kind == MoneyKind.Int64 ? new Currency(MoneyKind.Decimal, 0) : plan.Money;

    private static string PerAgent(string table, EquatableArray<double> values, Currency currency) =>
        values.All(value => value == values[0]) ? currency.Operand(values[0]) : $"{table}(agent)";

    private void WriteTable(string name, EquatableArray<double> values, bool isNeeded, Currency currency)
    {
        if (!isNeeded || values.All(value => value == values[0]))
        {
            return;
        }

        writer.Line();
        writer.Line($"private static {currency.Type} {name}(int agent) => agent switch {{ {string.Join(", ", values.Select((value, agent) => $"{(agent == values.Count - 1 ? "_" : NumberText.Exact(agent))} => {currency.Operand(value)}"))} }};");
    }
}
