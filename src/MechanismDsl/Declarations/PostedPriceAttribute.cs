namespace MechanismDsl;

/// <summary>A take-it-or-leave-it price: the first agent, by the tie rule, whose report meets it is served at it. Truthful; needs no objective.</summary>
/// <param name="price">In money, from 0 to 10^15 (MECH0013).</param>
/// <example><code>[Mechanism, SingleItem, PostedPrice(5)] public partial class Shop;</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class PostedPriceAttribute(double price) : Attribute
{
    /// <summary>The price.</summary>
    public double Price => price;
}
