using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization.Environments;

/// <summary><c>[Taxation(objective)]</c>: an income tax for people whose skills only they know.</summary>
internal static class TaxationEnvironment
{
    /// <summary>The attribute.</summary>
    public const string Attribute = "Taxation";

    public static readonly EnvironmentRow Row = new(Attribute, "an income tax", static (draft, _) => Read(draft))
    {
        Deciding = [Attribute],
        Companions = ["Prior", "HistogramPrior", "DiscretePrior"],
        Without = ["Agent", "Agents", "Money"],
        Methods = [],
        WhyNot = static other => other switch
        {
            "Agent" or "Agents" => "a schedule is the same for everybody, whoever and however many they are",
            "Money" => "outputs and taxes are real numbers: they are what a curve says",
            "Efficient" or "RevenueOptimal" => "what a tax maximises is its argument: TaxObjective.Utilitarian, TaxObjective.Revenue",
            "PriorFromFile" => "observed incomes are no skills: they already answer to the tax under which they were earned",
            _ => null,
        },
    };

    private static Theory.Problems.Environment Read(Draft draft)
    {
        var use = draft.First(Attribute)!.Value;
        var objective = use.Number(0) is { } number && number >= 0 && number <= (int)TaxObjective.Revenue ? (TaxObjective)(int)number : (TaxObjective?)null;
        if (objective is null)
        {
            draft.Report(Rule.NumberOutsideDomain, use.At(0), "the objective", Words.Of(use.Number(0) ?? 0), "a member of TaxObjective");
        }

        var weight = use.NumberOf("WorstOffWeight");
        if (weight is { } stated && !(stated >= 0 && stated <= 1))
        {
            draft.Report(Rule.NumberOutsideDomain, use.At("WorstOffWeight"), "the weight of the worst-off", Words.Of(stated), "a number from 0 to 1");
        }
        else if (weight is not null && objective != TaxObjective.Weighted)
        {
            draft.Report(Rule.WithoutEffect, use.At("WorstOffWeight"), Attribute, "only TaxObjective.Weighted weighs the worst-off against the others");
        }

        if (draft.First("Mechanism") is { } mechanism && mechanism.NumberOf("Ties") is { } ties && ties != (int)TieBreaking.LowestIndex)
        {
            draft.Report(Rule.AttributesExclude, mechanism.At("Ties"), "Mechanism", Attribute, "everybody is taxed, so there are no ties");
        }

        var lambda = objective switch
        {
            TaxObjective.Utilitarian => 0,
            TaxObjective.Weighted => weight ?? .5,
            _ => 1,
        };
        return new(EnvironmentName.Taxation, Kernel.Screening, new TaxSchedules(objective ?? TaxObjective.Rawlsian, lambda), Absence.Unserved, new Ownership.Platform(), new SocialCost.PerServed(0));
    }
}
