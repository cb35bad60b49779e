namespace MechanismDsl;

/// <summary>
/// The guarantee is assumed by the author of the mechanism and was not established by the compiler. It is not the guarantee: generic code that asks for
/// <typeparamref name="TGuarantee"/> does not accept it.
/// </summary>
/// <typeparam name="TGuarantee">The assumed guarantee.</typeparam>
/// <remarks>Implemented only by code that the compiler wrote.</remarks>
public interface IAssumed<out TGuarantee>
    where TGuarantee : IGuarantee;
