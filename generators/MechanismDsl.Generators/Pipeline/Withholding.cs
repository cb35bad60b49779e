using MechanismDsl.Generators.Explaining;
using MechanismDsl.Generators.Planning;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Generators.Pipeline;

/// <summary>Takes back the guarantees that only analyzers can check, for a build in which they do not run: what nobody checks nobody may rely on.</summary>
internal static class Withholding
{
    /// <summary>The plan without them, and a sentence about it in the explanation; the plan itself if there are none.</summary>
    public static MechanismPlan From(MechanismPlan plan)
    {
        var kept = plan.Evidence.Where(evidence => !evidence.IsJudged).ToEquatableArray();
        return kept.Count == plan.Evidence.Count
            ? plan
            : plan with
            {
                Evidence = kept,
                Explanation = plan.Explanation
                    .Where(line => !line.NeedsAnalyzers)
                    .Append(new ExplanationLine(1, OwnExplainer.Withheld))
                    .ToEquatableArray(),
            };
    }
}
