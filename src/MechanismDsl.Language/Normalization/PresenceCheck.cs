using MechanismDsl.Language.Findings;
using MechanismDsl.Language.Normalization.Environments;

namespace MechanismDsl.Language.Normalization;

/// <summary>What the mechanism is for: a goal, a payment rule that fixes who is served, or a rule of the user's own (MECH0004).</summary>
internal static class PresenceCheck
{
    /// <summary>Goals that are not offered: who has a joint prior, or finitely many types and an objective, names them by himself.</summary>
    private static readonly string[] NotOffered = ["CremerMcLean", "Optimal"];

    public static void Run(Draft draft)
    {
        // A goal that does not go with the environment is a finding already.
        if (!draft.HasOwnAllocation && !EnvironmentTable.Rows.Any(row => row.Deciding.Any(draft.Has)))
        {
            draft.Report(Rule.ObjectiveMissing, new Place.Type(), draft.TypeName, Offer(EnvironmentTable.Of(draft) ?? SingleItemEnvironment.Row));
        }
    }

    /// <summary>What may decide in an environment, in words.</summary>
    private static string Offer(EnvironmentRow row)
    {
        List<string> offers = [];
        Add("a goal (", row.Deciding.Where(name => IsGoal(name) || row.Deciding.Count == 1), " or ", ")");
        Add("a rule of your own (a ", row.Methods.Where(method => method is "Score" or "Allocation"), " or ", " method)");
        Add("a payment rule that needs no goal (", row.Deciding.Where(name => !IsGoal(name) && !NotOffered.Contains(name)), ", ", ")");
        return offers.Count < 3 ? string.Join(" or ", offers) : $"{offers[0]}, {offers[1]}, or {offers[2]}";

        void Add(string before, IEnumerable<string> names, string between, string after)
        {
            var list = string.Join(between, names.Select(name => $"[{name}]"));
            if (list.Length > 0)
            {
                offers.Add(before + list + after);
            }
        }
    }

    private static bool IsGoal(string name) => name is "Efficient" or "RevenueOptimal" or "SecondBest";
}
