namespace MechanismDsl;

/// <summary>What can be decided about a good of one seller that one buyer might want (<see cref="BilateralTradeAttribute"/>).</summary>
public enum TradeDecision
{
    /// <summary>The seller keeps it.</summary>
    NotTraded,

    /// <summary>The buyer gets it.</summary>
    Traded,
}
