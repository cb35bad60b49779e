using MechanismDsl.Theory.Bayesian;

namespace MechanismDsl.Theory.Provision;

/// <summary>Expectations of a decision for all agents or none, with truthful reports under the priors.</summary>
/// <param name="FirstBest">Welfare of the efficient decision: E[(Σ types − cost)⁺].</param>
/// <param name="Welfare">Welfare of the decision that is made, net of its cost.</param>
/// <param name="Chance">The probability that it is decided for.</param>
/// <param name="Surplus">Payments less the cost: what the mechanism earns.</param>
public sealed record ProvisionNumbers(Amount FirstBest, Amount Welfare, Amount Chance, Amount Surplus);
