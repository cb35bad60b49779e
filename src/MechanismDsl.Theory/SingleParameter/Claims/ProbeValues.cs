using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.SingleParameter.Claims;

/// <summary>Reports at which a rule is likely to break a claim: round numbers, and numbers at and around the rule's own thresholds.</summary>
internal static class ProbeValues
{
    private static readonly double[] Round = [10, 8, 6, 4, 0];
    private static readonly double[] Around = [1, 1.5, 0.5];

    /// <summary>At most <see cref="ClaimCheck.MostReports"/> reports, all legal and on the grid of the money.</summary>
    public static IReadOnlyList<double> Of(SolvedAuction auction, double? reserve)
    {
        var thresholds = auction.Agents.SelectMany(Thresholds)
            .Concat(auction.Problem.Payments is PaymentRule.Posted(var price) ? [price] : [])
            .Concat([auction.Problem.Payments.EntryFee, Math.Abs(auction.Cutoff), reserve ?? 0])
            .Where(value => value > 0 && value <= AuctionInterpreter.HighestReport / 2)
            .Distinct();
        return [.. thresholds.SelectMany(value => Around.Select(factor => OnGrid(auction.Problem.Money, factor * value))).Distinct().Take(ClaimCheck.MostReports - Round.Length).Concat(Round).Distinct()];
    }

    /// <summary>Profiles over the reports: all of them up to three agents; further agents report what never wins.</summary>
    public static IEnumerable<double[]> Profiles(SolvedAuction auction, IReadOnlyList<double> values)
    {
        var agents = auction.Problem.Population is Population.Alike alike ? Math.Max(alike.Min, Math.Min(2, alike.Max ?? 2)) : auction.Agents.Count;
        var varied = Math.Min(agents, 3);
        var losing = auction.Agents[0].Agent.Side == Side.Buyer ? 0 : AuctionInterpreter.HighestReport / 2;
        var total = (int)Math.Pow(values.Count, varied);
        for (var number = 0; number < total; number++)
        {
            var profile = new double[agents];
            var rest = number;
            for (var agent = varied - 1; agent >= 0; agent--)
            {
                profile[agent] = values[rest % values.Count];
                rest /= values.Count;
            }

            for (var agent = varied; agent < agents; agent++)
            {
                profile[agent] = losing;
            }

            yield return profile;
        }
    }

    // Reports, not types: a supplier's threshold is a cost.
    private static IEnumerable<double> Thresholds(SolvedAgent agent)
    {
        var sign = agent.Agent.Side == Side.Buyer ? 1 : -1;
        return new[] { agent.LowestServed, agent.Agent.Reserve?.Amount * sign ?? double.NaN }
            .Concat(agent.Score.Pieces.Take(3).SelectMany(piece => new[] { piece.From, piece.To }))
            .Where(type => !double.IsNaN(type) && !double.IsInfinity(type))
            .Select(type => sign * type);
    }

    private static double OnGrid(Money money, double value) => money.IsGrid ? (double)Math.Round((decimal)value, money.Kind == MoneyKind.Decimal ? money.Decimals : 0) : value;
}
