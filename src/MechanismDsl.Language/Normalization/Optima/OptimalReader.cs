using MechanismDsl.Language.Findings;
using MechanismDsl.Language.Normalization.Environments;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization.Optima;

/// <summary><c>[Optimal(objective)]</c>: what is maximised, and what does not go with it (MECH0005, MECH0012, MECH0013).</summary>
internal static class OptimalReader
{
    /// <summary>The attribute.</summary>
    public const string Attribute = "Optimal";

    private const string Table = "the program chooses among all mechanisms by itself";

    /// <summary>Whether the best mechanism is sought by a linear program.</summary>
    public static bool Applies(Draft draft) => draft.Has(Attribute) && EnvironmentTable.Of(draft)?.Deciding.Contains(Attribute) == true;

    /// <summary>Whether the types are those of <c>[Types]</c>, and the joint prior says how likely they are.</summary>
    public static bool HasJointPrior(Draft draft) => Applies(draft) && JointPriors.JointPriorReader.IsStated(draft);

    /// <summary>What is maximised; null where the goal is another one.</summary>
    public static Optimum? Of(Draft draft)
    {
        if (!Applies(draft) || draft.First(Attribute) is not { } use)
        {
            return null;
        }

        var goal = use.Number(0) ?? 0;
        if (goal is not (0 or 1 or 2))
        {
            draft.Report(Rule.NumberOutsideDomain, use.At(0), "the objective", Words.Of(goal), "Objective.Revenue, Objective.Welfare or Objective.Own");
            goal = 0;
        }

        Check(draft, use);
        return new Optimum((OptimumGoal)(int)goal, use.NumberOf("Deterministic") is 1) { PaymentWeight = GoalReader.WeightOf(draft, use, (OptimumGoal)(int)goal) };
    }

    private static void Check(Draft draft, Use use)
    {
        if (draft.First("Money") is { } money && money.Attribute.TypeArgument?.Name is not (null or "Double"))
        {
            draft.Report(Rule.AttributesExclude, money.Place, [money.Name, Attribute, "the payments of a program are fractions that lie between the multiples of a step; they need double"], new FixProperty(FixData.Other, Attribute));
        }

        if (draft.First("Mechanism") is { } mechanism && mechanism.NumberOf("Ties") is not (null or (int)TieBreaking.LowestIndex))
        {
            draft.Report(Rule.AttributesExclude, mechanism.At("Ties"), "Mechanism", Attribute, Table);
        }

        foreach (var share in new[] { "EqualShares", "Shares" }.Where(name => draft.First("PublicProject")?.Property(name) is not null))
        {
            draft.Report(Rule.AttributesExclude, draft.First("PublicProject")!.Value.At(share), "PublicProject", Attribute, "payments of the program cover what the promised budget says; shares would be others");
        }

        foreach (var method in new[] { "Boost", "Groves" }.Select(draft.Rule).Where(rule => rule is not null))
        {
            draft.Report(
                Rule.AttributesExclude,
                new Place.Rule(method!.Attribute, method.Ordinal),
                [method.Attribute, Attribute, Table],
                new FixProperty(FixData.Other, Attribute),
                new FixProperty(FixData.Marked, method.Attribute));
        }

        if (draft.Has(OutcomesEnvironment.Attribute) && !ChoiceReader.HasTypes(draft))
        {
            draft.Report(Rule.ProgramNotFinite, use.Place, $"[{Attribute}]", "agents report a value for every outcome, and these are not finitely many; a [Value] method makes them follow from types");
        }

        foreach (var types in draft.Uses.Where(types => types.Name is "Types" or "TypeRange" && !JointPriors.JointPriorReader.IsStated(draft) && !draft.Has(OutcomesEnvironment.Attribute)))
        {
            draft.Report(Rule.WithoutEffect, types.Place, types.Name, "how likely types are is stated by [JointPrior], or by finite priors, which list their types themselves");
        }
    }
}
