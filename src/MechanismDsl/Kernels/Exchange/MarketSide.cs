namespace MechanismDsl.Kernels;

/// <summary>The two sides of an exchange.</summary>
internal enum MarketSide
{
    Buyer,
    Seller,
}
