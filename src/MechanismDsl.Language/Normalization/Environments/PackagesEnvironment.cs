using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization.Environments;

/// <summary><c>[Packages]</c>: different goods, and bids for packages of them that exclude each other (MECH0030).</summary>
internal static class PackagesEnvironment
{
    private const long DefaultNodes = 5_000_000;

    private const double DefaultTime = 100;

    /// <summary>Members that every static class has, and the name of the class itself.</summary>
    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal)
    {
        "Goods", "Equals", "ReferenceEquals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize",
    };

    public static readonly EnvironmentRow Row = new("Packages", "packages", static (draft, _) => new(
        EnvironmentName.Packages,
        Kernel.MultiParameter,
        Goods(draft),
        Absence.Unserved,
        new Ownership.Platform(),
        new SocialCost.PerServed(0)))
    {
        Deciding = ["Efficient", "CoreSelecting"],
        Companions = ["IntegerProgram"],
        Own = ["IntegerProgram", "CoreSelecting"],
        Without = ["Agents"],
        Methods = [],
        WhyNot = static attribute => attribute switch
        {
            "Agents" => "the bidders are named ([Agent]), or a bid names them by an index and their number is known when it runs",
            "RevenueOptimal" => "a bidder's type is a value for every package, and the optimal revenue for such types is not known; [Efficient] is",
            "Reserve" or "EntryFee" or "PostedPrice" or "PayAsBid" or "AllPay" => "the payments of a package auction are Clarke's ([Efficient]), or those of the core ([CoreSelecting])",
            "Prior" or "HistogramPrior" or "DiscretePrior" or "PriorFromFile" => "neither the accepted bids nor the payments depend on what values are likely",
            _ => null,
        },
    };

    private static DisjointPackages Goods(Draft draft)
    {
        var use = draft.First("Packages")!.Value;
        NamedBidders.Check(draft, "Packages");
        CheckNames(draft, use);
        var names = (use.Attribute.TypeArgument?.Members ?? []).Select(member => member.Name).ToEquatableArray();
        var count = use.Attribute.TypeArgument is null ? (int)Math.Min(use.Number(0) ?? 1, int.MaxValue) : names.Count;
        CheckSize(draft, use, count);
        var goods = new DisjointPackages(names, count);
        if (goods.HasTable)
        {
            CheckLimits(draft, use);
            return goods;
        }

        return goods with
        {
            Nodes = (long)(use.NumberOf("Nodes") ?? DefaultNodes),
            DeterministicTime = draft.First("IntegerProgram") is { } program ? program.NumberOf("DeterministicTime") ?? DefaultTime : null,
        };
    }

    private static void CheckNames(Draft draft, Use use)
    {
        if (use.Attribute.TypeArgument is not { } type)
        {
            return;
        }

        if (type.Members.Count == 0)
        {
            draft.Report(Rule.AssignmentItems, use.Place, draft.TypeName, $"sells the members of {type.Name} in packages, but it has none");
        }
        else if (type.Members.GroupBy(member => member.Value).FirstOrDefault(group => group.Count() > 1) is { } twins)
        {
            draft.Report(Rule.AssignmentItems, use.Place, draft.TypeName, $"sells the members of {type.Name} in packages, but {string.Join(" and ", twins.Select(member => $"'{member.Name}'"))} have the same value and would be one good");
        }
        else if (type.Members.FirstOrDefault(member => Taken.Contains(member.Name)) is { Name: { } taken })
        {
            draft.Report(Rule.AssignmentItems, use.Place, draft.TypeName, $"sells the members of {type.Name} in packages, but the class of their constants cannot have a member '{taken}'");
        }
    }

    /// <summary>The dynamic program is exact in doubles; beyond it, whatever decides does so in whole units of money (MECH0031).</summary>
    private static void CheckSize(Draft draft, Use use, int count)
    {
        var money = draft.First("Money")?.Attribute.TypeArgument?.FullName;
        var isCore = draft.Has("CoreSelecting");
        if (isCore && money is not ("System.Decimal" or "System.Int64"))
        {
            draft.Report(Rule.CoreMoney, draft.First("CoreSelecting")!.Value.Place, draft.TypeName);
            return;
        }

        var (most, offer, missing) =
            count <= DisjointPackages.MostInTable ? (count, "", null)
            : money is not ("System.Decimal" or "System.Int64") ? (DisjointPackages.MostInTable, "in double; [Money<decimal>] or [Money<long>] takes up to 64", "Money")
            : count <= DisjointPackages.MostInSearch ? (count, "", null)
            : isCore ? (DisjointPackages.MostInSearch, "with core payments", null)
            : !draft.Has("IntegerProgram") ? (DisjointPackages.MostInSearch, "by the exact search; [IntegerProgram] of the package MechanismDsl.OrTools takes any number in [Money<long>]", null)
            : money is "System.Decimal" ? (DisjointPackages.MostInSearch, "in decimal; [Money<long>] takes any number", (string?)null)
            : (count, "", null);
        if (count > most)
        {
            EquatableArray<string> words = [draft.TypeName, count.ToString(System.Globalization.CultureInfo.InvariantCulture), FormattableString.Invariant($"at most {most} are decided {offer}")];
            FixProperty[] fix = missing is null ? [] : [new(FixData.Missing, missing)];
            draft.Report(Rule.TooManyGoods, use.Attribute.TypeArgument is null ? use.At(0) : use.Place, words, fix);
        }
    }

    private static void CheckLimits(Draft draft, Use use)
    {
        if (use.NumberOf("Nodes") is not null)
        {
            draft.Report(Rule.WithoutEffect, use.At("Nodes"), use.Name, "up to 20 goods are decided by a dynamic program, which has no nodes");
        }

        if (draft.First("IntegerProgram") is { } program)
        {
            draft.Report(Rule.WithoutEffect, program.Place, program.Name, "up to 20 goods are decided by a dynamic program, which is always proved");
        }
    }
}
