using System.Numerics;

namespace MechanismDsl;

/// <summary>The outcome of a bilateral trade.</summary>
/// <typeparam name="TMoney">The numbers of reports and payments.</typeparam>
/// <param name="IsTraded">True if the good changes hands.</param>
/// <param name="BuyerPays">What the buyer pays; 0 without a trade, except under [DAgva] and [Rebalanced]; negative: it receives.</param>
/// <param name="SellerReceives">What the seller receives; 0 without a trade, except under [DAgva] and [Rebalanced]; negative: it pays.</param>
public readonly record struct Trade<TMoney>(bool IsTraded, TMoney BuyerPays, TMoney SellerReceives)
    where TMoney : struct, INumber<TMoney>
{
    /// <summary>The good stays where it is.</summary>
    public static Trade<TMoney> None => default;

    /// <summary>What the market maker adds so that the seller receives what it is due; negative: what it keeps.</summary>
    public TMoney Subsidy => SellerReceives - BuyerPays;
}
