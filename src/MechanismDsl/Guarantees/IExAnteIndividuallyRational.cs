namespace MechanismDsl;

/// <summary>No agent expects, before it knows its type, to end below its outside option.</summary>
/// <remarks>Implemented only by code that the compiler wrote: a claim of one's own, or an interface derived from it, is an error.</remarks>
public interface IExAnteIndividuallyRational : IGuarantee;
