using MechanismDsl.Generators.Planning;
using MechanismDsl.Generators.Writing.Provision;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Generators.Writing.Exchange;

/// <summary>Writes the file of an exchange of single units.</summary>
internal static class ExchangeTypeWriter
{
    /// <summary>The text of the file.</summary>
    public static string Write(ExchangePlan plan)
    {
        var contract = $"{(plan.IsPair ? "IBilateralTrade" : "IExchange")}<{plan.Currency.Type}>";
        return new MechanismFrame(plan, contract, plan.Environment, plan.Explanation[0].Text, plan.Explanation).Write(
            members =>
            {
                if (plan.IsPair)
                {
                    new TradeWriter(plan, members).Write();
                    if (plan.Rule is ExchangeRule.Scores(var code))
                    {
                        new ScoresWriter(code, members).Write();
                    }

                    return;
                }

                new MarketWriter(plan, members).Write();
                new ExplainWriter(members).WriteExchange(plan);
                if (plan.IsNamed)
                {
                    new NamedMarketWriter(plan, members).Write();
                }
            },
            constants: constants => WriteConstants(plan, constants));
    }

    /// <summary>The call of the library that decides, with the arguments that stand before and after those of the rule.</summary>
    public static string Call(ExchangePlan plan, string reports, string memory = "")
    {
        if (plan.Rule is ExchangeRule.Scores(var code))
        {
            return code.Balance is null
                ? $"global::MechanismDsl.Kernels.ScoreProvision.Trade<{ScoresWriter.Name}>({reports})"
                : $"global::MechanismDsl.Kernels.BalancedProvision.Trade<{ScoresWriter.Name}, {ChargesWriter.Name}>({reports})";
        }

        var grid = plan.Currency.IsGrid;
        var library = plan.IsPair ? "PairExchange" : grid ? "GridExchange" : "UnitExchange";
        var (method, price) = plan.Rule switch
        {
            ExchangeRule.AtPrice => ("AtPrice", ", Price"),
            ExchangeRule.Reduction => ("TradeReduction", string.Empty),
            ExchangeRule.Agva(_, _, var constant) => ("DAgva", ", Costs, Values" + (constant == 0 ? string.Empty : ", " + NumberText.Exact(constant))),
            _ => ("Clarke", string.Empty),
        };
        return $"global::MechanismDsl.Kernels.{library}.{method}{(grid ? $"<{plan.Currency.Type}>" : string.Empty)}({reports}{price}{(grid ? $", {plan.Currency.Step}" : string.Empty)}{memory})";
    }

    /// <summary>The errors of every run.</summary>
    public static void WriteExceptions(SourceWriter writer, string? shape = null)
    {
        writer.Line("/// <exception cref=\"global::System.ArgumentOutOfRangeException\">A report outside the domain; the message names the agent, the value and the domain.</exception>");
        if (shape is not null)
        {
            writer.Line($"/// <exception cref=\"global::System.ArgumentException\">{shape}</exception>");
        }
    }

    private static void WriteConstants(ExchangePlan plan, SourceWriter writer)
    {
        if (plan.Rule is ExchangeRule.AtPrice(var price))
        {
            Constant("The price at which units change hands.", plan.Currency.Type, "Price", plan.Currency.Literal(price));
        }

        if (plan.Rule is ExchangeRule.Agva(var costs, var values, _))
        {
            foreach (var (summary, name, value) in new[] { ("The distribution of costs.", "Costs", costs), ("The distribution of values.", "Values", values) })
            {
                writer.Doc("summary", summary);
                writer.Line($"private static readonly global::MechanismDsl.Kernels.TailMean {name} = {value};");
                writer.Line();
            }
        }

        if (plan.Numbers is { } numbers)
        {
            Constant("Expected gains from trade with truthful reports under the declared priors.", "double", "ExpectedGains", NumberText.Exact(numbers.Gains));
            Constant("What the market maker is expected to add, with truthful reports under the declared priors.", "double", "ExpectedSubsidy", NumberText.Exact(numbers.Subsidy));
        }

        void Constant(string summary, string type, string name, string value)
        {
            writer.Doc("summary", summary);
            writer.Line(Stamp.Attribute());
            writer.Line($"public const {type} {name} = {value};");
            writer.Line();
        }
    }
}
