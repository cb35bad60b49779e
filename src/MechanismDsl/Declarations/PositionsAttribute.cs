namespace MechanismDsl;

/// <summary>
/// The environment: slots that bring different numbers of clicks, one agent a slot and one slot an agent, as in sponsored search. A report is what one click
/// is worth; a click is worth the same in every slot.
/// </summary>
/// <param name="clicks">The clicks of every slot, at least one, above 0 and not increasing (MECH0023).</param>
/// <remarks>
/// <see cref="EfficientAttribute"/>: the highest bids get the best slots, and each pays for the clicks that the others lose by its presence (Vickrey–Clarke–Groves;
/// Edelman, Ostrovsky and Schwarz 2007, Varian 2007). <see cref="RevenueOptimalAttribute"/>: the same with virtual values (Myerson 1981).
/// <see cref="GeneralizedSecondPriceAttribute"/> and <see cref="PayAsBidAttribute"/>: other prices, under which truth is not an equilibrium (MECH3018). Or a
/// <see cref="ScoreAttribute"/> of one's own: bid times quality.
/// </remarks>
/// <example>
/// <code>
/// [Mechanism, Positions(200, 100), Efficient]
/// public partial class Ads;                  // bids 10, 4, 2: slot 0 pays 600 (100 · 4 + 100 · 2), slot 1 pays 200
///
/// Ads.Run([10, 4, 2])[0].Payment             // 600
/// Ads.Run([10, 4, 2])[1].Slot                // 1
///
/// [Mechanism, Positions(200, 100, Reserves = [5, 1]), Efficient]
/// public partial class Mainline;             // bids 10, 4, 2: slot 0 pays 100 · 5 + 100 · 4 = 900; bids 4, 2: slot 0 stays empty, slot 1 pays 200
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class PositionsAttribute(params double[] clicks) : Attribute
{
    /// <summary>The clicks of every slot.</summary>
    public IReadOnlyList<double> Clicks => clicks;

    /// <summary>
    /// The lowest bid a click that every slot takes, one a slot, not increasing (MECH0023); none: slots take all bids that meet the <see cref="ReserveAttribute"/>. Slot by slot,
    /// the best first, the highest bid that is left gets the slot if it meets its reserve; otherwise the slot stays empty. Beside <see cref="EfficientAttribute"/>; what is paid is
    /// the lowest bid that still gets a click, so truth stays a dominant strategy (Myerson 1981).
    /// </summary>
    public double[] Reserves { get; set; } = [];
}
