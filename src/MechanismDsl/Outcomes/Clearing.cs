using System.Numerics;

namespace MechanismDsl;

/// <summary>How an exchange of single units clears: all trading buyers pay the same, and all trading sellers receive the same.</summary>
/// <typeparam name="TMoney">The numbers of reports and payments.</typeparam>
/// <param name="Trades">The number of units that change hands.</param>
/// <param name="BuyerPays">What each trading buyer pays; 0 without a trade.</param>
/// <param name="SellerReceives">What each trading seller receives; 0 without a trade.</param>
public readonly record struct Clearing<TMoney>(int Trades, TMoney BuyerPays, TMoney SellerReceives)
    where TMoney : struct, INumber<TMoney>
{
    /// <summary>What the market maker adds so that sellers receive what they are due: trades · (receipt − payment); negative: what it keeps.</summary>
    /// <exception cref="OverflowException">The amount does not fit into the number type.</exception>
    public TMoney Subsidy => checked(TMoney.CreateChecked(Trades) * (SellerReceives - BuyerPays));
}
