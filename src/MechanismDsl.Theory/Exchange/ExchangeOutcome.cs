using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Exchange;

/// <summary>What an exchange decides at one profile of reports.</summary>
/// <param name="Buys">For each buyer whether it gets a unit.</param>
/// <param name="Sells">For each seller whether it gives its unit away.</param>
/// <param name="Pays">What each buyer pays.</param>
/// <param name="Receives">What each seller receives.</param>
public sealed record ExchangeOutcome(EquatableArray<bool> Buys, EquatableArray<bool> Sells, EquatableArray<decimal> Pays, EquatableArray<decimal> Receives)
{
    /// <summary>The number of units that change hands.</summary>
    public int Trades => Buys.Count(buys => buys);

    /// <summary>What the market maker adds: receipts less payments; negative: what it keeps.</summary>
    public decimal Subsidy => Receives.Sum() - Pays.Sum();
}
