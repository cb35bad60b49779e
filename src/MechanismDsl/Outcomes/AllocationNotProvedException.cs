namespace MechanismDsl;

/// <summary>
/// The best allocation, or the best one without some winner, was not proved within the limit of the declaration. Nothing is decided then: Clarke payments
/// beside an allocation that is merely good are not truthful (Nisan and Ronen 2007), so there are none.
/// </summary>
/// <param name="message">What was not proved, and the limit.</param>
public sealed class AllocationNotProvedException(string message) : InvalidOperationException(message);
