namespace MechanismDsl;

/// <summary>
/// A distribution of a value or cost, as a record whose constructor parameters name its numbers. Built-in priors are known to the compiler; a user's own
/// prior states its support, distribution function and density.
/// </summary>
/// <remarks>
/// The methods of an own prior are read as formulas of the value and the record's properties (arithmetic, comparisons, <c>Math</c> functions, constants);
/// anything else is MECH4003. F must rise from 0 to 1 over the support and f be its derivative (MECH4008).
/// </remarks>
/// <example>
/// <code>
/// [Support(0, nameof(Top))]
/// public sealed record Kinked(double Top) : IPrior
/// {
///     [Distribution] public double Cdf(double v) => v * v / (Top * Top);
///     [Density] public double Pdf(double v) => 2 * v / (Top * Top);
/// }
///
/// [Mechanism, SingleItem, RevenueOptimal, Prior&lt;Kinked&gt;(10)]
/// public partial class Sale;
/// </code>
/// </example>
public interface IPrior;
