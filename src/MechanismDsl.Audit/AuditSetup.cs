namespace MechanismDsl.Auditing;

/// <summary>What an audit is told beside the declaration. Everything may be left out that the declaration states.</summary>
/// <example>
/// <code>
/// Audit.Exact&lt;Vickrey&gt;(new() { Agents = 2, Types = [[1, 2, 3]] });                 // three types for each of two bidders
/// Audit.Exact&lt;Berths&gt;(new() { Vectors = [[[5, 2], [4, 3]], [[1, 1], [3, 6]]] });   // two types for each of two agents, each type two numbers
/// </code>
/// </example>
public sealed record AuditSetup
{
    /// <summary>The number of alike agents; null: as declared. Of an exchange, half of them are buyers unless <see cref="Buyers"/> or <see cref="Sellers"/> says otherwise.</summary>
    public int? Agents { get; init; }

    /// <summary>The number of alike buyers of an exchange.</summary>
    public int? Buyers { get; init; }

    /// <summary>The number of alike sellers of an exchange.</summary>
    public int? Sellers { get; init; }

    /// <summary>The number of items of an assignment whose items have no names.</summary>
    public int? Items { get; init; }

    /// <summary>The finitely many types, where a type is one number: a row for every agent, or one row for all. Sellers' and suppliers' types are costs.</summary>
    public IReadOnlyList<IReadOnlyList<double>>? Types { get; init; }

    /// <summary>
    /// The finitely many types, where a type is several numbers: for every agent (or once for all) its types, each with its numbers: the members of the report in their
    /// order, the values of the items or of the outcomes, the value of each further unit. A bidder for packages has for each of its bids the goods (a bit each) and the value.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<IReadOnlyList<double>>>? Vectors { get; init; }

    /// <summary>
    /// Weights of the types, a row for every agent or one for all: the types are independent, and their probabilities stand to each other as the weights do.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<double>>? Weights { get; init; }

    /// <summary>One weight for every profile of types, the last agent's type running fastest: types need not be independent.</summary>
    public IReadOnlyList<double>? JointWeights { get; init; }

    /// <summary>The most profiles of an exact audit. More are refused before work starts.</summary>
    public int MostProfiles { get; init; } = 10_000;

    /// <summary>
    /// In double money: the violation that counts as rounding, for each unit of the largest amount of the audit (the largest type, at least 1). Decimal and whole money
    /// is judged exactly.
    /// </summary>
    public double Tolerance { get; init; } = 1e-9;

    /// <summary>The highest type that a search or a simulation draws where neither prior nor declaration bounds it; null: twice the largest amount of the declaration, at least 10.</summary>
    public double? Highest { get; init; }

    /// <summary>The number of profiles at which a search looks.</summary>
    public int Profiles { get; init; } = 1_000;

    /// <summary>The seed of searches and simulations: the same seed, the same result.</summary>
    public long Seed { get; init; } = 1;
}
