using System.Numerics;

namespace MechanismDsl;

/// <summary>
/// The numbers in which reports and payments are made: <c>double</c> (the default), <c>decimal</c> on a grid of 10^−<see cref="Decimals"/>,
/// or <c>long</c> on a grid of one unit, for example cents.
/// </summary>
/// <remarks>
/// On a grid a price is the smallest grid report that still wins, so truthfulness and participation hold exactly on the grid and not only
/// up to rounding. Other types are refused (MECH0017).
/// </remarks>
/// <typeparam name="T"><c>double</c>, <c>decimal</c> or <c>long</c>.</typeparam>
/// <example><code>[Mechanism, SingleItem, Efficient, Money&lt;decimal&gt;(Decimals = 2)] public partial class CentAuction;</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class MoneyAttribute<T> : Attribute
    where T : struct, INumber<T>
{
    /// <summary>Digits after the decimal point of the grid, 0 to 12; 2 unless set. Only for <c>decimal</c>.</summary>
    public int Decimals { get; set; } = 2;
}
