namespace MechanismDsl;

/// <summary>Payments sum to the cost in expectation.</summary>
/// <remarks>Implemented only by code that the compiler wrote: a claim of one's own, or an interface derived from it, is an error.</remarks>
public interface IExAnteBudgetBalanced : IGuarantee;
