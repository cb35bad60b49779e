using MechanismDsl.Language.Findings;

namespace MechanismDsl.Language.Normalization.Environments;

/// <summary>Whether a declaration has one environment (MECH0003, MECH0005) and keeps to what goes with it (MECH0005).</summary>
internal static class CombinationCheck
{
    private const string OneEnvironment = "a mechanism has one environment";

    public static void Run(Draft draft)
    {
        if (EnvironmentTable.Of(draft) is not { } row)
        {
            draft.Report(Rule.EnvironmentMissing, new Place.Type(), draft.TypeName);
            return;
        }

        var environment = draft.First(row.Attribute)!.Value;
        foreach (var other in draft.Uses.Where(use => use.Index != environment.Index).ToList())
        {
            if (Array.Exists(EnvironmentTable.Rows, candidate => candidate.Attribute == other.Name))
            {
                Exclude(draft, environment, other, OneEnvironment);
            }
            else if (!GoesWith(row, other.Name))
            {
                Exclude(draft, environment, other, Because(row, other.Name));
            }
        }

        foreach (var rule in draft.Declaration.Rules.Where(rule => !row.Methods.Contains(rule.Attribute)))
        {
            draft.Report(
                Rule.AttributesExclude,
                new Place.Rule(rule.Attribute, rule.Ordinal),
                [rule.Attribute, row.Attribute, Because(row, rule.Attribute)],
                new FixProperty(FixData.Other, row.Attribute),
                new FixProperty(FixData.Marked, rule.Attribute));
        }
    }

    private static bool GoesWith(EnvironmentRow row, string attribute)
    {
        if (row.Deciding.Contains(attribute) || row.Companions?.Contains(attribute) == true)
        {
            return true;
        }

        return row.Companions is null
            ? row.Own.Contains(attribute) || !Array.Exists(EnvironmentTable.Rows, other => other.Own.Contains(attribute) || other.Deciding.Contains(attribute))
            : EnvironmentTable.Common.Contains(attribute) && !row.Without.Contains(attribute);
    }

    private static string Because(EnvironmentRow row, string other) => row.WhyNot(other) ?? $"it has no meaning where {row.Words} {(row.Words.EndsWith("s", StringComparison.Ordinal) ? "are" : "is")} decided on";

    private static void Exclude(Draft draft, Use environment, Use other, string because)
    {
        var (earlier, later) = environment.Index < other.Index ? (environment, other) : (other, environment);
        draft.Report(Rule.AttributesExclude, later.Place, [later.Name, earlier.Name, because], new FixProperty(FixData.Other, earlier.Name));
    }
}
