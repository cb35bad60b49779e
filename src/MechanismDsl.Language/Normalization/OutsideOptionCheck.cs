using MechanismDsl.Language.Findings;

namespace MechanismDsl.Language.Normalization;

/// <summary>The optimal auction is known for agents that lose nothing by staying away; another outside option is outside its domain (MECH0013).</summary>
internal static class OutsideOptionCheck
{
    public static void Run(Draft draft)
    {
        var goal = draft.Has("RevenueOptimal") ? "RevenueOptimal" : "CremerMcLean";
        if (!draft.Has(goal))
        {
            return;
        }

        foreach (var use in draft.Uses.Where(use => use.Name is "Agent" or "Supplier"))
        {
            if (use.NumberOf("OutsideOption") is { } option && option != 0)
            {
                draft.Report(Rule.NumberOutsideDomain, use.At("OutsideOption"), "the outside option", Words.Of(option), $"0 under [{goal}]: {(goal == "RevenueOptimal" ? "Myerson's auction is optimal" : "the most that can be extracted is known")} for agents that lose nothing by staying away");
            }
        }
    }
}
