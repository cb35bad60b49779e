using MechanismDsl.Generators.Planning;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Generators.Writing.Service;

/// <summary>Words and names that the writers of mechanisms for several agents share.</summary>
internal static class ServiceText
{
    /// <summary>The kernels' namespace.</summary>
    public const string Kernels = "global::MechanismDsl.Kernels.";

    /// <summary>The environment, for <c>Info</c>.</summary>
    public static string Environment(FeasiblePlan feasible) => feasible switch
    {
        FeasiblePlan.Items(1) => "one item",
        FeasiblePlan.Items(var count) => $"{NumberText.Exact(count)} identical items",
        FeasiblePlan.Slots(var clicks) => $"{NumberText.Exact(clicks.Count)} positions",
        FeasiblePlan.Limits({ Limits.Count: 0 }) => "services for everybody",
        FeasiblePlan.Limits({ Limits.Count: 1 }) => "services under a limit",
        FeasiblePlan.Limits(var set) => $"services under {NumberText.Exact(set.Limits.Count)} limits",
        FeasiblePlan.Knapsack(var capacity, _, _) => $"a capacity of {NumberText.Exact(capacity)}",
        _ => throw new NotSupportedException($"No words are known for {feasible.GetType().Name}."),
    };

    /// <summary>The interface of the generated part: a direct mechanism, unless a run needs more than the reports.</summary>
    public static string Interface(ServicePlan plan) =>
        plan.Core.HasRunTimeReserve || plan.HasRunTimeSizes ? "IMechanism" : $"IMechanism<{plan.Core.Currency.Type}, global::MechanismDsl.{plan.Outcome}<{plan.Core.Currency.Type}>>";

    /// <summary>How many agents can be served, as an expression.</summary>
    public static string Places(FeasiblePlan feasible) => feasible switch
    {
        FeasiblePlan.Items(var count) => NumberText.Exact(count),
        FeasiblePlan.Slots(var clicks) => NumberText.Exact(clicks.Count),
        _ => throw new NotSupportedException($"No places are known for {feasible.GetType().Name}."),
    };

    /// <summary>The argument that keeps small scratch memory on the stack.</summary>
    public static string Stack(string type, string kernels) => $"stackalloc {type}[{kernels}RunMemory<{type}>.OnStack]";
}
