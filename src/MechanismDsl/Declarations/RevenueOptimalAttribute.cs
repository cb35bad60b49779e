namespace MechanismDsl;

/// <summary>
/// The objective: the highest expected revenue of all Bayesian incentive compatible, interim individually rational mechanisms, with independent
/// types (Myerson 1981). Every agent needs a prior (MECH0006); irregular priors are ironed.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class RevenueOptimalAttribute : Attribute;
