using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Language.Normalization.Environments;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization;

/// <summary>Attributes and rules of the user's own that answer the same question (MECH0005), and attributes that mean nothing beside them (MECH0012).</summary>
internal static class OwnExclusionCheck
{
    private const string OwnGoal = "a mechanism has one goal, and a rule of one's own is one";
    private const string OwnPayment = "a rule of one's own comes with threshold payments, or with those of a [Payment] method";
    private const string OnePayment = "a mechanism has one payment rule, and the [Payment] method is one";
    private const string OwnService = "a rule of one's own says by itself who is worth serving; a score below zero is not served";
    private const string SeveralServed = "where several agents are served, payments of one's own come with a [Score] or [Allocation] method";

    private static readonly (string[] Methods, string[] Attributes, string Because)[] Pairs =
    [
        (["Score", "Allocation"], ["Efficient", "RevenueOptimal", "CremerMcLean", "Optimal"], OwnGoal),
        (["Score", "Allocation"], ["PayAsBid", "UniformPrice", "GeneralizedSecondPrice", "AllPay", "PostedPrice", "EntryFee"], OwnPayment),
        (["Score", "Allocation"], ["Reserve", "SellerValue", "BuyerValue"], OwnService),
        (["Payment"], ["PayAsBid", "UniformPrice", "GeneralizedSecondPrice", "AllPay", "PostedPrice", "EntryFee", "CremerMcLean", "Optimal"], OnePayment),
        (["Payment"], ["RevenueOptimal"], "the optimal revenue is that of the threshold payments (Myerson 1981); other payments come with [Efficient] or a rule of one's own"),
    ];

    public static void Run(Draft draft)
    {
        foreach (var rule in draft.Declaration.Rules)
        {
            if (rule.Ordinal > 0)
            {
                Exclude(draft, rule, rule.Attribute, "a mechanism has one such rule");
            }
            else if (rule.Attribute == "Allocation" && draft.Rule("Score") is not null)
            {
                Exclude(draft, rule, "Score", OwnGoal);
            }

            foreach (var (methods, attributes, because) in Pairs.Where(pair => rule.Ordinal == 0 && pair.Methods.Contains(rule.Attribute)))
            {
                foreach (var attribute in attributes.Where(draft.Has))
                {
                    Exclude(draft, rule, attribute, because);
                }
            }
        }

        if (!draft.HasOwnAllocation && draft.Rule("Payment") is { } payment && EnvironmentTable.Of(draft) is { Attribute: not "SingleItem" } environment)
        {
            Exclude(draft, payment, environment.Attribute, SeveralServed);
        }

        CheckTies(draft);
        CheckReserves(draft);
        foreach (var prior in draft.Uses.Where(use => IsPrior(use) && draft.HasOwnAllocation && draft.Rule("Payment") is null))
        {
            draft.Report(Findings.Rule.WithoutEffect, prior.Place, prior.Name, "neither a rule of one's own nor its threshold payments depend on what values are likely");
        }
    }

    private static void Exclude(Draft draft, RuleMethod rule, string other, string because) =>
        draft.Report(Findings.Rule.AttributesExclude, new Place.Rule(rule.Attribute, rule.Ordinal), [rule.Attribute, other, because], new FixProperty(FixData.Other, other), new FixProperty(FixData.Marked, rule.Attribute));

    private static void CheckTies(Draft draft)
    {
        if (!draft.HasOwnRules || draft.First("Mechanism") is not { } mechanism || mechanism.NumberOf("Ties") is not { } ties)
        {
            return;
        }

        if (draft.Rule("Allocation") is { } allocation)
        {
            draft.Report(Findings.Rule.WithoutEffect, mechanism.At("Ties"), "Mechanism", $"'{allocation.Name}' decides between equals itself");
        }
        else if (ties == (int)TieBreaking.Shared)
        {
            draft.Report(Findings.Rule.AttributesExclude, mechanism.At("Ties"), "Mechanism", draft.Rule("Score") is null ? "Payment" : "Score", "beside a rule of one's own, equals are told apart by priority or index, not by lot");
        }
    }

    /// <summary>Payments of one's own see the reports and nothing else.</summary>
    private static void CheckReserves(Draft draft)
    {
        if (draft.HasOwnAllocation || draft.Rule("Payment") is not { } payment)
        {
            return;
        }

        if (draft.All("Reserve").Any(use => use.Number(0) is null))
        {
            Exclude(draft, payment, "Reserve", $"'{payment.Name}' does not see a reserve that is given when the mechanism runs; state its number");
        }
        else if (draft.All("Reserve").Any(use => use.NumberOf("Kind") == (int)ReserveKind.Lazy))
        {
            Exclude(draft, payment, "Reserve", "beside payments of one's own a reserve drops reports before the winner is chosen; it is eager");
        }
    }

    private static bool IsPrior(Use use) => use.Name is "Prior" or "HistogramPrior" or "DiscretePrior" or "PriorFromFile";
}
