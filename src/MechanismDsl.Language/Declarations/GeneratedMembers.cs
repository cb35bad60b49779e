namespace MechanismDsl.Language.Declarations;

/// <summary>The names that belong to the generated part of a mechanism, whether or not this declaration makes the generator use them all.</summary>
/// <remarks>One list for all mechanisms, so that adding a reserve or a prior never breaks a member that compiled before.</remarks>
public static class GeneratedMembers
{
    /// <summary>What a constructor is called in <see cref="TypeIdentity.ReservedMembers"/>: the generated part owns the only one and keeps it private.</summary>
    public const string Constructor = ".ctor";

    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "Run", "RunBatch", "Info", "Explanation", "Direct", "Result",
        "Reserve", "Reserves", "EntryFee", "ExpectedRevenue", "ExpectedWelfare", "ProbabilityOfSale", "Equilibrium",
    };

    /// <summary>Whether a member of this name would collide with the generated part.</summary>
    public static bool Contains(string name) => Names.Contains(name);
}
