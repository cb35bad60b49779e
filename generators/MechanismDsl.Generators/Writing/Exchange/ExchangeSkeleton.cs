using MechanismDsl.Generators.Planning;
using MechanismDsl.Language.Declarations;

namespace MechanismDsl.Generators.Writing.Exchange;

/// <summary>The signatures of an exchange whose declaration has errors.</summary>
internal static class ExchangeSkeleton
{
    /// <summary>Whether the declaration is one of an exchange.</summary>
    public static bool Fits(Declaration declaration) => declaration.Attributes.Any(use => use.Name is "DoubleAuction" or "BilateralTrade");

    /// <summary>The interface, without namespace.</summary>
    public static string Contract(Declaration declaration, string money) => $"{(IsPair(declaration) ? "IBilateralTrade" : IsPriced(declaration) ? "IPricedExchange" : "IExchange")}<{money}>";

    /// <summary>The members that call sites may use, each without its body.</summary>
    public static IEnumerable<string> Members(Declaration declaration, string money)
    {
        var reports = $"global::System.ReadOnlySpan<{money}>";
        var traders = Traders(declaration);
        if (IsPair(declaration))
        {
            var (cost, bid) = (Parameter(traders, isBuyer: false, "cost"), Parameter(traders, isBuyer: true, "bid"));
            yield return $"public static global::MechanismDsl.Trade<{money}> Run({money} {cost}, {money} {bid})";
            yield return $"public static void RunBatch({reports} costs, {reports} bids, global::System.Span<global::MechanismDsl.Trade<{money}>> outcomes)";
            yield break;
        }

        if (IsPriced(declaration))
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
    public static string Reports(Declaration declaration, string money)
    {
        var traders = Traders(declaration);
        return IsPair(declaration)
            ? $"{money} {Parameter(traders, isBuyer: false, "cost")}, {money} {Parameter(traders, isBuyer: true, "bid")}"
            : $"global::System.ReadOnlySpan<{money}> bids, global::System.ReadOnlySpan<{money}> costs";
    }

    /// <summary>The result of a run by name; null where no agent has one.</summary>
    public static string? Result(Declaration declaration, string money)
    {
        var traders = Traders(declaration);
        return IsPair(declaration) || traders.Count == 0
            ? null
            : IsPriced(declaration) ? $"public readonly record struct Result(int Count, {string.Join(", ", traders.SelectMany(PricedNamedWriter.Members).Select(member => $"{member.Type} {member.Name}"))});"
            : $"public readonly record struct Result(global::MechanismDsl.Clearing<{money}> Clearing, {string.Join(", ", traders.Select(trader => $"bool {trader.Member}"))});";
    }

    private static string Parameter(IReadOnlyList<Trader> traders, bool isBuyer, string unnamed) =>
        traders.FirstOrDefault(trader => trader.IsBuyer == isBuyer) is { } trader ? Identifier.Parameter(trader.Name) : unnamed;

    /// <summary>The agents with names that can be parameters, each once.</summary>
    private static IReadOnlyList<Trader> Traders(Declaration declaration) =>
    [
        .. declaration.Attributes
            .Where(use => use.Name is "Seller" or "Buyer")
            .Select(use => new Trader(use.Arguments.Count > 0 && use.Arguments[0] is Argument.Text { Value: { } name } ? name : string.Empty, use.Name == "Buyer"))
            .Where(trader => Microsoft.CodeAnalysis.CSharp.SyntaxFacts.IsValidIdentifier(trader.Name))
            .GroupBy(trader => trader.Name, StringComparer.OrdinalIgnoreCase)
            .Select(group => group.First()),
    ];

    /// <summary>Whether the goal gives every agent a price of its own.</summary>
    private static bool IsPriced(Declaration declaration) => declaration.Attributes.Any(use => use.Name is "SecondBest" or "RevenueOptimal");

    private static bool IsPair(Declaration declaration) => declaration.Attributes.First(use => use.Name is "DoubleAuction" or "BilateralTrade").Name == "BilateralTrade";
}
