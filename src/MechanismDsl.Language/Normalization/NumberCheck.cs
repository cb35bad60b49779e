using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization;

/// <summary>Numbers outside their domain: MECH0013. Parameters of priors have their own rule, MECH4001.</summary>
internal static class NumberCheck
{
    private const string Amount = "a number from 0 to 1E15";
    private const string Positive = "positive and at most 1E15";
    private const string Count = "at least 1, or 0 for one that is known when the mechanism runs";

    private static readonly (string Attribute, int Parameter, string Meaning, Func<double, bool> Allowed, string Domain)[] Arguments =
    [
        ("BuyerValue", 0, "the buyer's value", IsPositive, Positive),
        ("SellerValue", 0, "the seller's value", IsAmount, Amount),
        ("PostedPrice", 0, "the price", IsAmount, Amount),
        ("Reserve", 0, "the reserve", IsAmount, Amount),
        ("EntryFee", 0, "the entry fee", IsAmount, Amount),
        ("Crowdfunding", 0, "the target", IsPositive, Positive),
        ("IdenticalItems", 0, "the number of items", value => value is >= 1 and <= int.MaxValue, "at least 1"),
        ("Decreasing", 0, "the number of items that an agent can want", value => value is >= 1 and <= 1000, "from 1 to 1000"),
        ("Divisible", 0, "the quantity", IsPositive, Positive),
        ("Packages", 0, "the number of goods", value => value >= 1, "at least 1"),
        ("Knapsack", 0, "the capacity", value => value is >= 1 and <= Environments.KnapsackEnvironment.MostCapacity, "from 1 to 1000000; measure sizes in larger units"),
        ("AtMost", 0, "the limit", value => value >= 0, "at least 0"),
        ("Capacity", 0, "the capacity", value => value >= 1, "at least 1"),
        ("Undominated", 0, "the measure", value => value is 0 or 1 or 2, "Performance.ExPostWelfare, Performance.InterimWelfare or Performance.Revenue"),
        ("Message", 0, "the lowest bid", IsAmount, Amount),
        ("Message", 1, "the highest bid", IsAmount, Amount),
    ];

    private static readonly (string Attribute, string Property, string Meaning, Func<double, bool> Allowed, string Domain)[] Properties =
    [
        ("Mechanism", "Ties", "the tie rule", value => value is 0 or 1 or 2, "TieRule.LowestIndex, TieRule.Shared or TieRule.Priority"),
        ("Agent", "OutsideOption", "the outside option", IsFinite, "a number from -1E15 to 1E15"),
        ("Agent", "Weight", "the weight", IsPositive, Positive),
        ("Supplier", "OutsideOption", "the outside option", IsFinite, "a number from -1E15 to 1E15"),
        ("Supplier", "Weight", "the weight", IsPositive, Positive),
        ("Prior", "Weight", "the weight", IsPositive, Positive),
        ("Reserve", "Kind", "the kind of reserve", value => value is 0 or 1, "ReserveKind.Eager or ReserveKind.Lazy"),
        ("Sellers", "Count", "the number of sellers", IsCount, Count),
        ("Buyers", "Count", "the number of buyers", IsCount, Count),
        ("Packages", "Nodes", "the number of nodes", value => value is >= 0 and <= Words.Largest, "from 0 to 1E15"),
        ("IntegerProgram", "DeterministicTime", "the deterministic time", IsPositive, Positive),
        ("PriorFromFile", "Bins", "the number of bins", value => value == 0 || value is >= 2 and <= 1000, "from 2 to 1000, or 0 for none"),
    ];

    public static void Run(Draft draft)
    {
        foreach (var use in draft.Uses)
        {
            foreach (var rule in Arguments.Where(rule => rule.Attribute == use.Name))
            {
                if (use.Number(rule.Parameter) is { } value && !rule.Allowed(value))
                {
                    draft.Report(Rule.NumberOutsideDomain, use.At(rule.Parameter), rule.Meaning, Words.Of(value), rule.Domain);
                }
            }

            foreach (var rule in Properties.Where(rule => rule.Attribute == use.Name))
            {
                if (use.NumberOf(rule.Property) is { } value && !rule.Allowed(value))
                {
                    draft.Report(Rule.NumberOutsideDomain, use.At(rule.Property), rule.Meaning, Words.Of(value), rule.Domain);
                }
            }
        }

        if (draft.First("Message") is { } message && message.Number(0) is { } low && message.Number(1) is { } high && high <= low)
        {
            draft.Report(Rule.NumberOutsideDomain, message.At(1), "the highest bid", Words.Of(high), $"above the lowest bid {Words.Of(low)}");
        }
    }

    /// <summary>What is paid as declared must be payable; a reserve off the grid is the next report above it.</summary>
    public static void RunOnGrid(Draft draft, Money money)
    {
        if (!money.IsGrid)
        {
            return;
        }

        foreach (var (name, meaning) in new[] { ("Crowdfunding", "the target"), ("PostedPrice", "the price"), ("EntryFee", "the entry fee"), ("PublicProject", "the cost") })
        {
            if (draft.First(name) is { } use && use.Number(0) is { } value && IsAmount(value) && money.RoundDown(value) != value)
            {
                draft.Report(Rule.NumberOutsideDomain, use.At(0), meaning, Words.Of(value), FormattableString.Invariant($"a multiple of {1 / (decimal)money.StepsPerUnit}, the step of its money"));
            }
        }
    }

    private static bool IsAmount(double value) => value is >= 0 and <= Words.Largest;

    private static bool IsCount(double value) => value >= 0;

    private static bool IsPositive(double value) => value is >= 1 / Words.Largest and <= Words.Largest;

    private static bool IsFinite(double value) => value is >= -Words.Largest and <= Words.Largest;
}
