using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Planning;

/// <summary>How a package auction is called, which its goods and its money alone decide.</summary>
/// <param name="Goods">The number of goods.</param>
/// <param name="Currency">The type of values and payments.</param>
/// <param name="HasProgram">Whether an integer program stands behind the search.</param>
/// <param name="IsFast">Whether bids are accepted without a search.</param>
/// <param name="IsTogether">Whether several bids of a bidder can be accepted, so that it gets a set of goods.</param>
internal sealed record PackageShape(int Goods, Currency Currency, bool HasProgram, bool IsFast = false, bool IsTogether = false)
{
    /// <summary>Whether a package is a list of goods; otherwise it is a set of bits.</summary>
    public bool IsListed => HasProgram && Goods > DisjointPackages.MostInSearch && !IsFast && !IsTogether;

    /// <summary>Whether the outcome may stay unproved, so that a run can fail.</summary>
    public bool IsLimited => Goods > DisjointPackages.MostInTable && !IsFast;

    /// <summary>The type of a bid.</summary>
    public string Bid => IsListed ? "global::MechanismDsl.OrTools.LargePackageBid"
        : Currency.IsGrid ? $"global::MechanismDsl.Kernels.PackageBid<{Currency.Type}>"
        : "global::MechanismDsl.Kernels.PackageBid";

    /// <summary>The type of a constant that stands for one good.</summary>
    public string Good => IsListed ? "int" : Currency.IsGrid ? "ulong" : "uint";

    /// <summary>The interface of the type, without namespace.</summary>
    public string Contract => $"I{What}Auction<{Bid}, {Currency.Type}>";

    /// <summary>What a bidder gets, in names of types: <c>Package</c>, or <c>Goods</c>.</summary>
    public string What => IsTogether ? "Goods" : "Package";

    /// <summary>The signature of the run that returns a new outcome.</summary>
    public string Run => $"public static global::MechanismDsl.{What}Awards<{Currency.Type}> Run(global::System.ReadOnlySpan<{Bid}> bids, int bidders)";

    /// <summary>The signature of the run into memory of the caller's.</summary>
    public string RunInto => $"public static void Run({Spans})";

    /// <summary>The signature of the run that may decide nothing.</summary>
    public string TryRun => $"public static bool TryRun({Spans})";

    private string Spans => $"global::System.ReadOnlySpan<{Bid}> bids, global::System.Span<global::MechanismDsl.{What}Award<{Currency.Type}>> awards";

    /// <summary>The value of the constant of a good.</summary>
    public string Constant(int good) => IsListed ? FormattableString.Invariant($"{good}") : Currency.IsGrid ? FormattableString.Invariant($"1ul << {good}") : FormattableString.Invariant($"1u << {good}");
}
