using MechanismDsl.Language.Findings;
using MechanismDsl.Language.Normalization.Environments;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization;

/// <summary>Properties that change nothing in this declaration: MECH0012.</summary>
internal static class EffectCheck
{
    public static void Run(Draft draft, Roster roster)
    {
        var agents = draft.Uses.Where(use => use.Name is "Agent" or "Supplier").ToList();
        var mechanism = draft.First("Mechanism");
        var byPriority = mechanism?.NumberOf("Ties") == (int)TieBreaking.Priority;
        foreach (var use in agents)
        {
            if (use.NumberOf("Weight") is not (null or 1) && !draft.Has("Efficient"))
            {
                draft.Report(Rule.WithoutEffect, use.At("Weight"), use.Name, "weights count only under [Efficient]");
            }

            if (use.Property("Size") is not null && !draft.Has("Knapsack") && !draft.Has("Capacity"))
            {
                draft.Report(Rule.WithoutEffect, use.At("Size"), use.Name, "sizes count only under [Knapsack] or [Capacity]");
            }

            if (use.Property("Group") is not null && !LimitsReader.Applies(draft))
            {
                draft.Report(Rule.WithoutEffect, use.At("Group"), use.Name, "groups count only for [AtMost], [Capacity] and [MustServe]");
            }

            if (use.NumberOf("Priority") is not null && !byPriority)
            {
                draft.Report(Rule.WithoutEffect, use.At("Priority"), use.Name, "priorities count only under [Mechanism(Ties = TieRule.Priority)]");
            }
        }

        if (byPriority && agents.TrueForAll(use => use.NumberOf("Priority") is null))
        {
            draft.Report(Rule.WithoutEffect, mechanism!.Value.At("Ties"), "Mechanism", "no agent has a Priority, so the lowest index wins");
        }

        foreach (var prior in draft.Uses.Where(use => use.Property("Good") is not null && !draft.Has(GoodsEnvironment.Attribute)))
        {
            draft.Report(Rule.WithoutEffect, prior.At("Good"), prior.Name, "only [Goods] has several goods");
        }

        foreach (var lazy in draft.All("Reserve").Where(use => use.NumberOf("Kind") == (int)ReserveKind.Lazy && !roster.IsNamed))
        {
            draft.Report(Rule.WithoutEffect, lazy.At("Kind"), "Reserve", "for alike agents an eager and a lazy reserve are the same");
        }

        foreach (var weighted in draft.All("Prior").Where(use => use.NumberOf("Weight") is not null && IsAlone(draft, use)))
        {
            draft.Report(Rule.WithoutEffect, weighted.At("Weight"), "Prior", "a mixture needs a second component");
        }
    }

    private static bool IsAlone(Draft draft, Use prior) =>
        draft.All("Prior").Count(use => use.TextOf("Agent") == prior.TextOf("Agent")) == 1;
}
