using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;

namespace MechanismDsl.Language.Normalization;

/// <summary>Whether code can be written into the type: MECH0001, MECH0002, MECH0015.</summary>
internal static class ShapeCheck
{
    public static void Run(Draft draft)
    {
        var type = draft.Declaration.Type;
        if (Obstacle(type) is { } obstacle)
        {
            draft.Report(Rule.UnsupportedShape, new Place.Type(), type.Name, obstacle);
        }

        if (!type.IsPartial)
        {
            draft.Report(Rule.NotPartial, new Place.Type(), type.Name);
        }

        foreach (var member in type.ReservedMembers.Distinct().Where(member => IsGenerated(member, draft)))
        {
            draft.Report(Rule.MemberCollides, new Place.Method(member), type.Name, member == GeneratedMembers.Constructor ? "constructor" : member);
        }

        // C# has no members that are called like their type.
        if (IsGenerated(type.Name, draft))
        {
            draft.Report(Rule.MemberCollides, new Place.Type(), type.Name, type.Name);
        }
    }

    private static bool IsGenerated(string member, Draft draft) =>
        GeneratedMembers.Contains(member) || IsConstantOfAgent(member, draft) || IsOfOwnRules(member, draft) || IsOfItems(member, draft)
        || IsOfChoice(member, draft) || IsOfPartnership(member, draft) || IsOfCampaign(member, draft) || IsOfTax(member, draft);

    private static string? Obstacle(TypeIdentity type) => type switch
    {
        { Keyword: "interface" } => "an interface",
        { IsStatic: true } => "static",
        { IsAbstract: true } => "abstract",
        { IsGeneric: true } => "generic, or nested in a generic type",
        { IsFileLocal: true } => "local to its file, so that no other file can complete it",
        _ => null,
    };

    private static bool IsOfOwnRules(string member, Draft draft) =>
        (member == GeneratedMembers.Report && (draft.Rule("Score") is { Parameters.Count: > 1 } || draft.Has(Environments.GoodsEnvironment.Attribute)))
        || (member == GeneratedMembers.Engine && (draft.HasOwnRules || JointPriors.JointPriorReader.Applies(draft)))
        || (Optima.OptimalReader.Applies(draft) && GeneratedMembers.OfOptima.Contains(member));

    private static bool IsOfChoice(string member, Draft draft) => Environments.ChoiceReader.Applies(draft) && GeneratedMembers.OfChoices.Contains(member) && (member != GeneratedMembers.Report || Environments.ChoiceReader.ReportsValues(draft));

    private static bool IsOfPartnership(string member, Draft draft) => Environments.PartnershipEnvironment.CountOf(draft) is not null && GeneratedMembers.OfPartnerships.Contains(member);

    private static bool IsOfTax(string member, Draft draft) => draft.Has(Environments.TaxationEnvironment.Attribute) && GeneratedMembers.OfTaxes.Contains(member);

    private static bool IsOfCampaign(string member, Draft draft) => draft.Has(Environments.CrowdfundingEnvironment.Attribute) && GeneratedMembers.OfCampaigns.Contains(member);

    private static bool IsOfItems(string member, Draft draft) =>
        (GeneratedMembers.OfItems.Contains(member) && (draft.First("Assignment") ?? draft.First("Packages")) is { Attribute.TypeArgument: not null })
        || (GeneratedMembers.OfPackages.Contains(member) && draft.Has("Packages"))
        || (member == GeneratedMembers.ValuesPerAgent && draft.Has(Environments.DecreasingCheck.Attribute));

    private static bool IsConstantOfAgent(string member, Draft draft) =>
        draft.Uses.Any(use => use.Name is "Agent" or "Supplier"
            && GeneratedMembers.AgentSuffixes.Any(suffix => string.Equals(use.Text(0) + suffix, member, StringComparison.OrdinalIgnoreCase)));
}
