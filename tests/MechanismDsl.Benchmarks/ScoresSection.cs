using MechanismDsl.Kernels;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Benchmarks;

/// <summary>Eight agents that differ, against a plain second-price auction on the same bids.</summary>
internal static class ScoresSection
{
    private const int Agents = 8;
    private const int Auctions = 128;

    private static readonly Sale<double>[] Sales = new Sale<double>[Auctions];

    public static IEnumerable<Comparison> Comparisons()
    {
        yield return Affine();
        yield return Piecewise();
        yield return Lognormal();
    }

    private static Comparison Affine()
    {
        // Values uniform on [0, b]: virtual value 2v − b, reserve b/2.
        var tops = Enumerable.Range(0, Agents).Select(agent => 10.0 + agent).ToArray();
        var scores = new AffineScores(
            [.. tops.Select(_ => 2.0)], [.. tops.Select(top => -top)], [.. tops.Select(top => top / 2)]);
        var draws = new Draws(50_001);
        var bids = Rows(() => [.. tops.Select(top => top * draws.Uniform())]);
        return Compare("8 uniform buyers", bids, new("AffineScores.Run", () =>
        {
            for (var auction = 0; auction < bids.Length; auction++)
            {
                Sales[auction] = scores.Run(bids[auction]);
            }

            return Sales[^1].Price;
        }, 1.35));
    }

    private static Comparison Piecewise()
    {
        // Eight pieces each, every second one flat, with other breaks for every agent.
        List<double> from = [];
        List<double> slopes = [];
        List<double> intercepts = [];
        for (var agent = 0; agent < Agents; agent++)
        {
            var (start, score) = (0.0, -4.0 - (0.1 * agent));
            for (var piece = 0; piece < PiecewiseScores.MostPieces; piece++)
            {
                var slope = piece % 2 == 0 ? 2.0 : 0;
                var length = 1 + (0.07 * agent);
                from.Add(start);
                slopes.Add(slope);
                intercepts.Add(score - (slope * start));
                score += slope * length;
                start += length;
            }
        }

        var scores = new PiecewiseScores(
            [.. Enumerable.Repeat(PiecewiseScores.MostPieces, Agents)], from.ToArray(), slopes.ToArray(), intercepts.ToArray(), [.. Enumerable.Repeat(2.0, Agents)]);
        var draws = new Draws(50_002);
        var bids = Rows(() => draws.Uniforms(Agents, 10));
        return Compare("8 buyers with 8 pieces each", bids, new("PiecewiseScores.Run", () =>
        {
            for (var auction = 0; auction < bids.Length; auction++)
            {
                Sales[auction] = scores.Run(bids[auction]);
            }

            return Sales[^1].Price;
        }, 4));
    }

    private static Comparison Lognormal()
    {
        var priors = Enumerable.Range(0, Agents).Select(agent => new LognormalPrior(0.1 * agent, 0.4 + (0.05 * agent))).ToArray();
        var agents = priors.Select(Tabulate).ToArray();
        var scores = new SmoothScores(agents);
        var draws = new Draws(50_003);
        var bids = Rows(() => [.. priors.Select(prior => prior.Quantile(Math.Max(draws.Uniform(), 1e-9)))]);
        return Compare($"8 lognormal buyers, error {Error(priors, agents, bids):0e+0}", bids, new("SmoothScores.Run", () =>
        {
            for (var auction = 0; auction < bids.Length; auction++)
            {
                Sales[auction] = scores.Run(bids[auction]);
            }

            return Sales[^1].Price;
        }, 7));
    }

    /// <summary>Tables of the virtual value and its inverse from the reserve to a value that one draw in 10¹² exceeds.</summary>
    private static SmoothAgent Tabulate(LognormalPrior prior)
    {
        var reserve = Inverse(prior, 0, 1e-3, 1e3);
        var high = prior.Quantile(1 - 1e-12);
        var top = prior.VirtualValue(high);
        var forward = ChebyshevTable.Fit(prior.VirtualValue, reserve, high, floor: reserve, tolerance: 3e-12)
            ?? throw new InvalidOperationException("The virtual value needs too many segments.");
        var inverse = ChebyshevTable.Fit(score => Inverse(prior, score, reserve / 2, 2 * high), 0, top, tolerance: 5e-12)
            ?? throw new InvalidOperationException("The inverse virtual value needs too many segments.");
        return new(Curve(forward), Curve(inverse), 1, top - high, reserve);
    }

    private static SmoothCurve Curve(ChebyshevTable table) =>
        new(table.Low, table.High, table.Shift, table.Scale, table.SegmentBits, table.FirstSegment, table.Coefficients.AsSpan().ToArray());

    private static double Inverse(LognormalPrior prior, double score, double low, double high)
    {
        while (true)
        {
            var middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high)
            {
                return high;
            }

            (low, high) = prior.VirtualValue(middle) < score ? (middle, high) : (low, middle);
        }
    }

    /// <summary>The largest relative difference between the prices of the tables and those of bisection on the virtual value.</summary>
    private static double Error(LognormalPrior[] priors, SmoothAgent[] agents, double[][] bids)
    {
        var scores = new SmoothScores(agents);
        var worst = 0.0;
        foreach (var row in bids)
        {
            var ranked = Enumerable.Range(0, Agents)
                .Select(agent => (Agent: agent, Score: priors[agent].VirtualValue(row[agent])))
                .Where(entry => row[entry.Agent] >= agents[entry.Agent].Lowest)
                .OrderByDescending(entry => entry.Score)
                .ToArray();
            var sale = scores.Run(row);
            if (sale.Winner != (ranked.Length == 0 ? -1 : ranked[0].Agent))
            {
                return double.PositiveInfinity;
            }

            if (sale.IsSold)
            {
                var own = agents[sale.Winner].Lowest;
                var exact = ranked.Length == 1 ? own : Math.Max(own, Inverse(priors[sale.Winner], ranked[1].Score, own / 2, 1e6));
                worst = Math.Max(worst, Math.Abs(sale.Price - exact) / exact);
            }
        }

        return worst;
    }

    private static double[][] Rows(Func<double[]> row) => [.. Enumerable.Range(0, Auctions).Select(_ => row())];

    private static Comparison Compare(string title, double[][] bids, Variant variant) =>
        new(title, Auctions, new("SecondPrice.Run", () =>
        {
            for (var auction = 0; auction < bids.Length; auction++)
            {
                Sales[auction] = SecondPrice.Run(bids[auction], 5);
            }

            return Sales[^1].Price;
        }), variant);
}
