namespace MechanismDsl;

/// <summary>
/// The platform buys instead of selling: agents are suppliers who report costs, the lowest (virtual) cost wins, and a payment to a supplier is what
/// it receives.
/// </summary>
/// <example><code>[Mechanism, SingleItem, Procurement, Efficient, BuyerValue(100)] public partial class LowestCost;</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class ProcurementAttribute : Attribute;
