using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization.Environments;

/// <summary><c>[Assignment]</c>: different items, of which every agent wants at most one (MECH0030).</summary>
internal static class AssignmentEnvironment
{
    public static readonly EnvironmentRow Row = new("Assignment", "items", static (draft, _) => Read(draft))
    {
        Deciding = ["Efficient"],
        Companions = [],
        Without = ["Agents"],
        Methods = [],
        WhyNot = static attribute => attribute switch
        {
            "Agents" => "the agents of an assignment are named ([Agent]), or told apart by their index with a number that is known when it runs",
            "RevenueOptimal" => "an agent's type is a value for every item, and the optimal revenue for such types is not known; [Efficient] is",
            "Reserve" or "EntryFee" or "PostedPrice" or "PayAsBid" or "AllPay" => "the prices of an assignment are the lowest competitive ones; another payment would not be truthful",
            "Prior" or "HistogramPrior" or "DiscretePrior" or "PriorFromFile" => "an agent reports a value for every item, and neither the assignment nor its prices depend on what values are likely",
            _ => null,
        },
    };

    private static Theory.Problems.Environment Read(Draft draft)
    {
        NamedBidders.Check(draft, "Assignment");
        if (draft.First("Agent") is { } agent && draft.First("Assignment") is { Attribute.TypeArgument: null })
        {
            draft.Report(Rule.AttributesExclude, agent.Place, ["Agent", "Assignment", "named agents report by name, for which the items need names too: [Assignment<TItem>]"], new FixProperty(FixData.Other, "Assignment"));
        }

        return new(
            EnvironmentName.Assignment,
            Kernel.MultiParameter,
            new UnitDemandItems(Items(draft), Capacities(draft)),
            Absence.Unserved,
            new Ownership.Platform(),
            new SocialCost.PerServed(0));
    }

    private static EquatableArray<string> Items(Draft draft)
    {
        if (draft.First("Assignment") is not { Attribute.TypeArgument: { } type } use)
        {
            return [];
        }

        if (type.Members.Count == 0)
        {
            draft.Report(Rule.AssignmentItems, use.Place, draft.TypeName, $"assigns the members of {type.Name}, but it has none");
        }
        else if (type.Members.GroupBy(member => member.Value).FirstOrDefault(group => group.Count() > 1) is { } twins)
        {
            draft.Report(Rule.AssignmentItems, use.Place, draft.TypeName, $"assigns the members of {type.Name}, but {string.Join(" and ", twins.Select(member => $"'{member.Name}'"))} have the same value and would be one item");
        }
        else if (type.Members.FirstOrDefault(member => GeneratedMembers.InNoRecord.Contains(member.Name)) is { Name: { } taken })
        {
            draft.Report(Rule.AssignmentItems, use.Place, draft.TypeName, $"assigns the members of {type.Name}, but the record of a report cannot have a member '{taken}'");
        }

        return type.Members.Select(member => member.Name).ToEquatableArray();
    }

    private static EquatableArray<int> Capacities(Draft draft)
    {
        if (draft.First("Assignment") is not { } use || use.Property("Capacities") is not Argument.List { Items: { Count: > 0 } items })
        {
            return [];
        }

        var names = use.Attribute.TypeArgument?.Members ?? [];
        if (items.Count != names.Count)
        {
            draft.Report(Rule.AssignmentItems, use.At("Capacities"), draft.TypeName, FormattableString.Invariant($"states {items.Count} capacities for {names.Count} items"));
        }

        var numbers = items.OfType<Argument.Number>().Select(number => number.Value).ToList();
        foreach (var number in numbers.Where(number => !(number >= 1)))
        {
            draft.Report(Rule.NumberOutsideDomain, use.At("Capacities"), "the capacity", Words.Of(number), "at least 1");
        }

        return numbers.All(number => number == 1) ? [] : numbers.Select(number => (int)number).ToEquatableArray();
    }
}
