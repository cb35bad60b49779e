namespace MechanismDsl;

/// <summary>Why a guarantee holds.</summary>
/// <param name="Guarantee">What holds.</param>
/// <param name="Theorem">The theorem, with author and year.</param>
/// <param name="Scope">Under which hypotheses, e.g. quasi-linear utility, no budgets, one identity an agent.</param>
public sealed record GuaranteeEvidence(Guarantee Guarantee, string Theorem, string Scope);
