using System.Globalization;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization.Environments;

/// <summary><c>[Goods]</c>: several goods, each for one of the bidders or nobody, whose values add up (MECH0013, MECH0030).</summary>
internal static class GoodsEnvironment
{
    /// <summary>The attribute.</summary>
    public const string Attribute = "Goods";

    /// <summary>More goods than this have more divisions than any program has variables.</summary>
    private const int Most = 14;

    public static readonly EnvironmentRow Row = new(Attribute, "goods", static (draft, _) => Read(draft))
    {
        Deciding = ["Optimal"],
        Companions = ["Prior", "DiscretePrior"],
        Methods = ["Decision", "Goal"],
        WhyNot = static other => other switch
        {
            "Efficient" => "values that add up make the efficient sale of several goods one auction for each: [SingleItem, Efficient] sells one of them; [Packages] is for goods that belong together",
            "RevenueOptimal" => "no virtual value exists for several goods, because bundles and lotteries can earn more than separate auctions; [Optimal(Objective.Revenue)] finds the most for finite types",
            "JointPrior" or "Beliefs" or "Types" or "TypeRange" => "values of goods are independent of each other: [DiscretePrior(values, weights, Good = 0)] states those of one good",
            "Procurement" or "Supplier" or "Suppliers" or "BuyerValue" => "several goods are sold to bidders; suppliers of one service each stand beside [IdenticalItems] or [Services]",
            "HistogramPrior" or "PriorFromFile" => "the program needs finitely many values of every good: [DiscretePrior(values, weights)]",
            _ => null,
        },
    };

    /// <summary>The number of goods; 0 in another environment, and where it is none.</summary>
    public static int CountOf(Draft draft) => EnvironmentTable.Of(draft)?.Attribute == Attribute && draft.First(Attribute) is { } use
        ? use.Attribute.TypeArgument is { } type ? Math.Min(type.Members.Count, Most) : use.Number(0) is >= 1 and <= Most and var count ? (int)count : 0
        : 0;

    /// <summary>What a good is called in messages: its name, or its index.</summary>
    public static string NameOf(Draft draft, int good) => draft.First(Attribute)?.Attribute.TypeArgument is { Members: var members } && good < members.Count
        ? $"'{members[good].Name}'"
        : FormattableString.Invariant($"good {good}");

    private static Theory.Problems.Environment Read(Draft draft)
    {
        var use = draft.First(Attribute)!.Value;
        var members = use.Attribute.TypeArgument?.Members ?? [];
        CheckCount(draft, use);
        CheckNames(draft, use, members);
        foreach (var prior in draft.Uses.Where(prior => prior.NumberOf("Good") is { } good && (good < -1 || good >= CountOf(draft)) && CountOf(draft) > 0))
        {
            draft.Report(Rule.NumberOutsideDomain, prior.At("Good"), "the good", Words.Of(prior.NumberOf("Good")!.Value), $"from 0 to {Words.Of(CountOf(draft) - 1)}, or −1 for all goods");
        }

        return new(
            EnvironmentName.Goods,
            Kernel.MultiParameter,
            new AdditiveGoods(members.Select(member => member.Name).ToEquatableArray(), CountOf(draft)),
            Absence.Unserved,
            new Ownership.Platform(),
            new SocialCost.PerOutcome([]));
    }

    private static void CheckCount(Draft draft, Use use)
    {
        if (use.Attribute.TypeArgument is { Members.Count: > Most } type)
        {
            draft.Report(Rule.NumberOutsideDomain, use.Place, "the number of goods", Words.Of(type.Members.Count), $"at most {Words.Of(Most)}");
        }
        else if (use.Attribute.TypeArgument is null && use.Number(0) is { } count && !(count is >= 1 and <= Most))
        {
            draft.Report(Rule.NumberOutsideDomain, use.At(0), "the number of goods", Words.Of(count), $"from 1 to {Words.Of(Most)}");
        }
    }

    private static void CheckNames(Draft draft, Use use, EquatableArray<EnumMember> members)
    {
        if (use.Attribute.TypeArgument is not { } type)
        {
            return;
        }

        if (members.Count == 0)
        {
            draft.Report(Rule.AssignmentItems, use.Place, draft.TypeName, $"sells the members of {type.Name}, but it has none");
        }
        else if (Enumerable.Range(0, members.Count).FirstOrDefault(good => members[good].Value != good.ToString(CultureInfo.InvariantCulture)) is var good && members[good].Value != good.ToString(CultureInfo.InvariantCulture))
        {
            draft.Report(Rule.AssignmentItems, use.Place, draft.TypeName, $"sells the members of {type.Name}, whose numbers are the indices of the goods and have to count from 0, but '{members[good].Name}' is {members[good].Value} in the place of {Words.Of(good)}");
        }
        else if (members.FirstOrDefault(member => GeneratedMembers.InNoRecord.Contains(member.Name)) is { Name: { } taken })
        {
            draft.Report(Rule.AssignmentItems, use.Place, draft.TypeName, $"sells the members of {type.Name}, but the record of a report cannot have a member '{taken}'");
        }
    }
}
