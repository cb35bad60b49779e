namespace MechanismDsl;

/// <summary>
/// The distribution of every agent's type (a buyer's value, a supplier's cost), drawn independently, or of the agent named by <see cref="Agent"/>.
/// Several of them for the same agents are a mixture.
/// </summary>
/// <typeparam name="TPrior">A record whose constructor parameters name the numbers, e.g. <see cref="Uniform"/>; users may write their own, see <see cref="IPrior"/>.</typeparam>
/// <param name="parameters">The prior's constructor arguments in order; their domain is checked at compile time (MECH4001, MECH4002).</param>
/// <example>
/// <code>
/// [Mechanism, SingleItem, RevenueOptimal, Prior&lt;Uniform&gt;(0, 1)]
/// public partial class Optimal;            // second price with reserve 1/2
///
/// [Mechanism, SingleItem, RevenueOptimal]
/// [Prior&lt;Uniform&gt;(0, 3, Weight = 3), Prior&lt;Uniform&gt;(3, 8, Weight = 1)]
/// public partial class TwoMarkets;         // 3/4 U[0, 3] + 1/4 U[3, 8]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false, AllowMultiple = true)]
public sealed class PriorAttribute<TPrior>(params double[] parameters) : Attribute
    where TPrior : IPrior
{
    /// <summary>The prior's constructor arguments in order.</summary>
    public double[] Parameters => parameters;

    /// <summary>The agent whose prior this is; all agents unless set.</summary>
    public string? Agent { get; set; }

    /// <summary>The good, counted from 0, whose values these are under <see cref="GoodsAttribute"/>; −1, all goods, unless set.</summary>
    public int Good { get; set; } = -1;

    /// <summary>Weight of this component of a mixture, positive; weights are divided by their sum. 1 unless set.</summary>
    public double Weight { get; set; } = 1;
}
