using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization.Environments;

/// <summary><c>[Partnership(.5, .5)]</c>: partners own shares of a firm, and one of them gets everything. Shares that are none are MECH0033.</summary>
internal static class PartnershipEnvironment
{
    /// <summary>The attribute.</summary>
    public const string Attribute = "Partnership";

    /// <summary>Shares such as 1.0/3 are doubles: their sum may miss 1 by this.</summary>
    private const double RoundOff = 1e-12;

    public static readonly EnvironmentRow Row = new(Attribute, "a partnership", Read)
    {
        Deciding = ["Efficient"],
        Companions = ["Prior", "HistogramPrior"],
        Without = ["Agents"],
        Methods = [],
        WhyNot = static other => other switch
        {
            "Agents" => "partners are as many as their shares",
            "RevenueOptimal" => "nobody outside earns anything: the partners divide among themselves what is theirs",
            "Reserve" or "EntryFee" or "PostedPrice" or "SellerValue" => "nobody outside sells: the partners own the firm, and what one pays the others receive",
            "DiscretePrior" or "PriorFromFile" => "the payments are solved for values with a density; [HistogramPrior] has one",
            "Score" or "Allocation" or "Payment" or "Value" or "Groves" => "who gets the firm and who pays whom is what the partnership solves",
            _ => null,
        },
    };

    /// <summary>The number of partners; null where no partnership is declared.</summary>
    public static int? CountOf(Draft draft) => EnvironmentTable.Of(draft)?.Attribute == Attribute ? draft.First(Attribute)!.Value.Numbers(0).Count : null;

    private static Theory.Problems.Environment Read(Draft draft, Roster roster)
    {
        var use = draft.First(Attribute)!.Value;
        var shares = use.Numbers(0);
        CheckShares(draft, roster, use, shares);
        foreach (var agent in draft.All("Agent"))
        {
            Refuse(agent, "OutsideOption", 0, "a partner's outside option is its share of what the firm is worth to it");
            Refuse(agent, "Weight", 1, "the firm goes to whom it is worth most; weights would give it to somebody else");
        }

        if (draft.First("Mechanism") is { } mechanism && mechanism.NumberOf("Ties") is { } ties && ties != (int)TieBreaking.LowestIndex)
        {
            draft.Report(Rule.AttributesExclude, mechanism.At("Ties"), "Mechanism", Attribute, "equal values have probability 0, and among them the first partner gets everything");
        }

        return new(EnvironmentName.Partnership, Kernel.SingleParameter, new ServeAtMost(1), Absence.TakesOwnGood, new Ownership.Agents(shares), new SocialCost.PerServed(0));

        void Refuse(Use agent, string property, double idle, string because)
        {
            if (agent.NumberOf(property) is { } number && number != idle)
            {
                draft.Report(Rule.AttributesExclude, agent.At(property), ["Agent", Attribute, because], new FixProperty(FixData.Other, Attribute));
            }
        }
    }

    private static void CheckShares(Draft draft, Roster roster, Use use, EquatableArray<double> shares)
    {
        if (shares.Count < 2)
        {
            draft.Report(Rule.PartnershipShares, use.Place, [draft.TypeName, "a partnership has at least two partners"], new FixProperty(FixData.Shares, ".5, .5"));
            return;
        }

        for (var partner = 0; partner < shares.Count; partner++)
        {
            if (!(shares[partner] >= 0 && shares[partner] <= Words.Largest))
            {
                draft.Report(Rule.PartnershipShares, use.At(0, partner), draft.TypeName, $"a share is a number from 0 to 1, and this one is {Words.Of(shares[partner])}");
                return;
            }
        }

        if (roster.IsNamed && roster.Names.Count != shares.Count)
        {
            draft.Report(Rule.PartnershipShares, use.Place, draft.TypeName, FormattableString.Invariant($"there are {shares.Count} shares, but {roster.Names.Count} partners have names"));
        }

        var sum = shares.Sum();
        if (!(Math.Abs(sum - 1) <= RoundOff))
        {
            draft.Report(
                Rule.PartnershipShares,
                use.Place,
                [draft.TypeName, $"shares sum to 1, and these sum to {RationalText.Of(RationalText.Sum(shares))}"],
                sum > 0 ? [new FixProperty(FixData.Shares, string.Join(", ", Proportional(shares)))] : []);
        }
    }

    /// <summary>Shares in the same proportions that sum to 1, as C# text.</summary>
    private static IEnumerable<string> Proportional(EquatableArray<double> shares)
    {
        var sum = RationalText.Sum(shares);
        return shares.Select(share => RationalText.FromDecimal(share) / sum).Select(share => share.Reduce()).Select(share =>
            RationalText.Of(share) is var text && text.IndexOf('/') is var slash && slash >= 0 ? $"{text.Substring(0, slash)}.0{text.Substring(slash)}" : text);
    }
}
