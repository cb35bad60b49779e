using MechanismDsl.Generators.Planning;
using MechanismDsl.Theory.Data;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.SingleParameter;
using MechanismDsl.Theory.SingleParameter.Insights;

namespace MechanismDsl.Generators.Explaining;

/// <summary>What a reader should know of the data before trusting a mechanism made from them, the unpleasant facts included.</summary>
internal sealed class DataExplainer(MechanismPlan plan, SolvedAuction auction)
{
    private readonly string _earned = plan.Market.IsProcurement ? "gain" : "revenue";

    /// <summary>Adds the lines, for every agent whose prior comes from a file.</summary>
    public void Explain(Action<int, string> add)
    {
        foreach (var agent in auction.Agents)
        {
            if (DataInsight.Of(auction.Problem, agent.Agent) is { } report)
            {
                add(1, $"Data{(agent.Agent.Name is { } name ? " of " + name : string.Empty)}:");
                Explain(report, add);
            }
        }
    }

    private void Explain(DataReport report, Action<int, string> add)
    {
        var auctions = report.Auctions is { } number ? $" from {Number(number)} auctions" : string.Empty;
        add(2, $"sample: {report.Source}, {Number(report.Values)} values{auctions}, from {Number(report.Lowest)} to {Number(report.Highest)}");
        var isUsed = report.Options.Rule != DataRule.NoReserve;
        if (isUsed)
        {
            add(2, $"{plan.Market.Limit} by resampling: from {Number(report.Range.Low)} to {Number(report.Range.High)} in nine of ten resamples");
            if (report.IsReserveAtEnd)
            {
                add(2, $"every value of the sample meets the {plan.Market.Limit}: the sample may have been cut off at an earlier {plan.Market.Limit}, and it cannot tell what a {(plan.Market.IsProcurement ? "higher" : "lower")} one would earn");
            }
        }
        else
        {
            add(2, "the rule uses no price learnt from the sample; it serves the expectations below");
        }

        if (report.Dependence is { } dependence)
        {
            add(2, dependence.Matters
                ? $"dependence: {plan.Market.Reports} of one auction are alike (correlation {Number(dependence.Correlation)}), so the sample tells as much as {Number(dependence.EffectiveSize)} independent values"
                : $"dependence: none that matters within an auction (correlation {Number(dependence.Correlation)})");
        }

        if (isUsed)
        {
            var size = report.ClusteredSampleSize ?? report.SampleSize;
            add(2, $"sample size: with 95 % confidence the learnt price loses at most {Number(size.MayLose)} of the best price's {_earned} from one {plan.Market.Agent}");
        }

        if (report.HoldOut is { } replay)
        {
            var rules = replay.Rules.Select(rule => $"{Name(rule.Rule)} {Number(rule.Revenue)}");
            add(2, $"{_earned} on held-out auctions: {string.Join(", ", rules)}");
            if (report.BetterSimplerRule is { } better)
            {
                add(2, $"the chosen rule loses: {Name(better.Rule)} earns more on auctions that neither had seen");
            }
        }
        else if (isUsed)
        {
            add(2, "held-out auctions: too few to tell whether the rule earns more than a simpler one");
        }
    }

    private string Name(DataRule rule) => rule switch
    {
        DataRule.NoReserve => $"no {plan.Market.Limit}",
        DataRule.Reserve => plan.Market.Limit,
        DataRule.Bins => "ironed bins",
        _ => "exact ironing",
    };

    private static string Number(double value) => NumberText.Words(value, 6);
}
