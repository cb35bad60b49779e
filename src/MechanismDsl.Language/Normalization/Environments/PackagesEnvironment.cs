using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization.Environments;

/// <summary><c>[Packages]</c>: different goods, and bids for packages of them that exclude each other (MECH0030).</summary>
internal static class PackagesEnvironment
{
    private const string SingleMinded = "SingleMinded";

    /// <summary>What the bids of one bidder mean together.</summary>
    private static readonly string[] Languages = [SingleMinded, "Or", "Additive"];

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
        Companions = ["IntegerProgram", .. Languages],
        Own = ["IntegerProgram", "CoreSelecting", .. Languages],
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
        var goods = new DisjointPackages(names, count)
        {
            Bids = draft.Has(SingleMinded) ? BidLanguage.SingleMinded : draft.Has("Or") ? BidLanguage.Together : draft.Has("Additive") ? BidLanguage.Additive : BidLanguage.Exclusive,
            IsGreedy = draft.First(SingleMinded)?.NumberOf("Greedy") is 1,
        };
        CheckSize(draft, use, goods);
        CheckCore(draft, goods);
        if (goods.IsUnlimited)
        {
            CheckLimits(draft, use, goods);
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
    private static void CheckSize(Draft draft, Use use, DisjointPackages goods)
    {
        var count = goods.Count;
        var money = draft.First("Money")?.Attribute.TypeArgument?.FullName;
        var isCore = draft.Has("CoreSelecting");
        if (isCore && money is not ("System.Decimal" or "System.Int64"))
        {
            draft.Report(Rule.CoreMoney, draft.First("CoreSelecting")!.Value.Place, draft.TypeName);
            return;
        }

        var mostInDouble = goods.IsFast ? DisjointPackages.MostInDouble : DisjointPackages.MostInTable;
        var (most, offer, missing) =
            count <= mostInDouble ? (count, "", null)
            : money is not ("System.Decimal" or "System.Int64") ? (mostInDouble, "in double; [Money<decimal>] or [Money<long>] takes up to 64", "Money")
            : count <= DisjointPackages.MostInSearch ? (count, "", null)
            : isCore ? (DisjointPackages.MostInSearch, "with core payments", null)
            : goods.Bids != BidLanguage.Exclusive ? (DisjointPackages.MostInSearch, $"beside [{Languages.First(draft.Has)}]", null)
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

    /// <summary>What needs no search has no limit.</summary>
    private static void CheckLimits(Draft draft, Use use, DisjointPackages goods)
    {
        var because = goods.IsGreedy ? "bids are accepted by the greedy choice" : goods.IsFast ? "goods with additive values are sold one by one" : "up to 20 goods are decided by a dynamic program";
        if (use.NumberOf("Nodes") is not null)
        {
            draft.Report(Rule.WithoutEffect, use.At("Nodes"), use.Name, because + ", which has no nodes");
        }

        if (draft.First("IntegerProgram") is { } program)
        {
            draft.Report(Rule.WithoutEffect, program.Place, program.Name, because + (goods.IsFast ? ", which leaves nothing to prove" : ", which is always proved"));
        }
    }

    /// <summary>Payments in the core are about the accepted bids that are worth most.</summary>
    private static void CheckCore(Draft draft, DisjointPackages goods)
    {
        var because = goods.IsGreedy ? "the greedy choice is paid for by critical values; payments in the core need the bids that are worth most"
            : goods.Bids == BidLanguage.Together ? "payments in the core are known for bids that exclude each other"
            : goods.Bids == BidLanguage.Additive ? "goods that are sold apart have Clarke payments in the core already: [Efficient]"
            : null;
        if (because is not null && draft.First("CoreSelecting") is { } core)
        {
            var language = Languages.First(draft.Has);
            draft.Report(Rule.AttributesExclude, core.Place, [core.Name, language, because], new FixProperty(FixData.Other, language));
        }
    }
}
