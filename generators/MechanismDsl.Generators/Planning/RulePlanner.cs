using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;

namespace MechanismDsl.Generators.Planning;

/// <summary>Turns score curves of types into rules about reports: mirrors them for suppliers, drops what is never served, joins what cannot be told apart.</summary>
internal sealed class RulePlanner(SolvedAuction auction, Market market, Currency currency)
{
    /// <summary>The rule.</summary>
    public RulePlan Plan()
    {
        var limits = auction.Agents.Select(Limit).ToEquatableArray();
        if (auction.Problem.Objective == Objective.FirstToAccept)
        {
            return new RulePlan.First(limits);
        }

        if (auction.AddsScores)
        {
            return auction.Agents.All(agent => agent.Score.IsIdentity)
                ? new RulePlan.BestReport(limits, [])
                : new RulePlan.BestScore(limits, auction.Agents.Select(Curve).ToEquatableArray());
        }

        if (auction.BestReportWins)
        {
            return new RulePlan.BestReport(limits, []);
        }

        var curve = auction.Agents[0].Score;
        return auction.Agents.All(agent => agent.Score == curve)
            ? new RulePlan.BestReport(limits, Blocks(curve).ToEquatableArray())
            : new RulePlan.BestScore(limits, auction.Agents.Select(Curve).ToEquatableArray());
    }

    private Limit Limit(SolvedAgent agent)
    {
        var reserve = agent.Agent.Reserve;
        var isLazy = reserve is { Kind: ReserveKind.Lazy };
        var served = agent.LowestServed;
        if (auction.Problem.Payments is PaymentRule.Posted posted)
        {
            served = Math.Max(served, market.Mirror(posted.Price));
        }

        var competes = isLazy ? agent.Score.LowestMeeting(auction.Cutoff) : served;
        return new Limit(Report(served, reserve?.Amount), Report(competes, reserve?.Amount), reserve is { Amount: null }, isLazy);
    }

    /// <summary>A lowest type as a limit of reports: rounded to the digits that are printed, unless the declaration states it; on a grid, to the next report that meets it.</summary>
    private double Report(double type, double? declared)
    {
        var report = market.Mirror(type);
        report = market.IsProcurement ? Math.Min(report, market.NoLimit) : Math.Max(report, market.NoLimit);
        report = report == declared ? report : NumberText.Rounded(report);
        return market.IsProcurement ? currency.RoundDown(report) : currency.RoundUp(report);
    }

    /// <summary>Constant pieces, joined where neighbours have one score.</summary>
    private IEnumerable<Block> Blocks(ScoreCurve curve)
    {
        var pieces = curve.Pieces;
        for (var index = 0; index < pieces.Count; index++)
        {
            if (pieces[index] is not ConstantPiece { Score: var score } || score < auction.Cutoff)
            {
                continue;
            }

            var first = index;
            while (index + 1 < pieces.Count && pieces[index + 1] is ConstantPiece next && next.Score == score)
            {
                index++;
            }

            var block = new Block(Report(pieces[first].From, null), Beyond(pieces[index].To));
            if (block.Worst != block.Beyond)
            {
                yield return block;
            }
        }
    }

    private Curve Curve(SolvedAgent agent)
    {
        // An agent that must be served has a score below the cost of serving too.
        var lowest = Math.Min(agent.Score.LowestMeeting(auction.Cutoff), agent.LowestServed);
        return new Curve(agent.Score.Pieces.Where(piece => piece.To > lowest).SelectMany(piece => Pieces(piece, lowest)).ToEquatableArray());
    }

    private IEnumerable<Piece> Pieces(ScorePiece piece, double lowest) => piece switch
    {
        VirtualPiece smooth => new Tabulation(market).Pieces(smooth, lowest),
        ConstantPiece flat => [new Piece.Flat(Worst(flat), Beyond(flat.To), NumberText.Rounded(market.Mirror(flat.Score)))],
        AffinePiece line => [new Piece.Line(Worst(line), Beyond(line.To), NumberText.Rounded(line.Slope), NumberText.Rounded(market.Mirror(line.Intercept)))],
        _ => throw new NotSupportedException($"No code is known for a score of kind {piece.GetType().Name}."),
    };

    private double Worst(ScorePiece piece)
    {
        var report = NumberText.Rounded(market.Mirror(piece.From));
        return market.IsProcurement ? Math.Min(report, market.NoLimit) : Math.Max(report, market.NoLimit);
    }

    private double Beyond(double type)
    {
        var report = NumberText.Rounded(market.Mirror(type));
        return market.IsProcurement ? currency.RoundDown(report) : currency.RoundUp(report);
    }
}
