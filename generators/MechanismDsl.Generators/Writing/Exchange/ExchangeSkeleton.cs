using MechanismDsl.Language.Declarations;

namespace MechanismDsl.Generators.Writing.Exchange;

/// <summary>The signatures of an exchange whose declaration has errors.</summary>
internal static class ExchangeSkeleton
{
    /// <summary>Whether the declaration is one of an exchange.</summary>
    public static bool Fits(Declaration declaration) => declaration.Attributes.Any(use => use.Name is "DoubleAuction" or "BilateralTrade");

    /// <summary>The interface, without namespace.</summary>
    public static string Contract(Declaration declaration, string money) => $"{(IsPair(declaration) ? "IBilateralTrade" : "IExchange")}<{money}>";

    /// <summary>The members that call sites may use, each without its body.</summary>
    public static IEnumerable<string> Members(Declaration declaration, string money)
    {
        var reports = $"global::System.ReadOnlySpan<{money}>";
        if (IsPair(declaration))
        {
            yield return $"public static global::MechanismDsl.Trade<{money}> Run({money} cost, {money} bid)";
            yield return $"public static void RunBatch({reports} costs, {reports} bids, global::System.Span<global::MechanismDsl.Trade<{money}>> outcomes)";
            yield break;
        }

        yield return $"public static global::MechanismDsl.Trades<{money}> Run({reports} bids, {reports} costs)";
        yield return $"public static global::MechanismDsl.Clearing<{money}> Run({reports} bids, {reports} costs, global::System.Span<bool> buys, global::System.Span<bool> sells)";
        yield return $"public static void RunBatch({reports} bids, {reports} costs, int buyers, int sellers, global::System.Span<global::MechanismDsl.Trades<{money}>> outcomes)";
    }

    private static bool IsPair(Declaration declaration) => declaration.Attributes.First(use => use.Name is "DoubleAuction" or "BilateralTrade").Name == "BilateralTrade";
}
