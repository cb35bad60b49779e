namespace MechanismDsl.Kernels;

/// <summary>What the agents pay for identical items of which they want several.</summary>
public enum UnitPrices
{
    /// <summary>Who gets q items pays the q highest marginal values of the others that are not served, or the lowest price where there are fewer (Vickrey 1961, Clarke 1971).</summary>
    Clarke,

    /// <summary>All pay for each item the lowest marginal value that is served.</summary>
    LowestServed,

    /// <summary>All pay their own marginal values of what they get.</summary>
    OwnValues,
}
