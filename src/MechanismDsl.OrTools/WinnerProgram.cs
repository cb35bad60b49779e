using System.Globalization;
using Google.OrTools.Sat;

namespace MechanismDsl.OrTools;

/// <summary>
/// Winner determination as an integer program, one Boolean a bid, at most one accepted bid a good and a bidder, solved by CP-SAT with one worker, a fixed
/// seed and a limit on deterministic time: the same bids give the same outcome everywhere.
/// </summary>
internal sealed class WinnerProgram
{
    private readonly LargeMarket _market;
    private readonly CpModel _model = new();
    private readonly List<(BoolVar IsAccepted, int Index)> _variables = [];
    private double _time;

    public WinnerProgram(LargeMarket market, double deterministicTime)
    {
        (_market, _time) = (market, deterministicTime);
        var ofGoods = new List<ILiteral>[market.Goods];
        var ofBidders = new List<ILiteral>[market.Bidders];
        for (var index = 0; index < market.Bids.Length; index++)
        {
            var bid = market.Bids[index];
            if (bid.Value > 0)
            {
                var isAccepted = _model.NewBoolVar("");
                _variables.Add((isAccepted, index));
                (ofBidders[bid.Bidder] ??= []).Add(isAccepted);
                foreach (var good in bid.Goods)
                {
                    (ofGoods[good] ??= []).Add(isAccepted);
                }
            }
        }

        foreach (var alternatives in ofGoods.Concat(ofBidders))
        {
            if (alternatives is { Count: > 1 })
            {
                _model.AddAtMostOne(alternatives);
            }
        }

        _model.Maximize(LinearExpr.WeightedSum(_variables.Select(variable => variable.IsAccepted), _variables.Select(variable => market.Bids[variable.Index].Value)));
    }

    /// <summary>The best allocation found without a bidder (−1: with all), at least as good as a known one.</summary>
    public Allocation Solve(int without, Allocation known)
    {
        if (_time <= 0 || known.IsOptimal)
        {
            return known;
        }

        _model.ClearHints();
        foreach (var (isAccepted, index) in _variables)
        {
            var bidder = _market.Bids[index].Bidder;

            // A Boolean's domain is [0, 1]; that of a bidder who is away is [0, 0].
            _model.Model.Variables[isAccepted.GetIndex()].Domain[1] = bidder == without ? 0 : 1;

            // The best allocation less a winner is close to the best without it; a greedy one only leads astray.
            if (without >= 0)
            {
                _model.AddHint(isAccepted, known.Accepted[bidder] == index);
            }
        }

        using var solver = new CpSolver();
        solver.StringParameters = string.Create(CultureInfo.InvariantCulture, $"num_workers:1,random_seed:1,max_deterministic_time:{_time:R}");
        var status = solver.Solve(_model);
        _time -= solver.Response?.DeterministicTime ?? _time;
        return status switch
        {
            CpSolverStatus.Optimal or CpSolverStatus.Feasible => Read(solver, status == CpSolverStatus.Optimal, known),
            CpSolverStatus.Unknown => known,
            _ => throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"CP-SAT answered {status} to an integer program that always has a solution.")),
        };
    }

    /// <summary>Reads the accepted bids; that they are disjoint is checked here again, and their total is added up here.</summary>
    private Allocation Read(CpSolver solver, bool isOptimal, Allocation known)
    {
        var accepted = new int[_market.Bidders];
        var isSold = new bool[_market.Goods];
        Array.Fill(accepted, -1);
        var total = 0L;
        foreach (var (isAccepted, index) in _variables)
        {
            if (!solver.BooleanValue(isAccepted))
            {
                continue;
            }

            var bid = _market.Bids[index];
            if (accepted[bid.Bidder] >= 0 || bid.Goods.Any(good => isSold[good]))
            {
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"CP-SAT accepted bid {index} beside another that excludes it."));
            }

            accepted[bid.Bidder] = index;
            total += bid.Value;
            foreach (var good in bid.Goods)
            {
                isSold[good] = true;
            }
        }

        // Totals stay below 2⁵³: the bound, an integer, comes as a double without loss, and only solver noise must be cut off.
        var bound = isOptimal ? total : Math.Min(known.Bound, Math.Max(total, (long)Math.Floor(solver.BestObjectiveBound + 0.5)));
        return total >= known.Total ? new Allocation(accepted, total, bound) : known with { Bound = bound };
    }
}
