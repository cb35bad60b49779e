using MechanismDsl.Theory.Exchange;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Provision;
using MechanismDsl.Theory.SingleParameter.Curves;
using MechanismDsl.Tool.Reports.Charts;

namespace MechanismDsl.Tool.Reports.Figures;

/// <summary>Where one seller and one buyer trade, or two agents get their project, and where they should (Myerson and Satterthwaite 1983, figure 1).</summary>
internal static class DecisionRegionFigure
{
    private const int Efficient = 2;

    /// <summary>The figure of a decision by scores; null for other numbers of agents than two.</summary>
    public static Figure? Of(string id, SolvedProvision solved)
    {
        if (solved.Agents is not [var first, var second])
        {
            return null;
        }

        var cost = solved.Cost.ToDouble();
        return Draw(
            id,
            first.Agent,
            second.Agent,
            solved.Problem.Environment.Name == EnvironmentName.BilateralTrade,
            (one, other) => one >= first.Floor && other >= second.Floor && first.Score.Score(one) + second.Score.Score(other) >= cost,
            (one, other) => one + other >= cost,
            [first.Floor, .. first.Score.Pieces.Select(piece => piece.From)],
            [second.Floor, .. second.Score.Pieces.Select(piece => piece.From)]);
    }

    /// <summary>The figure of an exchange; null unless one seller and one buyer with priors take part.</summary>
    public static Figure? Of(string id, SolvedExchange solved)
    {
        if (solved.Problem.Population is not Population.Named([{ Side: Side.Supplier, Prior: not null } seller, { Side: Side.Buyer, Prior: not null } buyer]))
        {
            return null;
        }

        // Who trades does not depend on balanced payments.
        var interpreter = new ExchangeInterpreter(solved.Problem.Payments is PaymentRule.Balanced ? solved.Problem with { Payments = new PaymentRule.Clarke() } : solved.Problem);
        double[] price = solved.Problem.Payments is PaymentRule.Posted(var posted) ? [posted] : [];
        return Draw(
            id,
            seller,
            buyer,
            isTrade: true,
            (one, other) => interpreter.Run([(decimal)other], [(decimal)-one]).Trades > 0,
            (one, other) => other > -one,
            price.Select(amount => -amount),
            price);
    }

    /// <summary>The figure of an exchange by scores; null for more than one seller and one buyer.</summary>
    public static Figure? Of(string id, SolvedMarket solved)
    {
        if (solved is not { Buyers: 1, Sellers: 1 } || solved.Agents.FirstOrDefault(agent => agent.Agent.Side == Side.Supplier) is not { } seller || solved.Agents.FirstOrDefault(agent => agent.Agent.Side == Side.Buyer) is not { } buyer)
        {
            return null;
        }

        var interpreter = new MarketInterpreter(solved);
        return Draw(
            id,
            seller.Agent,
            buyer.Agent,
            isTrade: true,
            (one, other) => interpreter.Run([other], [-one]).Buys[0],
            (one, other) => other > -one,
            [seller.Floor, .. seller.Score.Pieces.Select(piece => piece.From)],
            [buyer.Floor, .. buyer.Score.Pieces.Select(piece => piece.From)]);
    }

    /// <summary>Types of suppliers are minus their costs.</summary>
    private static Figure Draw(
        string id,
        Agent first,
        Agent second,
        bool isTrade,
        Func<double, double, bool> isDecided,
        Func<double, double, bool> isEfficient,
        IEnumerable<double> firstKinks,
        IEnumerable<double> secondKinks)
    {
        var (across, up) = (AxisOf(first), AxisOf(second));
        var (firstSign, secondSign) = (first.Side.Sign(), second.Side.Sign());
        var tracer = new RegionTracer(
            (x, y) => (isDecided(firstSign * x, secondSign * y) ? 1 : 0) + (isEfficient(firstSign * x, secondSign * y) ? Efficient : 0),
            across,
            up);
        var regions = tracer.Trace(firstKinks.Where(double.IsFinite).Select(kink => firstSign * kink), secondKinks.Where(double.IsFinite).Select(kink => secondSign * kink));
        var (yes, no) = isTrade ? ("trade", "no trade") : ("carried out", "not carried out");
        return new Figure(
            id,
            isTrade ? "Where they trade" : "Where it is carried out",
            (isTrade ? "Every pair of cost and value: whether the good changes hands." : "Every pair of values: whether the project is carried out.")
                + (regions.ContainsKey(Efficient) ? $" Hatched: {(isTrade ? "the buyer values it more, but they do not trade" : "it is worth its cost, but is not carried out")}; that is what truth, free choice and the budget cost." : " It is wherever that is worth it."),
            across,
            up,
            [
                .. Region(0, no, Hue.Quiet, isHatched: false, no),
                .. Region(1 + Efficient, yes, Hue.First, isHatched: false, yes),
                .. Region(Efficient, $"{no}, though it would be worth it", Hue.Second, isHatched: true, null),
                .. Region(1, $"{yes}, though it is not worth it", Hue.Fifth, isHatched: true, null),
            ])
        { IsPlane = true };

        IEnumerable<Layer> Region(int value, string label, Hue hue, bool isHatched, string? name)
        {
            if (regions.TryGetValue(value, out var polygons))
            {
                yield return new RegionLayer(label, hue, polygons) { IsHatched = isHatched, Name = tracer.Heart(polygons) is var (at, _) && name is not null ? (at, name) : null };
            }
        }
    }

    private static Axis AxisOf(Agent agent)
    {
        var range = TypeRange.Of(agent.Prior!);
        var (low, high) = (range.From >= 0 && range.From < 0.5 * range.To ? 0 : range.From, range.To);
        return new Axis($"{agent.Side.Type()} of {(agent.Name is { } name ? name : agent.Side == Side.Buyer ? "the buyer" : "the seller")}", low, high > low ? high : low + 1);
    }
}
