using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Planning;

/// <summary>How a package auction is called, which its goods and its money alone decide.</summary>
/// <param name="Goods">The number of goods.</param>
/// <param name="Currency">The type of values and payments.</param>
/// <param name="HasProgram">Whether an integer program stands behind the search.</param>
internal sealed record PackageShape(int Goods, Currency Currency, bool HasProgram)
{
    /// <summary>Whether a package is a list of goods; otherwise it is a set of bits.</summary>
    public bool IsListed => HasProgram && Goods > DisjointPackages.MostInSearch;

    /// <summary>Whether the outcome may stay unproved, so that a run can fail.</summary>
    public bool IsLimited => Goods > DisjointPackages.MostInTable;

    /// <summary>The type of a bid.</summary>
    public string Bid => IsListed ? "global::MechanismDsl.OrTools.LargePackageBid"
        : Currency.IsGrid ? $"global::MechanismDsl.Kernels.PackageBid<{Currency.Type}>"
        : "global::MechanismDsl.Kernels.PackageBid";

    /// <summary>The type of a constant that stands for one good.</summary>
    public string Good => IsListed ? "int" : Currency.IsGrid ? "ulong" : "uint";

    /// <summary>The interface of the type, without namespace.</summary>
    public string Contract => $"IPackageAuction<{Bid}, {Currency.Type}>";

    /// <summary>The signature of the run that returns a new outcome.</summary>
    public string Run => $"public static global::MechanismDsl.PackageAwards<{Currency.Type}> Run(global::System.ReadOnlySpan<{Bid}> bids, int bidders)";

    /// <summary>The signature of the run into memory of the caller's.</summary>
    public string RunInto => $"public static void Run({Spans})";

    /// <summary>The signature of the run that may decide nothing.</summary>
    public string TryRun => $"public static bool TryRun({Spans})";

    private string Spans => $"global::System.ReadOnlySpan<{Bid}> bids, global::System.Span<global::MechanismDsl.PackageAward<{Currency.Type}>> awards";

    /// <summary>The value of the constant of a good.</summary>
    public string Constant(int good) => IsListed ? FormattableString.Invariant($"{good}") : Currency.IsGrid ? FormattableString.Invariant($"1ul << {good}") : FormattableString.Invariant($"1u << {good}");
}
