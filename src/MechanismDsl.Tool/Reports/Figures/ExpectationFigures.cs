using MechanismDsl.Theory.Data;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;
using MechanismDsl.Theory.SingleParameter.Curves;
using MechanismDsl.Theory.SingleParameter.Service;
using MechanismDsl.Tool.Reports.Charts;
using Goal = MechanismDsl.Theory.Problems.Objective;

namespace MechanismDsl.Tool.Reports.Figures;

/// <summary>What the platform can expect: by the number of agents, by the reserve, on auctions that the rule has not seen.</summary>
internal static class ExpectationFigures
{
    /// <summary>Expected revenue and welfare by the number of alike agents; null where it is fixed or no expectation is known.</summary>
    public static Figure? ByCount(string id, SolvedAuction auction)
    {
        if (auction.Numbers.Count < 2)
        {
            return null;
        }

        var isBuyer = auction.Agents[0].Agent.Side == Side.Buyer;
        var (revenue, welfare) = (isBuyer ? "expected revenue" : "expected outlay", "expected welfare");
        return new Figure(
            id,
            isBuyer ? "Revenue by the number of bidders" : "Outlay by the number of suppliers",
            $"Exact expectations under {auction.Agents[0].Agent.Prior!.Describe()}, for independent agents who report the truth" + (auction.Problem.Payments is PaymentRule.PayAsBid or PaymentRule.AllPay ? " or play the symmetric equilibrium." : "."),
            new Axis(isBuyer ? "bidders" : "suppliers", 0.5, auction.Numbers.Count + 0.5) { Named = [.. auction.Numbers.Select(one => ((double)one.Agents, FormattableString.Invariant($"{one.Agents}")))] },
            Axis.Holding("money", auction.Numbers.SelectMany(one => new[] { one.Revenue, one.Welfare, one.FirstBest })),
            [
                new LineLayer("welfare if allocated efficiently", Hue.Quiet, [.. auction.Numbers.Select(one => new Point(one.Agents, one.FirstBest))]) { IsDashed = true },
                new LineLayer(null, Hue.Third, [.. auction.Numbers.Select(one => new Point(one.Agents, one.Welfare))]),
                new DotLayer(welfare, Hue.Third, [.. auction.Numbers.Select(one => (new Point(one.Agents, one.Welfare), FormattableString.Invariant($"{one.Agents} agents: {welfare} {one.Welfare.Text()}")))]),
                new LineLayer(null, Hue.First, [.. auction.Numbers.Select(one => new Point(one.Agents, one.Revenue))]),
                new DotLayer(revenue, Hue.First, [.. auction.Numbers.Select(one => (new Point(one.Agents, one.Revenue), FormattableString.Invariant($"{one.Agents} agents: {revenue} {one.Revenue.Text()}")))]),
            ])
        {
            Numbers = new NumberTable(
                ["agents", revenue, welfare, "efficient", isBuyer ? "sold" : "bought"],
                [.. auction.StatedNumbers.Select(one => (IReadOnlyList<string>)[FormattableString.Invariant($"{one.Agents}"), one.Revenue.Text(12), one.Welfare.Text(12), one.FirstBest.Text(12), one.Sale.Text(12)])]),
        };
    }

    /// <summary>Expected revenue where several are served; null where the number of agents is fixed or no expectation is known.</summary>
    public static Figure? ByCount(string id, SolvedService service)
    {
        if (service.Numbers.Count < 2)
        {
            return null;
        }

        var isBuyer = service.Agents[0].Agent.Side == Side.Buyer;
        var revenue = isBuyer ? "expected revenue" : "expected outlay";
        return new Figure(
            id,
            isBuyer ? "Revenue by the number of bidders" : "Outlay by the number of suppliers",
            $"Exact expectations under {service.Agents[0].Agent.Prior!.Describe()}, for independent agents who report the truth.",
            new Axis(isBuyer ? "bidders" : "suppliers", 0.5, service.Numbers.Count + 0.5) { Named = [.. service.Numbers.Select(one => ((double)one.Agents, FormattableString.Invariant($"{one.Agents}")))] },
            Axis.Holding(revenue, service.Numbers.Select(one => one.Revenue)),
            [
                new LineLayer(null, Hue.First, [.. service.Numbers.Select(one => new Point(one.Agents, one.Revenue))]),
                new DotLayer(revenue, Hue.First, [.. service.Numbers.Select(one => (new Point(one.Agents, one.Revenue), FormattableString.Invariant($"{one.Agents} agents: {revenue} {one.Revenue.Text()}")))]),
            ])
        {
            Numbers = new NumberTable(
                ["agents", revenue, service.Problem.Environment.Feasible is Slots ? "clicks" : "served"],
                [.. service.Numbers.Select(one => (IReadOnlyList<string>)[FormattableString.Invariant($"{one.Agents}"), one.Revenue.Text(12), one.Served.Text(12)])]),
        };
    }

    /// <summary>Expected gain by the reserve; null where it is not known.</summary>
    public static Figure? ByReserve(string id, SolvedAuction auction, CancellationToken cancellation)
    {
        var agents = auction.Problem.Population is Population.Alike alike ? alike.Count ?? Math.Max(2, alike.Min) : auction.Agents.Count;
        if (ReserveCurve.Of(auction, agents, cancellation) is not { } curve)
        {
            return null;
        }

        var isBuyer = auction.Agents[0].Agent.Side == Side.Buyer;
        var best = curve.Points.Aggregate((one, other) => other.Gain > one.Gain ? other : one);
        var (limit, gain) = isBuyer ? ("reserve", "expected revenue") : ("ceiling", "the buyer's expected gain");
        if (auction.Problem.Environment.Cost is SocialCost.PerServed(not 0) && isBuyer)
        {
            gain = "the seller's expected gain";
        }

        return new Figure(
            id,
            $"What the {limit} is worth",
            $"The best report wins and {(isBuyer ? "pays" : "receives")} the threshold, with one {limit} for all, among {FormattableString.Invariant($"{curve.Agents}")} agents: {gain} and welfare. "
                + (auction.Problem.Objective == Goal.RevenueOptimal ? "Where priors differ or are ironed, the optimal rule earns more." : string.Empty),
            Axis.Exactly(limit, curve.Points.Select(point => point.Reserve), withZero: isBuyer),
            Axis.Holding("money", curve.Points.SelectMany(point => new[] { point.Gain, point.Welfare })),
            [
                new LineLayer("expected welfare", Hue.Third, [.. curve.Points.Select(point => new Point(point.Reserve, point.Welfare))]) { IsDashed = true },
                new LineLayer(gain, Hue.First, [.. curve.Points.Select(point => new Point(point.Reserve, point.Gain))]),
                new DotLayer(null, Hue.Fifth, [(new(best.Reserve, best.Gain), $"{limit} {best.Reserve.Text()}: {best.Gain.Text()}")]),
                new MarkLayer(IsVertical: true, best.Reserve, $"{limit} {best.Reserve.Text(4)}: {best.Gain.Text()}"),
            ])
        {
            Numbers = new NumberTable(
                [limit, gain, "expected welfare"],
                [.. curve.Points.Where((point, index) => index % 4 == 0 || point == best).Select(point => (IReadOnlyList<string>)[point.Reserve.Text(), point.Gain.Text(10), point.Welfare.Text(10)])]),
        };
    }

    /// <summary>What each rule earned on auctions that it had not seen; null without data, or with too few.</summary>
    public static Figure? HoldOut(string id, DataReport report)
    {
        if (report.HoldOut is not { } replay)
        {
            return null;
        }

        var rows = replay.Rules.Select(rule => (Name: Words(rule.Rule), rule.Revenue, rule.DifferenceError)).ToList();
        return new Figure(
            id,
            "Revenue on auctions not seen",
            FormattableString.Invariant($"Each rule learnt from four fifths of '{report.Source}' and replayed on the rest, {Theory.Data.HoldOut.Folds} times; the mean of {(replay.Auctions is { } auctions ? FormattableString.Invariant($"{auctions} auctions") : "all values")}.")
                + " The whiskers are one standard error of the difference to no reserve.",
            new Axis(string.Empty, 0.4, rows.Count + 0.6) { Named = [.. rows.Select((row, index) => (index + 1.0, row.Name))] },
            Axis.Holding("mean revenue", rows.SelectMany(row => new[] { row.Revenue, row.Revenue + (row.DifferenceError ?? 0) })),
            [
                new BarLayer(null, Hue.First, 0.5, [.. rows.Select((row, index) => (new Point(index + 1, row.Revenue), row.DifferenceError, $"{row.Name}: {row.Revenue.Text()}"))]),
            ])
        {
            Numbers = new NumberTable(["rule", "mean revenue", "standard error of the difference"], [.. rows.Select(row => (IReadOnlyList<string>)[row.Name, row.Revenue.Text(), row.DifferenceError?.Text(3) ?? "–"])]),
        };
    }

    private static string Words(DataRule rule) => rule switch
    {
        DataRule.NoReserve => "no reserve",
        DataRule.Reserve => "reserve",
        DataRule.Bins => "ironed histogram",
        _ => "ironed exactly",
    };
}
