using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Data;

/// <summary>A way to sell that can be learnt from a sample, simplest first.</summary>
public enum DataRule
{
    /// <summary>Second price; every bid above the platform's own value is served. Nothing is learnt.</summary>
    NoReserve,

    /// <summary>Second price with the empirical reserve.</summary>
    Reserve,

    /// <summary>The optimal auction for a histogram of the sample.</summary>
    Bins,

    /// <summary>The optimal auction for the sample itself, taken as the distribution: exactly ironed virtual values.</summary>
    Ironing,
}

/// <summary>What a sample is used for.</summary>
/// <param name="Rule">The rule that the declaration chose.</param>
/// <param name="Side">Whether the sample holds values of buyers or costs of suppliers.</param>
/// <param name="Own">
/// The platform's own value of the good: what the seller forgoes by a sale, or what the buyer gains by a purchase. Finite; 0 for a seller
/// that declares none. In procurement nothing can be optimised without it.
/// </param>
/// <param name="Agents">The declared number of bidders, at least 1; null: the mean of the sample, or 2 where the sample does not tell.</param>
/// <param name="Bins">The number of bins, at least 1, where the declaration asks for them; otherwise null.</param>
public sealed record DataOptions(
    DataRule Rule = DataRule.Reserve,
    Side Side = Side.Buyer,
    double Own = 0,
    int? Agents = null,
    int? Bins = null);
