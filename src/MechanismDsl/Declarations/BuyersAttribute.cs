namespace MechanismDsl;

/// <summary>Alike buyers of a <see cref="DoubleAuctionAttribute"/>, told apart only by their index. Their number is known when the mechanism runs, unless <see cref="Count"/> states it.</summary>
/// <example><code>[Mechanism, DoubleAuction, Sellers, Buyers, Efficient] public partial class Market;</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class BuyersAttribute : Attribute
{
    /// <summary>The number of buyers, at least 1, of every run (another one is an <see cref="ArgumentException"/>); 0: known when the mechanism runs. It counts only together with the number of sellers; with priors of both sides the theorems on exchanges have numbers.</summary>
    public int Count { get; set; }
}

/// <summary>Alike buyers of a <see cref="DoubleAuctionAttribute"/> whose values are independent draws from one distribution.</summary>
/// <typeparam name="TPrior">A record whose constructor parameters name the numbers, e.g. <see cref="Uniform"/>.</typeparam>
/// <param name="parameters">The prior's constructor arguments in order.</param>
/// <example><code>[Mechanism, DoubleAuction, Sellers&lt;Uniform&gt;(0, 1), Buyers&lt;Uniform&gt;(0, 1), TradeReduction] public partial class Market;</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class BuyersAttribute<TPrior>(params double[] parameters) : Attribute
    where TPrior : IPrior
{
    /// <summary>The prior's constructor arguments in order.</summary>
    public double[] Parameters => parameters;

    /// <summary>The number of buyers, at least 1, of every run (another one is an <see cref="ArgumentException"/>); 0: known when the mechanism runs. It counts only together with the number of sellers; with priors of both sides the theorems on exchanges have numbers.</summary>
    public int Count { get; set; }
}
