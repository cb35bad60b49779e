using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;

namespace MechanismDsl.Language.Claims;

/// <summary>A few types of an agent that a person can reckon with: inside its support, around the limits of service, on the grid of the money.</summary>
internal sealed class TypeGrid
{
    private const double Scale = 10;

    private static readonly double[] Parts = [1, .6, .4, .8];

    private readonly Money _money;

    public TypeGrid(SolvedAuction auction)
    {
        _money = auction.Problem.Money;
        List<double> limits = [.. Limits(auction).Where(limit => limit is > 0 and < AuctionInterpreter.HighestReport / 4)];
        var scale = limits.Count == 0 ? Scale : 2 * limits.Max();
        RunTimeReserve = auction.Agents.Any(agent => agent.Agent.Reserve is { Amount: null }) ? OnGrid(scale / 2).First() : null;
        Types = auction.Agents.Select(agent => TypesOf(agent.Agent, limits, scale).ToEquatableArray()).ToEquatableArray();
        var round = Types.SelectMany(types => types).Distinct().OrderByDescending(report => report).ToList();
        Deviations = round
            .Concat(round.SelectMany(type => new[] { .8 * type, 1.2 * type }).Append(0).SelectMany(OnGrid).OrderByDescending(report => report))
            .Distinct()
            .ToEquatableArray();
    }

    /// <summary>The reserve that is tried where it is a parameter of the mechanism.</summary>
    public double? RunTimeReserve { get; }

    /// <summary>The types of each agent, the most telling first; one entry for alike agents.</summary>
    public EquatableArray<EquatableArray<double>> Types { get; }

    /// <summary>Reports to deviate to: the types of all agents, then what lies around them, each highest first.</summary>
    public EquatableArray<double> Deviations { get; }

    private static IEnumerable<double> Limits(SolvedAuction auction)
    {
        foreach (var agent in auction.Agents)
        {
            yield return Math.Abs(agent.LowestServed);
            yield return agent.Agent.Reserve?.Amount ?? 0;
        }

        if (auction.Problem.Payments is PaymentRule.Posted(var price))
        {
            yield return price;
        }

        if (auction.Problem.Environment.Cost is SocialCost.PerServed(var cost))
        {
            yield return Math.Abs(cost);
        }
    }

    private IEnumerable<double> TypesOf(Agent agent, List<double> limits, double scale)
    {
        var types = agent.Prior switch
        {
            null => Parts.Select(part => part * scale).Append(0),
            AtomicPrior atomic => atomic.Values.Reverse().Take(2).Concat(atomic.Values.Take(3)),
            { } prior when IsBounded(prior) => Parts.Append(.1).Select(part => prior.Lower + ((prior.Upper - prior.Lower) * part)),
            { } prior => new[] { .2, .5, .7, .4, .9 }.Select(tail => NumberText.Rounded(prior.UpperQuantile(tail), 2)),
        };
        return types
            .Concat(limits.SelectMany(limit => new[] { .8 * limit, 1.2 * limit }))
            .SelectMany(OnGrid)
            .Where(type => agent.Prior is not { } prior || Possible(prior, type))
            .Distinct()
            .Take(6);
    }

    private static bool IsBounded(Prior prior) => !double.IsInfinity(prior.Lower) && !double.IsInfinity(prior.Upper);

    private static bool Possible(Prior prior, double type) =>
        prior is AtomicPrior atomic ? atomic.Values.Contains(type) : type >= prior.Lower && type <= prior.Upper;

    /// <summary>The legal report nearest to a number, with few digits so that it can be read.</summary>
    private IEnumerable<double> OnGrid(double report)
    {
        var rounded = _money.IsGrid
            ? (double)decimal.Round((decimal)Math.Max(0, Math.Min(report, AuctionInterpreter.HighestReport)), _money.Kind == MoneyKind.Decimal ? _money.Decimals : 0)
            : NumberText.Rounded(report, 12);
        return rounded is >= 0 and <= AuctionInterpreter.HighestReport ? [rounded] : [];
    }
}
