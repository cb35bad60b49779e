namespace MechanismDsl;

/// <summary>Truth is a best reply in expectation if the others are truthful and the prior is common knowledge.</summary>
/// <remarks>Implemented only by code that the compiler wrote: a claim of one's own, or an interface derived from it, is an error.</remarks>
public interface IBayesianIncentiveCompatible : IGuarantee;
