namespace MechanismDsl;

/// <summary>No truthful agent ends below its outside option, whatever the others report.</summary>
/// <remarks>Implemented only by code that the compiler wrote: a claim of one's own, or an interface derived from it, is an error.</remarks>
public interface IExPostIndividuallyRational : IInterimIndividuallyRational;
