namespace MechanismDsl.Language.Declarations;

/// <summary>The names that belong to the generated part of a mechanism, whether or not this declaration makes the generator use them all.</summary>
/// <remarks>One list for all mechanisms, so that adding a reserve or a prior never breaks a member that compiled before.</remarks>
public static class GeneratedMembers
{
    /// <summary>What a constructor is called in <see cref="TypeIdentity.ReservedMembers"/>: the generated part owns the only one and keeps it private.</summary>
    public const string Constructor = ".ctor";

    /// <summary>The record of a report, which the generated part declares where a score takes several parameters.</summary>
    public const string Report = "Report";

    /// <summary>The class behind the runs, which the generated part declares where a rule of the user's own is called.</summary>
    public const string Engine = "Engine";

    /// <summary>What follows an agent's name in the name of its constant: <c>NorthReserve</c> of a buyer, <c>NorthCeiling</c> of a supplier.</summary>
    public static IReadOnlyList<string> AgentSuffixes { get; } = ["Reserve", "Ceiling"];

    /// <summary>What the generated part of a choice among outcomes declares beyond what all mechanisms do.</summary>
    public static IReadOnlyList<string> OfChoices { get; } = [Report, Engine, "RunMatrix", "ExpectedWelfare"];

    /// <summary>What no member of a generated record of a report can be called: members that every record has, and the record's own name.</summary>
    public static IReadOnlyList<string> InNoRecord { get; } =
        ["Equals", "GetHashCode", "GetType", "ToString", "Deconstruct", "MemberwiseClone", "ReferenceEquals", "Finalize", "PrintMembers", Report];

    /// <summary>The member of a report's record that a score's parameter becomes: its name with a capital first letter; <c>Bid</c> or <c>Cost</c> where that is the record's own.</summary>
    /// <param name="parameter">The name of the parameter, not empty.</param>
    /// <param name="isProcurement">Whether suppliers report.</param>
    public static string FieldOf(string parameter, bool isProcurement) => char.ToUpperInvariant(parameter[0]) + parameter.Substring(1) is var member && member != Report ? member
        : isProcurement ? "Cost"
        : "Bid";

    /// <summary>What the generated part declares where items or goods have names.</summary>
    public static IReadOnlyList<string> OfItems { get; } = [Report, "ItemName", "Goods"];

    /// <summary>What the generated part of a package auction declares beyond what all mechanisms do.</summary>
    public static IReadOnlyList<string> OfPackages { get; } = ["TryRun", "Solver", Bidders];

    /// <summary>The class of constants for named bidders of a package auction.</summary>
    public const string Bidders = "Bidders";

    /// <summary>How many values an agent reports, where it wants several items.</summary>
    public const string ValuesPerAgent = "ValuesPerAgent";

    /// <summary>What the generated part of a partnership declares beyond what all mechanisms do.</summary>
    public static IReadOnlyList<string> OfPartnerships { get; } = [Engine, "Surplus", "ExpectedWelfare", "LowestFirstShare", "HighestFirstShare"];

    /// <summary>What the generated part of an optimal mechanism declares beyond what all mechanisms do.</summary>
    public static IReadOnlyList<string> OfOptima { get; } = [Engine, "ExpectedWelfare", "ExactRevenue", "ExactWelfare", "ExpectedObjective", "ExactObjective", "Draw"];

    /// <summary>What the generated part of a campaign declares beyond what all mechanisms do.</summary>
    public static IReadOnlyList<string> OfCampaigns { get; } = ["Target", "PledgesNeeded", "ProbabilityFunded", "ExpectedProfit", "ExpectedBackerSurplus"];

    /// <summary>What the generated part of an income tax declares beyond what all mechanisms do.</summary>
    public static IReadOnlyList<string> OfTaxes { get; } = [Engine, "Output", "Consumption", "MarginalTax", "Tax", "ExpectedTax", "Rebate"];

    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        Constructor, "Run", "RunBatch", "RunColumns", "Explain", "Info", "Explanation", "Direct", "Result",
        "Reserve", "Ceiling", "EntryFee", "ExpectedRevenue", "ExpectedOutlay", "ExpectedGains", "ExpectedSubsidy", "EquilibriumBid", "Price",
    };

    /// <summary>Whether a member of this name would collide with the generated part of every mechanism.</summary>
    public static bool Contains(string name) => Names.Contains(name);

    /// <summary>Whether a member of this name would collide with the generated part of a mechanism with the right agents and rules.</summary>
    public static bool MayCollide(string name) => Contains(name) || OfChoices.Contains(name) || OfItems.Contains(name) || OfPartnerships.Contains(name) || OfCampaigns.Contains(name) || OfOptima.Contains(name) || OfTaxes.Contains(name) || OfPackages.Contains(name) || name == ValuesPerAgent || AgentSuffixes.Any(suffix => name.EndsWith(suffix, StringComparison.Ordinal));
}
