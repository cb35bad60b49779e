namespace MechanismDsl;

/// <summary>Alike suppliers of a procurement auction, told apart only by their index. Their number is free, or stated by <see cref="AgentsAttribute"/>.</summary>
/// <example><code>[Mechanism, SingleItem, Procurement, Suppliers, Efficient, BuyerValue(100)] public partial class LowestCost;</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class SuppliersAttribute : Attribute;

/// <summary>Alike suppliers of a procurement auction with independent costs from one distribution.</summary>
/// <typeparam name="TPrior">A record whose constructor parameters name the numbers, e.g. <see cref="Uniform"/>.</typeparam>
/// <param name="parameters">The prior's constructor arguments in order.</param>
/// <remarks>The virtual cost is c + F(c)/f(c) (Myerson 1981, mirrored).</remarks>
/// <example>
/// <code>
/// [Mechanism, SingleItem, Procurement, RevenueOptimal, BuyerValue(1), Suppliers&lt;Uniform&gt;(0, 1)]
/// public partial class Sourcing;           // the lowest cost wins and receives min(1/2, second cost)
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class SuppliersAttribute<TPrior>(params double[] parameters) : Attribute
    where TPrior : IPrior
{
    /// <summary>The prior's constructor arguments in order.</summary>
    public double[] Parameters => parameters;
}
