using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Data;

/// <summary>What one rule earned on auctions that it had not seen.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Revenue">
/// Mean over all auctions of price − seller's own value (procurement: buyer's value − price), 0 where nothing is sold. For a seller without
/// own value it is the revenue.
/// </param>
/// <param name="DifferenceError">
/// Standard error of the mean difference to <see cref="DataRule.NoReserve"/>, auction by auction, the trained rules taken as given; null where
/// the auctions are unknown, and for that rule itself.
/// </param>
public sealed record RuleReplay(DataRule Rule, double Revenue, double? DifferenceError);

/// <summary>Rules trained on a part of a sample and replayed on the rest.</summary>
/// <param name="Auctions">The number of auctions; null where the sample does not name them.</param>
/// <param name="Agents">Where auctions are unknown, how many bidders were drawn from the held-out values; otherwise null.</param>
/// <param name="Rules">One entry a rule, simplest first.</param>
/// <param name="TrainedReserves">The reserve (procurement: ceiling) of each fold.</param>
public sealed record HoldOutReplay(int? Auctions, int? Agents, EquatableArray<RuleReplay> Rules, EquatableArray<double> TrainedReserves)
{
    /// <summary>The entry of a rule; null if it was not replayed.</summary>
    public RuleReplay? Of(DataRule rule) => Rules.FirstOrDefault(entry => entry.Rule == rule);

    /// <summary>The rule that earned most, the simplest of equals.</summary>
    public RuleReplay Best => Rules.Aggregate((best, entry) => entry.Revenue > best.Revenue ? entry : best);

    /// <summary>
    /// The best of the simpler rules, if it earned more than this one: what was learnt from the data was worth less than nothing. Null otherwise.
    /// </summary>
    public RuleReplay? BetterSimplerRule(DataRule rule)
    {
        var better = Rules.Where(entry => entry.Rule < rule && entry.Revenue > Of(rule)?.Revenue).ToArray();
        return better.Length == 0 ? null : better.Aggregate((best, entry) => entry.Revenue > best.Revenue ? entry : best);
    }
}

/// <summary>
/// Cross-validation (Stone 1974) by whole auctions: what bidders of one auction have in common must not leak from training to replay.
/// </summary>
public static class HoldOut
{
    /// <summary>Fold f holds the auctions (or, where these are unknown, the values) whose index is f modulo this number.</summary>
    public const int Folds = 5;

    /// <summary>So many bidders are assumed where neither the declaration nor the sample tells their number.</summary>
    public const int AgentsIfUnknown = 2;

    /// <summary>
    /// Replays each rule on every auction after training on the folds that do not hold it. Where auctions are unknown, the revenue from
    /// <see cref="DataOptions.Agents"/> (or 2) bidders drawn independently from the held-out values is computed exactly instead. Among equal scores the bidder that the file names first wins. Deterministic.
    /// </summary>
    /// <returns>The result; null if there are fewer auctions (or values) than folds.</returns>
    /// <exception cref="ArgumentException">The sample is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number of the options is outside its domain.</exception>
    public static HoldOutReplay? Of(BidSample sample, DataOptions options, CancellationToken cancellation = default)
    {
        SampleCheck.Require(sample, options);
        return Of(new TypeGrid(sample, options), sample, options, cancellation);
    }

    internal static HoldOutReplay? Of(TypeGrid grid, BidSample sample, DataOptions options, CancellationToken cancellation)
    {
        var knowsAuctions = sample.Auctions.Count > 0;
        var units = knowsAuctions ? sample.Auctions : Enumerable.Range(0, sample.Values.Count).ToEquatableArray();
        if (units.Max() + 1 < Folds)
        {
            return null;
        }

        var agents = options.Agents ?? AgentsIfUnknown;
        var gains = RuleTrainer.Rules(options).ToDictionary(rule => rule, _ => new double[units.Max() + 1]);
        var reserves = new double[Folds];
        for (var fold = 0; fold < Folds; fold++)
        {
            cancellation.ThrowIfCancellationRequested();
            var trainer = new RuleTrainer(grid, grid.Count(entry => units[entry] % Folds != fold), options, cancellation);
            reserves[fold] = trainer.Reserve.Price;
            foreach (var rule in gains.Keys)
            {
                var replay = new AuctionReplay(trainer.Train(rule), grid.Cutoff);
                if (knowsAuctions)
                {
                    ReplayAuctions(replay, grid, units, fold, gains[rule]);
                }
                else
                {
                    var gain = replay.ExpectedGain(grid.Types, grid.Count(entry => units[entry] % Folds == fold), agents);
                    FillFold(gains[rule], fold, gain);
                }
            }
        }

        var rules = gains.Select(entry => new RuleReplay(
            entry.Key,
            entry.Value.Average(),
            knowsAuctions && entry.Key != DataRule.NoReserve ? StandardError(entry.Value, gains[DataRule.NoReserve]) : null));
        return new HoldOutReplay(
            knowsAuctions ? units.Max() + 1 : null,
            knowsAuctions ? null : agents,
            rules.OrderBy(entry => entry.Rule).ToEquatableArray(),
            reserves.ToEquatableArray());
    }

    private static void ReplayAuctions(AuctionReplay replay, TypeGrid grid, EquatableArray<int> auctions, int fold, double[] gains)
    {
        var bidders = new List<double>[gains.Length];
        for (var entry = 0; entry < auctions.Count; entry++)
        {
            if (auctions[entry] % Folds == fold)
            {
                (bidders[auctions[entry]] ??= []).Add(grid.Observations[entry]);
            }
        }

        for (var auction = fold; auction < gains.Length; auction += Folds)
        {
            gains[auction] = replay.Gain(bidders[auction]);
        }
    }

    private static void FillFold(double[] gains, int fold, double gain)
    {
        for (var unit = fold; unit < gains.Length; unit += Folds)
        {
            gains[unit] = gain;
        }
    }

    private static double StandardError(double[] gains, double[] reference)
    {
        var differences = gains.Zip(reference, (own, other) => own - other).ToArray();
        var mean = differences.Average();
        var squares = differences.Sum(difference => (difference - mean) * (difference - mean));
        return Math.Sqrt(squares / (differences.Length - 1) / differences.Length);
    }
}
