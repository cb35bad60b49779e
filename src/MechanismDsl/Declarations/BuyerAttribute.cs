namespace MechanismDsl;

/// <summary>Names a buyer of an exchange, or states that there is one. Named sellers and buyers take part in the order of their attributes, and the generated code takes their reports by name.</summary>
/// <param name="name">A C# identifier, unique in the declaration (MECH0007); may be left out in a <see cref="BilateralTradeAttribute"/>.</param>
/// <example><code>[Mechanism, DoubleAuction, TradeReduction, Seller("North"), Seller("South"), Buyer("East")] public partial class Market;</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false, AllowMultiple = true)]
public sealed class BuyerAttribute(string? name = null) : Attribute
{
    /// <summary>The buyer's name; null where there is only one and it needs none.</summary>
    public string? Name => name;
}

/// <summary>Names a buyer of an exchange and states the distribution of its value of one unit.</summary>
/// <typeparam name="TPrior">A record whose constructor parameters name the numbers, e.g. <see cref="Uniform"/>.</typeparam>
/// <example>
/// <code>
/// [Mechanism, BilateralTrade, Efficient, Seller&lt;Uniform&gt;(0, 1), Buyer&lt;Uniform&gt;(0, 1)]
/// public partial class House;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false, AllowMultiple = true)]
public sealed class BuyerAttribute<TPrior> : Attribute
    where TPrior : IPrior
{
    /// <summary>The only one of its side, without a name.</summary>
    /// <param name="parameters">The prior's constructor arguments in order; their domain is checked at compile time (MECH4001, MECH4002).</param>
    public BuyerAttribute(params double[] parameters) => Parameters = parameters;

    /// <summary>One with a name.</summary>
    /// <param name="name">A C# identifier, unique in the declaration (MECH0007).</param>
    /// <param name="parameters">The prior's constructor arguments in order; their domain is checked at compile time (MECH4001, MECH4002).</param>
    public BuyerAttribute(string name, params double[] parameters)
    {
        Name = name;
        Parameters = parameters;
    }

    /// <summary>The buyer's name; null where there is only one and it needs none.</summary>
    public string? Name { get; }

    /// <summary>The prior's constructor arguments in order.</summary>
    public double[] Parameters { get; }
}
