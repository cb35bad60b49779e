using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization.Environments;

/// <summary><c>[Packages]</c>: different goods, and bids for packages of them that exclude each other (MECH0030).</summary>
internal static class PackagesEnvironment
{
    /// <summary>The dynamic program behind the generated code has a table of 2^goods totals.</summary>
    public const int MostGoods = 20;

    public static readonly EnvironmentRow Row = new("Packages", "packages", static (draft, _) => new(
        EnvironmentName.Packages,
        Kernel.MultiParameter,
        Goods(draft),
        Absence.Unserved,
        new Ownership.Platform(),
        new SocialCost.PerServed(0)))
    {
        Deciding = ["Efficient"],
        Companions = [],
        Without = ["Agent", "Agents", "Money"],
        Methods = [],
        WhyNot = static attribute => attribute switch
        {
            "Agent" or "Agents" => "a bid names its bidder by an index, and the number of bidders is known when it runs",
            "Money" => "packages are sold in double; whole numbers whose sum stays below 2^53 are exact",
            "RevenueOptimal" => "a bidder's type is a value for every package, and the optimal revenue for such types is not known; [Efficient] is",
            "Reserve" or "EntryFee" or "PostedPrice" or "PayAsBid" or "AllPay" => "the payments of a package auction are Clarke's; others would not be truthful",
            "Prior" or "HistogramPrior" or "DiscretePrior" or "PriorFromFile" => "neither the accepted bids nor the payments depend on what values are likely",
            _ => null,
        },
    };

    private static DisjointPackages Goods(Draft draft)
    {
        var use = draft.First("Packages")!.Value;
        if (use.Attribute.TypeArgument is not { } type)
        {
            return new([], (int)(use.Number(0) ?? 1));
        }

        if (type.Members.Count is 0 or > MostGoods)
        {
            draft.Report(Rule.AssignmentItems, use.Place, draft.TypeName, FormattableString.Invariant($"sells the members of {type.Name} in packages, but it has {type.Members.Count} of them; from 1 to {MostGoods} are sold"));
        }
        else if (type.Members.GroupBy(member => member.Value).FirstOrDefault(group => group.Count() > 1) is { } twins)
        {
            draft.Report(Rule.AssignmentItems, use.Place, draft.TypeName, $"sells the members of {type.Name} in packages, but {string.Join(" and ", twins.Select(member => $"'{member.Name}'"))} have the same value and would be one good");
        }
        else if (type.Members.FirstOrDefault(member => member.Name is "Goods" or "Equals" or "ReferenceEquals" or "GetHashCode" or "GetType" or "ToString" or "MemberwiseClone" or "Finalize") is { Name: { } taken })
        {
            draft.Report(Rule.AssignmentItems, use.Place, draft.TypeName, $"sells the members of {type.Name} in packages, but the class of their constants cannot have a member '{taken}'");
        }

        return new(type.Members.Select(member => member.Name).ToEquatableArray(), type.Members.Count);
    }
}
