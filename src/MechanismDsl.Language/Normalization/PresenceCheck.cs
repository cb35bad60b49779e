using MechanismDsl.Language.Findings;
using MechanismDsl.Language.Normalization.Environments;

namespace MechanismDsl.Language.Normalization;

/// <summary>What the mechanism is for: a goal, a payment rule that fixes who is served, or a rule of the user's own (MECH0004).</summary>
internal static class PresenceCheck
{
    public static void Run(Draft draft)
    {
        if (!draft.HasOwnAllocation && !(EnvironmentTable.Of(draft) ?? SingleItemEnvironment.Row).Deciding.Any(draft.Has))
        {
            draft.Report(Rule.ObjectiveMissing, new Place.Type(), draft.TypeName);
        }
    }
}
