namespace MechanismDsl.OrTools;

/// <summary>
/// The winners of a package auction are found by the integer program CP-SAT where the exact search does not prove them within its nodes, and with more than
/// 64 goods. Beside <see cref="PackagesAttribute"/> with more than 20 goods, in exact money.
/// </summary>
/// <remarks>
/// What is not proved to be the best is not decided: the run throws <see cref="AllocationNotProvedException"/>, or <c>TryRun</c> returns false. With more
/// than 64 goods the money is <c>[Money&lt;long&gt;]</c>, and a bid is a <see cref="LargePackageBid"/>.
/// </remarks>
/// <example>
/// <code>
/// using MechanismDsl.OrTools;
///
/// [Mechanism, Packages(120), Efficient, Money&lt;long&gt;, IntegerProgram(DeterministicTime = 20)]
/// public partial class Spectrum;
/// // Spectrum.Run([new(Bidder: 0, Goods: [0, 1, 119], Value: 900)], bidders: 1)
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class IntegerProgramAttribute : Attribute
{
    /// <summary>
    /// The most deterministic time of CP-SAT for the allocation and all payments together, positive and finite (MECH0013); a unit is of the order of a second
    /// and the same on every machine.
    /// </summary>
    public double DeterministicTime { get; set; } = 100;
}
