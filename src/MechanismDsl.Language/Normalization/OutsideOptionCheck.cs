using MechanismDsl.Language.Findings;

namespace MechanismDsl.Language.Normalization;

/// <summary>The optimal auction is known for agents that lose nothing by staying away; another outside option is outside its domain (MECH0013).</summary>
internal static class OutsideOptionCheck
{
    public static void Run(Draft draft)
    {
        string[] goals = ["RevenueOptimal", "SecondBest", "CremerMcLean"];
        var goal = Array.Find(goals, draft.Has) ?? string.Empty;
        if (goal.Length == 0)
        {
            return;
        }

        foreach (var use in draft.Uses.Where(use => use.Name is "Agent" or "Supplier"))
        {
            if (use.NumberOf("OutsideOption") is { } option && option != 0)
            {
                var because = goal switch
                {
                    "RevenueOptimal" => "Myerson's auction is optimal for agents that lose nothing by staying away",
                    "SecondBest" => "the lowest type is worst off where staying away is worth nothing",
                    _ => "the most that can be extracted is known for agents that lose nothing by staying away",
                };
                draft.Report(Rule.NumberOutsideDomain, use.At("OutsideOption"), "the outside option", Words.Of(option), $"0 under [{goal}]: {because}");
            }
        }
    }
}
