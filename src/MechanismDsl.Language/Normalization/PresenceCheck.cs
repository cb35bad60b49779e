using MechanismDsl.Language.Findings;

namespace MechanismDsl.Language.Normalization;

/// <summary>The questions that every declaration answers: what is allocated (MECH0003), and what for (MECH0004).</summary>
internal static class PresenceCheck
{
    public static readonly string[] Goals = ["Efficient", "RevenueOptimal"];
    public static readonly string[] PaymentRules = ["PayAsBid", "AllPay", "PostedPrice"];

    public static void Run(Draft draft)
    {
        if (!draft.Has("SingleItem") && !draft.Has("IdenticalItems"))
        {
            draft.Report(Rule.EnvironmentMissing, new Place.Type(), draft.TypeName);
        }

        if (!draft.HasOwnAllocation && !Goals.Concat(PaymentRules).Any(draft.Has))
        {
            draft.Report(Rule.ObjectiveMissing, new Place.Type(), draft.TypeName);
        }
    }
}
