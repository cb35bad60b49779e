using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization.Environments;

/// <summary><c>[IdenticalItems(k)]</c>: several goods that are all the same, one for each agent that is served.</summary>
internal static class IdenticalItemsEnvironment
{
    public static readonly EnvironmentRow Row = new("IdenticalItems", "identical items", static (draft, _) => Read(draft))
    {
        Deciding = ["Efficient", "RevenueOptimal", "PayAsBid", "UniformPrice"],
        Companions = [.. ServiceCheck.Companions, DecreasingCheck.Attribute],
        Own = [DecreasingCheck.Attribute],
        Methods = ["Score", "Allocation", "Payment", "Value"],
        WhyNot = ServiceCheck.WhyNot,
    };

    private static Theory.Problems.Environment Read(Draft draft)
    {
        ServiceCheck.Run(draft);
        if (DecreasingCheck.Applies(draft))
        {
            return DecreasingCheck.Read(draft);
        }

        return SingleItemEnvironment.Serving(draft, EnvironmentName.IdenticalItems, (int)(draft.First("IdenticalItems")?.Number(0) ?? 1));
    }
}
