namespace MechanismDsl;

/// <summary>No agent is ever paid: every payment is at least zero.</summary>
/// <remarks>Implemented only by code that the compiler wrote: a claim of one's own, or an interface derived from it, is an error.</remarks>
public interface INoSubsidy : IGuarantee;
