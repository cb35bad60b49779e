namespace MechanismDsl.Theory.Data;

/// <summary>Everything that a designer should know of a sample before trusting a mechanism made from it.</summary>
/// <param name="Source">The file as the declaration names it.</param>
/// <param name="Options">What the sample is used for.</param>
/// <param name="Values">The number of values.</param>
/// <param name="Auctions">The number of auctions; null where the sample does not name them.</param>
/// <param name="Lowest">The smallest value.</param>
/// <param name="Highest">The largest value.</param>
/// <param name="Mean">The mean value.</param>
/// <param name="Reserve">The empirical reserve with its share and its expected gain from one bidder.</param>
/// <param name="Agents">
/// The number of bidders for which the two expectations hold: the declared one, otherwise the mean number of bidders of an auction rounded to
/// the nearest whole (halves up), otherwise 2.
/// </param>
/// <param name="WithReserve">Expected gain of the second-price auction with the empirical reserve from so many bidders drawn independently from the sample.</param>
/// <param name="WithoutReserve">The same without reserve.</param>
/// <param name="Range">The bootstrap range of the reserve.</param>
/// <param name="Dependence">How alike the bidders of one auction are; null where that cannot be told.</param>
/// <param name="SampleSize">What the reserve may lose, for values taken as independent.</param>
/// <param name="ClusteredSampleSize">
/// The same for the effective number of values, an approximation: the theorem needs independence. Null unless <see cref="Dependence.Matters"/>.
/// </param>
/// <param name="HoldOut">What each rule earned on auctions that it had not seen; null if there are too few.</param>
/// <remarks>All gains are net of the platform's own value; for a seller without one they are revenue. In procurement they are the buyer's gain.</remarks>
public sealed record DataReport(
    string Source,
    DataOptions Options,
    int Values,
    int? Auctions,
    double Lowest,
    double Highest,
    double Mean,
    PostedPrice Reserve,
    int Agents,
    double WithReserve,
    double WithoutReserve,
    ReserveRange Range,
    Dependence? Dependence,
    SampleSize SampleSize,
    SampleSize? ClusteredSampleSize,
    HoldOutReplay? HoldOut)
{
    /// <summary>
    /// Below this number of values the 95 % band of the sample is wider than ±1/4: a price that half of the sample accepts may be accepted by a
    /// quarter or by three quarters of the population.
    /// </summary>
    public const int FewestValues = 30;

    /// <summary>
    /// True if every value of the sample accepts the reserve: lower prices were never tried on anybody who would refuse this one, as in a file that
    /// was cut off at last month's reserve.
    /// </summary>
    public bool IsReserveAtEnd => Reserve.Share == 1;

    /// <summary>The simpler rule that earned more than the chosen one on held-out auctions; null if the chosen rule does not lose.</summary>
    public RuleReplay? BetterSimplerRule => HoldOut?.BetterSimplerRule(Options.Rule);

    /// <summary>Computes the whole report. Deterministic; tens of milliseconds for thousands of values.</summary>
    /// <exception cref="ArgumentException">The sample is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number of the options is outside its domain, or bins are chosen without their number.</exception>
    /// <exception cref="OperationCanceledException">The caller has lost interest.</exception>
    public static DataReport Of(BidSample sample, DataOptions options, CancellationToken cancellation = default)
    {
        SampleCheck.Require(sample, options);
        var grid = new TypeGrid(sample, options);
        var counts = grid.Count(_ => true);
        var auctions = sample.Auctions.Count > 0 ? sample.Auctions.Max() + 1 : (int?)null;
        var agents = options.Agents
            ?? (auctions is { } known ? (int)Math.Floor(((double)sample.Values.Count / known) + 0.5) : Data.HoldOut.AgentsIfUnknown);
        var trainer = new RuleTrainer(grid, counts, options, cancellation);
        var dependence = Data.Dependence.Of(sample);
        return new DataReport(
            sample.Source,
            options,
            sample.Values.Count,
            auctions,
            sample.Values.Min(),
            sample.Values.Max(),
            sample.Values.Average(),
            trainer.Reserve,
            agents,
            Expected(DataRule.Reserve),
            Expected(DataRule.NoReserve),
            Bootstrap.Of(grid, sample, options.Side, cancellation),
            dependence,
            Data.SampleSize.Of(grid, trainer.Reserve, options.Side, sample.Values.Count),
            dependence is { Matters: true } ? Data.SampleSize.Of(grid, trainer.Reserve, options.Side, dependence.EffectiveSize) : null,
            Data.HoldOut.Of(grid, sample, options, cancellation));

        double Expected(DataRule rule) => new AuctionReplay(trainer.Train(rule), grid.Cutoff).ExpectedGain(grid.Types, counts, agents);
    }
}
