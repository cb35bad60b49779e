using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Data;

/// <summary>A report on a sample in sentences, for explanations and documentation; numbers in invariant culture.</summary>
public static class DataExplanation
{
    private const int MoneyDigits = 6;
    private const int StatisticDigits = 3;

    /// <summary>
    /// One sentence a fact: the sample, the reserve with its bootstrap range, what it is worth, the dependence within auctions, the hold-out, the
    /// sample-size bound.
    /// </summary>
    public static EquatableArray<string> Of(DataReport report) =>
    [
        Sample(report),
        Reserve(report),
        Worth(report),
        .. report.Dependence is { } dependence ? [Dependent(dependence)] : Array.Empty<string>(),
        .. report.HoldOut is { } holdOut ? [Replayed(report, holdOut)] : Array.Empty<string>(),
        Bound(report, report.SampleSize),
    ];

    /// <summary>The rule as a noun: <c>no reserve</c>, <c>the empirical ceiling</c>, <c>20 bins</c>, <c>exact ironing</c>.</summary>
    public static string Name(DataRule rule, DataOptions options) => rule switch
    {
        DataRule.NoReserve => $"no {Limit(options)}",
        DataRule.Reserve => $"the empirical {Limit(options)}",
        DataRule.Bins => Count(options.Bins ?? 0, "bin"),
        _ => "exact ironing",
    };

    private static string Sample(DataReport report)
    {
        var values = IsSale(report.Options) ? "value" : "cost";
        var auctions = report.Auctions is { } count ? $" of {Count(count, "auction")}" : "";
        return $"Sample: {Count(report.Values, values)}{auctions} from {report.Source}, between {Money(report.Lowest)} and {Money(report.Highest)}, mean {Money(report.Mean)}.";
    }

    private static string Reserve(DataReport report)
    {
        var limit = Capital(Limit(report.Options));
        return $"{limit}: {Money(report.Reserve.Price)} is accepted by {Percent(report.Reserve.Share)} of the sample; "
            + $"90 % of {Count(Bootstrap.Resamples, "bootstrap resample")} {(report.Auctions is null ? "" : "of whole auctions ")}give {Money(report.Range.Low)} to {Money(report.Range.High)}.";
    }

    private static string Worth(DataReport report) =>
        $"Expected if bidders are drawn from the sample: {Money(report.Reserve.Gain)} from one at {Money(report.Reserve.Price)}; "
            + $"{Money(report.WithReserve)} from {NumberText.Words(report.Agents)} with the {Limit(report.Options)}, {Money(report.WithoutReserve)} without{Net(report.Options)}.";

    private static string Dependent(Dependence dependence) =>
        $"Dependence of bidders within an auction: intraclass correlation {Statistic(dependence.Correlation)}, p {(
            dependence.PValue < 0.001 ? "below 0.001" : "= " + Statistic(dependence.PValue))}{(
            dependence.Matters ? $"; the sample tells as much as {NumberText.Words(Math.Floor(dependence.EffectiveSize))} independent values" : "")}.";

    private static string Replayed(DataReport report, HoldOutReplay holdOut)
    {
        var rules = string.Join(", ", holdOut.Rules.Select(entry => $"{Name(entry.Rule, report.Options)} {Money(entry.Revenue)}"));
        var unit = holdOut.Agents is { } agents ? $"an auction of {Count(agents, "held-out value")}" : "a held-out auction";
        return $"Mean of {unit} after training on the rest: {rules}{Net(report.Options)}.";
    }

    private static string Bound(DataReport report, SampleSize size) =>
        $"Sample size: with 95 % confidence, if values are independent, {Money(report.Reserve.Price)} gains at least {Money(size.AtLeast)} from one bidder and no price "
            + (IsSale(report.Options) ? $"up to {Money(report.Highest)}" : $"down to {Money(report.Lowest)}")
            + $" more than {Money(size.AtMost)}.";

    private static string Net(DataOptions options) =>
        !IsSale(options) ? $" (the buyer's value {Money(options.Own)} less the price)" : options.Own != 0 ? $" (net of the seller's own value {Money(options.Own)})" : "";

    private static bool IsSale(DataOptions options) => options.Side == Side.Buyer;

    private static string Limit(DataOptions options) => IsSale(options) ? "reserve" : "ceiling";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text.Substring(1);

    private static string Count(int count, string noun) => NumberText.Words(count) + " " + noun + (count == 1 ? "" : "s");

    private static string Money(double amount) => NumberText.Words(amount, MoneyDigits);

    private static string Percent(double share) => NumberText.Words(100 * share, StatisticDigits) + " %";

    private static string Statistic(double value) => NumberText.Words(value, StatisticDigits);
}
