using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization.Environments;

/// <summary><c>[IdenticalItems(k)]</c>: several goods that are all the same, one for each agent that is served.</summary>
internal static class IdenticalItemsEnvironment
{
    public static readonly EnvironmentRow Row = new("IdenticalItems", "identical items", static (draft, roster) => Read(draft, roster))
    {
        Deciding = ["Efficient", "RevenueOptimal", "PayAsBid", "UniformPrice"],
        Companions = [.. ServiceCheck.Companions, .. LimitsReader.Attributes, DecreasingCheck.Attribute],
        Own = [DecreasingCheck.Attribute],
        Methods = ["Score", "Allocation", "Payment", "Value", FeasibleReader.Attribute],
        WhyNot = ServiceCheck.WhyNot,
    };

    private static Theory.Problems.Environment Read(Draft draft, Roster roster)
    {
        ServiceCheck.Run(draft);
        if (DecreasingCheck.Applies(draft))
        {
            if (LimitsReader.Applies(draft))
            {
                draft.Report(
                    Rule.AttributesExclude,
                    LimitsReader.FirstPlace(draft),
                    [LimitsReader.FirstName(draft), DecreasingCheck.Attribute, "limits are about agents who are served once; where agents want several items, who gets how many is decided item by item"],
                    new FixProperty(FixData.Other, DecreasingCheck.Attribute));
            }

            return DecreasingCheck.Read(draft);
        }

        if (LimitsReader.Applies(draft))
        {
            return WithLimits(draft, roster);
        }

        return SingleItemEnvironment.Serving(draft, EnvironmentName.IdenticalItems, (int)(draft.First("IdenticalItems")?.Number(0) ?? 1));
    }

    /// <summary>Limits on top of the number of items; they go with a goal only (MECH0005).</summary>
    private static Theory.Problems.Environment WithLimits(Draft draft, Roster roster)
    {
        var use = draft.First("IdenticalItems")!.Value;
        if (draft.Rule("Allocation") is not null || draft.Rule("Payment") is not null || draft.Has("PayAsBid") || draft.Has("UniformPrice"))
        {
            draft.Report(
                Rule.AttributesExclude,
                LimitsReader.FirstPlace(draft),
                [LimitsReader.FirstName(draft), "IdenticalItems", "limits on who is served together go with [Efficient], [RevenueOptimal] or a [Score]: another rule ranks the agents one by one"],
                new FixProperty(FixData.Other, "IdenticalItems"));
        }

        var items = (int)(use.Number(0) ?? 1);
        var own = items < roster.Names.Count ? new ServiceLimit.AtMost(items, Enumerable.Range(0, roster.Names.Count).ToEquatableArray()) : null;
        return ServicesEnvironment.Of(draft, EnvironmentName.IdenticalItems, new LimitsReader(draft, roster).Read(use, own));
    }
}
