using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Language.Normalization.Environments;

/// <summary>All environments of the language. What a row does not name does not go together: combinations are legal because somebody thought of them.</summary>
internal static class EnvironmentTable
{
    /// <summary>The attributes that go with every environment.</summary>
    public static readonly EquatableArray<string> Common = ["Mechanism", "Money", "Guarantees", "Assumed", "EquivalentTo", "Undominated", "Agent", "Agents"];

    /// <summary>The rows, the simplest environment first.</summary>
    public static readonly EnvironmentRow[] Rows =
    [
        SingleItemEnvironment.Row,
        IdenticalItemsEnvironment.Row,
        PositionsEnvironment.Row,
        KnapsackEnvironment.Row,
        ServicesEnvironment.Row,
        OutcomesEnvironment.Row,
        PublicProjectEnvironment.Row,
        ExchangeEnvironment.BilateralTrade,
        ExchangeEnvironment.DoubleAuction,
        AssignmentEnvironment.Row,
        PackagesEnvironment.Row,
        DivisibleEnvironment.Row,
        GoodsEnvironment.Row,
        PartnershipEnvironment.Row,
        CrowdfundingEnvironment.Row,
        TaxationEnvironment.Row,
    ];

    /// <summary>The environment of a declaration: the first that it names; null if it names none.</summary>
    public static EnvironmentRow? Of(Draft draft) => draft.Uses.Select(use => Array.Find(Rows, row => row.Attribute == use.Name)).FirstOrDefault(row => row is not null);
}
