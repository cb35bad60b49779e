namespace MechanismDsl;

/// <summary>
/// The highest bids get the best slots, and each pays for every click of its slot the next bid: the payment rule of sponsored search in practice (GSP). Truth is
/// not an equilibrium where there are several slots; needs no objective. For <see cref="PositionsAttribute"/>.
/// </summary>
/// <remarks>
/// The last bid that gets a slot pays the next one or the reserve. Edelman, Ostrovsky and Schwarz (2007): in its lowest envy-free equilibrium it earns what the
/// Vickrey–Clarke–Groves payments of <see cref="EfficientAttribute"/> earn, where truth is dominant.
/// </remarks>
/// <example>
/// <code>
/// [Mechanism, Positions(10, 5), GeneralizedSecondPrice]
/// public partial class Ads;                  // bids 10, 9, 6: slot 0 pays 90, slot 1 pays 30; bidding 8, the first agent pays 30 and gains 10
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class GeneralizedSecondPriceAttribute : Attribute;
