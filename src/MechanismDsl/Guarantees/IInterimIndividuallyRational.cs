namespace MechanismDsl;

/// <summary>No type of an agent expects to end below its outside option.</summary>
/// <remarks>Implemented only by code that the compiler wrote: a claim of one's own, or an interface derived from it, is an error.</remarks>
public interface IInterimIndividuallyRational : IExAnteIndividuallyRational;
