namespace MechanismDsl.Benchmarks;

/// <summary>A sponsored-search auction with a score of the user's own.</summary>
[Mechanism, SingleItem]
internal partial class Sponsored
{
    /// <summary>The bid weighted by the measured quality.</summary>
    [Score]
    internal static double Score([Between(0, 100)] double bid, [Between(.1, 1), Verified] double quality) => bid * quality;
}

/// <summary>A generated score auction, which checks every input and finds the exact threshold, against the auction that one would write by hand.</summary>
internal static class OwnRulesSection
{
    private const int Agents = 16;
    private const int Auctions = 256;

    private static readonly Sale<double>[] Sales = new Sale<double>[Auctions];

    public static IEnumerable<Comparison> Comparisons()
    {
        var draws = new Draws(70_001);
        var reports = Enumerable.Range(0, Auctions)
            .Select(_ => Enumerable.Range(0, Agents).Select(_ => new Sponsored.Report(100 * draws.Uniform(), 0.1 + (0.9 * draws.Uniform()))).ToArray())
            .ToArray();
        yield return new Comparison("16 bids with qualities", Auctions, new("by hand", () =>
        {
            for (var auction = 0; auction < Auctions; auction++)
            {
                Sales[auction] = ByHand(reports[auction]);
            }

            return Sales[^1].Price;
        }), new Variant("generated", () =>
        {
            for (var auction = 0; auction < Auctions; auction++)
            {
                Sales[auction] = Sponsored.Run(reports[auction]);
            }

            return Sales[^1].Price;
        }, 3));
    }

    /// <summary>The best two scores, and the second over the winner's quality: no check, no exact threshold.</summary>
    private static Sale<double> ByHand(ReadOnlySpan<Sponsored.Report> reports)
    {
        var (winner, best, second) = (-1, double.NegativeInfinity, 0.0);
        for (var agent = 0; agent < reports.Length; agent++)
        {
            var score = reports[agent].Bid * reports[agent].Quality;
            if (score > best)
            {
                (winner, second, best) = (agent, Math.Max(best, 0), score);
            }
            else if (score > second)
            {
                second = score;
            }
        }

        return winner < 0 ? Sale<double>.Unsold : new(winner, second / reports[winner].Quality);
    }
}
