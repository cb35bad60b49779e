using MechanismDsl.Theory.Automated;
using MechanismDsl.Theory.Correlated;
using MechanismDsl.Theory.Crowdfunding;
using MechanismDsl.Theory.Exchange;
using MechanismDsl.Theory.MultiParameter;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Partnerships;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Provision;
using MechanismDsl.Theory.Screening;
using MechanismDsl.Theory.SingleParameter;
using MechanismDsl.Theory.SingleParameter.Service;

namespace MechanismDsl.Tool.Reports.Figures;

/// <summary>The few numbers of a solution that stand on top of its page.</summary>
internal static class KeyNumbers
{
    private const int Digits = 9;

    /// <summary>Names and values; empty where there are none.</summary>
    public static IReadOnlyList<(string Name, string Value)> Of(Solution solution) => solution switch
    {
        SolvedAuction auction => [.. OfAuction(auction)],
        SolvedService service => [.. OfService(service)],
        SolvedProvision provision => [.. OfProvision(provision)],
        SolvedExchange { Numbers: { } numbers } => [
            ("expected gains of efficient trade", numbers.FirstBest.Text(Digits)),
            ("expected gains of the trades that are made", numbers.Gains.Text(Digits)),
            ("expected subsidy", numbers.Subsidy.Text(Digits))],
        SolvedMarket { Numbers: { } numbers } market => [
            .. market.LeastGain is { } least ? [("they trade from a gain of", RationalText.Of(least))] : Array.Empty<(string, string)>(),
            ("expected gains of efficient trade", numbers.FirstBest.Text),
            ("expected gains of the trades that are made", numbers.Gains.Text),
            ("expected number of trades", numbers.Trades.Text),
            ("expected surplus", numbers.Surplus.Text)],
        SolvedChoice { Expected: { } expected } => [
            ("expected welfare", RationalText.Of(expected.Welfare)),
            ("expected payments", RationalText.Of(expected.Revenue)),
            ("somebody pays with probability", RationalText.Of(expected.Paying))],
        SolvedOptimum optimum => [
            .. optimum.Problem.Optimum!.Goal == OptimumGoal.Own ? [("value of the goal", RationalText.Of(optimum.Objective))] : Array.Empty<(string, string)>(),
            ("expected revenue", RationalText.Of(optimum.Revenue)),
            ("expected welfare", RationalText.Of(optimum.Welfare)),
            ("welfare if types were known", RationalText.Of(optimum.FirstBest)),
            .. optimum.Best.Relaxation == optimum.Best.Value ? Array.Empty<(string, string)>() : [("with lotteries", RationalText.Of(optimum.Best.Relaxation))]],
        SolvedExtraction extraction => [
            ("expected revenue", RationalText.Of(extraction.Revenue)),
            ("all that there is", RationalText.Of(extraction.FullSurplus)),
            ("a second-price auction would earn", RationalText.Of(extraction.SecondPrice)),
            ("least utility at any profile", RationalText.Of(extraction.LeastUtility))],
        SolvedPartnership partnership => [
            ("expected surplus", partnership.Surplus.Text),
            ("expected highest value", partnership.Welfare.Text),
            .. partnership.Admissible is { } shares ? [("shares at which both agree", $"{shares.Low.Text(4)} to {shares.High.Text(4)}")] : Array.Empty<(string, string)>()],
        SolvedCampaign { Numbers: { } numbers } campaign => [
            ("target", campaign.Target.Text()),
            ("funded with probability", numbers.Funded.Text),
            ("expected profit", numbers.Profit.Text),
            .. numbers.BackerSurplus is { } surplus ? [("expected gain of the backers", surplus.Text)] : Array.Empty<(string, string)>()],
        SolvedTaxation tax => [("expected tax before it is handed back", tax.Revenue.Text), ("handed back to everybody", tax.Rebate.Text)],
        _ => [],
    };

    private static IEnumerable<(string, string)> OfAuction(SolvedAuction auction)
    {
        foreach (var limit in Limits(auction.Agents))
        {
            yield return limit;
        }

        var isBuyer = auction.Agents[0].Agent.Side == Side.Buyer;
        foreach (var one in auction.StatedNumbers.Count > 3 ? auction.StatedNumbers.Where(one => one.Agents is 1 or 2 or 3) : auction.StatedNumbers)
        {
            var among = auction.Problem.Population is Population.Named ? string.Empty : FormattableString.Invariant($", n = {one.Agents}");
            yield return ($"expected {(isBuyer ? "revenue" : "outlay")}{among}", one.Revenue.Text(Digits));
            if (auction.StatedNumbers.Count == 1)
            {
                yield return ("of the efficient welfare it makes", (100 * one.Welfare / one.FirstBest).Text(4) + " %");
                yield return (isBuyer ? "sold with probability" : "bought with probability", one.Sale.Text());
                if (one.Misallocation > 0)
                {
                    yield return ("not to the best agent with probability", one.Misallocation.Text());
                }
            }
        }
    }

    private static IEnumerable<(string, string)> OfService(SolvedService service) =>
    [
        .. Limits(service.Agents),
        .. service.Numbers.Take(3).Select(one => (
            $"expected {(service.Agents[0].Agent.Side == Side.Buyer ? "revenue" : "outlay")}" + (service.Problem.Population is Population.Named ? string.Empty : FormattableString.Invariant($", n = {one.Agents}")),
            one.Revenue.Text(Digits))),
    ];

    private static IEnumerable<(string, string)> OfProvision(SolvedProvision solved)
    {
        if (solved.LeastSum is { } least)
        {
            yield return (solved.Problem.Environment.Name == EnvironmentName.BilateralTrade ? "they trade from a gain of" : "carried out from a sum of", RationalText.Of(least));
        }

        if (solved.Numbers is { } numbers)
        {
            yield return ("expected welfare of the efficient decision", numbers.FirstBest.Text);
            yield return ("expected welfare", numbers.Welfare.Text);
            if (numbers.FirstBest.Value > 0)
            {
                yield return ("kept of the efficient welfare", (100 * numbers.Welfare.Value / numbers.FirstBest.Value).Text(4) + " %");
            }

            yield return ("decided for with probability", numbers.Chance.Text);
            yield return ("expected surplus", numbers.Surplus.Text);
        }

        if (solved.Lambda is { } weight && solved.IsShareExact)
        {
            yield return ("λ, the price of money from outside", RationalText.Of(weight));
        }
    }

    private static IEnumerable<(string, string)> Limits(IEnumerable<SolvedAgent> agents) => agents
        .Where(agent => double.IsFinite(agent.LowestServed) && (agent.Agent.Side == Side.Supplier || agent.LowestServed > 0))
        .Take(4)
        .Select(agent => ((agent.Agent.Side == Side.Buyer ? "reserve" : "ceiling") + (agent.Agent.Name is { } name ? $" for {name}" : string.Empty), (agent.Agent.Side.Sign() * agent.LowestServed).Text(Digits)));
}
