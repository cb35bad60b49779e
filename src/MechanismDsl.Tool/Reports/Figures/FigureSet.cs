using MechanismDsl.Theory.Automated;
using MechanismDsl.Theory.Exchange;
using MechanismDsl.Theory.MultiParameter;
using MechanismDsl.Theory.Partnerships;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Provision;
using MechanismDsl.Theory.Screening;
using MechanismDsl.Theory.SingleParameter;
using MechanismDsl.Theory.SingleParameter.Insights;
using MechanismDsl.Theory.SingleParameter.Service;
using MechanismDsl.Tool.Reports.Charts;
using Goal = MechanismDsl.Theory.Problems.Objective;

namespace MechanismDsl.Tool.Reports.Figures;

/// <summary>The figures that go with a solution: those that say something about it, in the order of the page.</summary>
internal static class FigureSet
{
    /// <summary>Beyond so many agents, figures about single ones are left out.</summary>
    private const int MostAgents = 6;

    /// <summary>The figures.</summary>
    public static IReadOnlyList<Figure> Of(Solution solution, CancellationToken cancellation) => solution switch
    {
        SolvedAuction auction => [.. OfAuction(auction, cancellation)],
        SolvedService service => [.. OfService(service, cancellation)],
        SolvedProvision provision => [.. Drawn([DecisionRegionFigure.Of("regions", provision)])],
        SolvedExchange exchange => [.. Drawn([DecisionRegionFigure.Of("regions", exchange)])],
        SolvedMarket market => [.. Drawn([DecisionRegionFigure.Of("regions", market)])],
        SolvedOptimum optimum => [OptimumFigure.Of("interim", optimum)],
        SolvedChoice choice => [.. Drawn([ChoiceFigures.Regions("regions", choice), ChoiceFigures.Interim("interim", choice)])],
        SolvedTaxation tax => [.. TaxFigures.Of("tax", tax, cancellation)],
        SolvedPartnership partnership => [.. Drawn([PartnershipFigure.Of("shares", partnership)])],
        _ => [],
    };

    private static IEnumerable<Figure> OfAuction(SolvedAuction auction, CancellationToken cancellation) => Drawn(
    [
        AuctionRegionFigure.Of("regions", auction),
        ExpectationFigures.ByCount("by-count", auction),
        ExpectationFigures.ByReserve("by-reserve", auction, cancellation),
        .. auction.Agents.Select((agent, index) => agent.Agent.Data is not null && DataInsight.Of(auction.Problem, agent.Agent) is { } report ? ExpectationFigures.HoldOut(Id("hold-out", index), report) : null),
        .. Single(auction.Agents.Count, auction.Agents.Select((agent, index) => VirtualValueFigure.Of(Id("virtual", index), agent, ComparesVirtualValues(auction.Problem) ? auction.Cutoff : null, cancellation))),
        .. Single(auction.Agents.Count, auction.Agents.Select((agent, index) => RevenueCurveFigure.Of(Id("revenue", index), agent, cancellation))),
        .. InterimFigures.Of("interim", auction, cancellation),
    ]);

    private static IEnumerable<Figure> OfService(SolvedService service, CancellationToken cancellation) => Drawn(
    [
        ExpectationFigures.ByCount("by-count", service),
        .. Single(service.Agents.Count, service.Agents.Select((agent, index) => VirtualValueFigure.Of(Id("virtual", index), agent, ComparesVirtualValues(service.Problem) ? service.Cutoff : null, cancellation))),
        .. Single(service.Agents.Count, service.Agents.Select((agent, index) => RevenueCurveFigure.Of(Id("revenue", index), agent, cancellation))),
    ]);

    private static bool ComparesVirtualValues(Problem problem) => problem.Objective == Goal.RevenueOptimal;

    private static IEnumerable<Figure?> Single(int agents, IEnumerable<Figure?> figures) => agents <= MostAgents ? figures : [];

    private static IEnumerable<Figure> Drawn(IEnumerable<Figure?> figures) => figures.OfType<Figure>();

    private static string Id(string what, int index) => FormattableString.Invariant($"{what}-{index}");
}
