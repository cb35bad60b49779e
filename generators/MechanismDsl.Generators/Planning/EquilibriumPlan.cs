using MechanismDsl.Theory.SingleParameter;

namespace MechanismDsl.Generators.Planning;

/// <summary>The equilibrium bid as code: not known to have a closed form until the solver says so.</summary>
internal sealed record EquilibriumPlan(string Expression);

/// <summary>Chooses how an equilibrium bid is written.</summary>
internal static class EquilibriumPlanner
{
    /// <summary>The plan; null where no equilibrium is known.</summary>
    public static EquilibriumPlan? Plan(SolvedAuction auction) => null;
}
