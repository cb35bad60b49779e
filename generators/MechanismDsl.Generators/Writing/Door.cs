using MechanismDsl.Generators.Planning;

namespace MechanismDsl.Generators.Writing;

/// <summary>How reports are checked before a rule sees them.</summary>
internal static class Door
{
    /// <summary>Whether the library's own check serves: alike agents with the default domain.</summary>
    public static bool IsRuntimes(MechanismPlan plan) => !plan.IsNamed && !plan.Currency.IsGrid && plan.Domain.IsDefault;

    /// <summary>The statement that checks one report.</summary>
    /// <param name="plan">The mechanism.</param>
    /// <param name="report">The report's expression.</param>
    /// <param name="agent">The expression of the agent's index (alike) or name (named).</param>
    public static string Check(MechanismPlan plan, string report, string agent) => IsRuntimes(plan)
        ? $"global::MechanismDsl.Kernels.ReportDomain.Check({report}, {agent});"
        : $"global::MechanismDsl.Generated.{plan.RuleClass}.Check({report}, {agent});";
}
