using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization.Environments;

/// <summary><c>[Knapsack(capacity)]</c>: agents of public sizes share a capacity. Named agents declare their sizes (MECH0024), those of alike agents come with every run.</summary>
internal static class KnapsackEnvironment
{
    /// <summary>The largest capacity: beyond it a table with an entry for every unit is no way to decide.</summary>
    public const int MostCapacity = 1_000_000;

    public static readonly EnvironmentRow Row = new("Knapsack", "a knapsack", static (draft, roster) => Read(draft, roster))
    {
        Deciding = ["Efficient", "RevenueOptimal"],
        Companions = [.. ServiceCheck.Companions.Where(name => name is not ("Procurement" or "BuyerValue" or "Supplier" or "Suppliers")), .. LimitsReader.Attributes],
        Methods = ["Score", FeasibleReader.Attribute],
        WhyNot = static attribute => attribute switch
        {
            "Procurement" or "BuyerValue" or "Supplier" or "Suppliers" => "a capacity limits what the platform sells; suppliers within a limit are [Services] with [Capacity]",
            "PayAsBid" or "UniformPrice" => "agents of different sizes have no common price; the thresholds under a goal differ from agent to agent",
            "Allocation" or "Payment" => "who is served together is decided by sums of scores: mark a [Score] method",
            _ => ServiceCheck.WhyNot(attribute),
        },
    };

    private static Theory.Problems.Environment Read(Draft draft, Roster roster)
    {
        ServiceCheck.Run(draft);
        var use = draft.First("Knapsack")!.Value;
        var capacity = (int)Math.Min(use.Number(0) ?? 1, MostCapacity);
        var isGreedy = use.NumberOf("Greedy") is 1;
        var reader = new LimitsReader(draft, roster);
        if (LimitsReader.Applies(draft))
        {
            if (isGreedy)
            {
                draft.Report(
                    Rule.AttributesExclude,
                    LimitsReader.FirstPlace(draft),
                    [LimitsReader.FirstName(draft), "Knapsack", "the greedy choice is truthful within one capacity; beside further limits leave Greedy out, and the best set is found"],
                    new FixProperty(FixData.Other, "Knapsack"));
            }

            var own = roster.IsNamed && reader.Sizes(use) is { Count: > 0 } sizes
                ? new ServiceLimit.Capacity(capacity, Enumerable.Range(0, sizes.Count).ToEquatableArray(), sizes)
                : null;
            return ServicesEnvironment.Of(draft, EnvironmentName.Knapsack, reader.Read(use, own));
        }

        return ServicesEnvironment.Of(draft, EnvironmentName.Knapsack, new WithinCapacity(capacity, roster.IsNamed ? reader.Sizes(use) : [], isGreedy));
    }
}
