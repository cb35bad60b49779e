using MechanismDsl.Generators.Planning;
using MechanismDsl.Generators.Writing.Exchange;
using MechanismDsl.Language.Declarations;

namespace MechanismDsl.Generators.Writing.Skeletons;

/// <summary>The signatures of an exchange whose declaration has errors.</summary>
internal sealed record ExchangeSkeleton(Declaration Declaration, SkeletonShape Shape) : Skeleton(Declaration, Shape)
{
    /// <inheritdoc/>
    public override string Contract => $"{(IsPair ? "IBilateralTrade" : IsPriced ? "IPricedExchange" : "IExchange")}<{Shape.Money}>";

    /// <summary>Whether the goal gives every agent a price of its own.</summary>
    private bool IsPriced => Has(Declaration, "SecondBest") || Has(Declaration, "RevenueOptimal");

    private bool IsPair => Declaration.Attributes.First(use => use.Name is "DoubleAuction" or "BilateralTrade").Name == "BilateralTrade";

    /// <inheritdoc/>
    public override void Write(SkeletonPen pen)
    {
        pen.Info();
        if (Declaration.Attributes.Any(use => use is { Name: "Seller" or "Buyer" or "Sellers" or "Buyers", TypeArgument: not null }))
        {
            pen.UnknownNumber("ExpectedGains");
            pen.UnknownNumber("ExpectedSubsidy");
        }

        var traders = Traders();
        pen.Throws(Members(traders, Shape.Money));
        pen.Explain(Reports(traders, Shape.Money));
        if (Result(traders, Shape.Money) is { } result)
        {
            pen.Member("The outcome of one exchange between the named agents.", result);
        }
    }

    /// <summary>The members that call sites may use, each without its body.</summary>
    private IEnumerable<string> Members(IReadOnlyList<Trader> traders, string money)
    {
        var reports = $"global::System.ReadOnlySpan<{money}>";
        if (IsPair)
        {
            var (cost, bid) = (Parameter(traders, isBuyer: false, "cost"), Parameter(traders, isBuyer: true, "bid"));
            yield return $"public static global::MechanismDsl.Trade<{money}> Run({money} {cost}, {money} {bid})";
            yield return $"public static void RunBatch({reports} costs, {reports} bids, global::System.Span<global::MechanismDsl.Trade<{money}>> outcomes)";
            yield break;
        }

        if (IsPriced)
        {
            if (traders.Count > 0)
            {
                yield return $"public static Result Run({string.Join(", ", traders.Select(trader => $"{money} {Identifier.Parameter(trader.Name)}"))})";
            }

            yield return $"public static global::MechanismDsl.PricedTrades<{money}> Run({reports} bids, {reports} costs)";
            yield return $"public static int Run({reports} bids, {reports} costs, global::System.Span<bool> buys, global::System.Span<bool> sells, global::System.Span<{money}> pays, global::System.Span<{money}> receives)";
            yield return $"public static void RunBatch({reports} bids, {reports} costs, int buyers, int sellers, global::System.Span<global::MechanismDsl.PricedTrades<{money}>> outcomes)";
            yield break;
        }

        if (traders.Count > 0)
        {
            yield return $"public static Result Run({string.Join(", ", traders.Select(trader => $"{money}? {Identifier.Parameter(trader.Name)} = null"))})";
        }

        yield return $"public static global::MechanismDsl.Trades<{money}> Run({reports} bids, {reports} costs)";
        yield return $"public static global::MechanismDsl.Clearing<{money}> Run({reports} bids, {reports} costs, global::System.Span<bool> buys, global::System.Span<bool> sells)";
        yield return $"public static void RunBatch({reports} bids, {reports} costs, int buyers, int sellers, global::System.Span<global::MechanismDsl.Trades<{money}>> outcomes)";
    }

    /// <summary>What a run takes, as parameters.</summary>
    private string Reports(IReadOnlyList<Trader> traders, string money)
    {
        return IsPair
            ? $"{money} {Parameter(traders, isBuyer: false, "cost")}, {money} {Parameter(traders, isBuyer: true, "bid")}"
            : $"global::System.ReadOnlySpan<{money}> bids, global::System.ReadOnlySpan<{money}> costs";
    }

    /// <summary>The result of a run by name; null where no agent has one.</summary>
    private string? Result(IReadOnlyList<Trader> traders, string money)
    {
        return IsPair || traders.Count == 0
            ? null
            : IsPriced ? $"public readonly record struct Result(int Count, {string.Join(", ", traders.SelectMany(PricedNamedWriter.Members).Select(member => $"{member.Type} {member.Name}"))});"
            : $"public readonly record struct Result(global::MechanismDsl.Clearing<{money}> Clearing, {string.Join(", ", traders.Select(trader => $"bool {trader.Member}"))});";
    }

    private static string Parameter(IReadOnlyList<Trader> traders, bool isBuyer, string unnamed) =>
        traders.FirstOrDefault(trader => trader.IsBuyer == isBuyer) is { } trader ? Identifier.Parameter(trader.Name) : unnamed;

    /// <summary>The agents with names that can be parameters, each once.</summary>
    private IReadOnlyList<Trader> Traders() =>
    [
        .. Declaration.Attributes
            .Where(use => use.Name is "Seller" or "Buyer")
            .Select(use => new Trader(use.Arguments.Count > 0 && use.Arguments[0] is Argument.Text { Value: { } name } ? name : string.Empty, use.Name == "Buyer"))
            .Where(trader => Microsoft.CodeAnalysis.CSharp.SyntaxFacts.IsValidIdentifier(trader.Name))
            .GroupBy(trader => trader.Name, StringComparer.OrdinalIgnoreCase)
            .Select(group => group.First()),
    ];
}
