namespace MechanismDsl;

/// <summary>
/// A guarantee as a type: <c>where M : IDominantStrategyIncentiveCompatible</c> accepts only mechanisms for which the compiler has a theorem.
/// Implication is inheritance.
/// </summary>
/// <remarks>Implemented only by code that the compiler wrote: a claim of one's own, or an interface derived from it, is an error.</remarks>
public interface IGuarantee;
