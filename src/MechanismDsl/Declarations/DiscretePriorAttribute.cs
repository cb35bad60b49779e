namespace MechanismDsl;

/// <summary>A distribution on finitely many values.</summary>
/// <param name="values">Increasing, finite, not negative.</param>
/// <param name="weights">Positive, one a value; divided by their sum, so that fractions can be written as whole numbers.</param>
/// <remarks>The virtual value is v_k − (v_{k+1} − v_k)(1 − F_k)/f_k; a report between two values counts as the lower one.</remarks>
/// <example><code>[Mechanism, SingleItem, RevenueOptimal, DiscretePrior([1, 2, 5], [3, 2, 1])] public partial class ThreeTypes;</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false, AllowMultiple = true)]
public sealed class DiscretePriorAttribute(double[] values, double[] weights) : Attribute
{
    /// <summary>The possible values, increasing.</summary>
    public double[] Values => values;

    /// <summary>The probability of each value, up to a common factor.</summary>
    public double[] Weights => weights;

    /// <summary>The agent whose prior this is; all agents unless set.</summary>
    public string? Agent { get; set; }

    /// <summary>The good, counted from 0, whose values these are under <see cref="GoodsAttribute"/>; −1, all goods, unless set.</summary>
    public int Good { get; set; } = -1;
}
