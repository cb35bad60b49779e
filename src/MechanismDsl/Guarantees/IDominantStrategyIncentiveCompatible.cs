namespace MechanismDsl;

/// <summary>Truth is a best reply to every profile of the others' reports.</summary>
/// <remarks>Implemented only by code that the compiler wrote: a claim of one's own, or an interface derived from it, is an error.</remarks>
public interface IDominantStrategyIncentiveCompatible : IBayesianIncentiveCompatible;
