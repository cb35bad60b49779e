namespace MechanismDsl;

/// <summary>The allocation maximises the sum of values minus social cost at every profile.</summary>
/// <remarks>Implemented only by code that the compiler wrote: a claim of one's own, or an interface derived from it, is an error.</remarks>
public interface IAllocativelyEfficient : IGuarantee;
