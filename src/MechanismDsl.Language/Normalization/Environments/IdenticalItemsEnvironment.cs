using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization.Environments;

/// <summary><c>[IdenticalItems(k)]</c>: several goods that are all the same, one for each agent that is served.</summary>
internal static class IdenticalItemsEnvironment
{
    public static readonly EnvironmentRow Row = new("IdenticalItems", "identical items", static (draft, _) => SingleItemEnvironment.Serving(draft, EnvironmentName.IdenticalItems, Items(draft)))
    {
        Deciding = SingleItemEnvironment.Row.Deciding,
        Methods = ["Score", "Allocation", "Payment", "Value"],
    };

    private static int Items(Draft draft) => (int)(draft.First("IdenticalItems")?.Number(0) ?? 1);
}
