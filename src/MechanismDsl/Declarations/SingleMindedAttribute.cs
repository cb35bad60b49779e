namespace MechanismDsl;

/// <summary>
/// Every bidder wants one package and nothing else: it makes one bid, and gets its goods or none (Lehmann, O'Callaghan and Shoham 2002). Beside
/// <see cref="PackagesAttribute"/>. Both the package and its value are the bidder's own to report.
/// </summary>
/// <remarks>
/// With <see cref="EfficientAttribute"/> the best set of bids is found exactly, with Clarke payments, as without this attribute; a second bid of a bidder is
/// refused. <see cref="Greedy"/> needs no search: it takes any number of bids, and up to 64 goods in any exact money.
/// </remarks>
/// <example>
/// <code>
/// [Mechanism, Packages(40), SingleMinded(Greedy = true), Efficient, Money&lt;decimal&gt;]
/// public partial class Spectrum;
/// // Spectrum.Run([new(0, 0b11, 10), new(1, 0b01, 6), new(2, 0b10, 6)], bidders: 3): bidder 0 wins and pays 8.49, at which 8.49/√2 still exceeds 6
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class SingleMindedAttribute : Attribute
{
    /// <summary>
    /// Whether bids are accepted in the order of value over the square root of the number of goods, whoever still shares no good with those before, instead of
    /// the best set: truthful with its own critical values, and always worth at least 1/√m of the best set of bids for m goods (Lehmann, O'Callaghan and
    /// Shoham 2002; MECH3021).
    /// </summary>
    public bool Greedy { get; set; }
}
