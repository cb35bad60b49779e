namespace MechanismDsl.Auditing;

/// <summary>A mechanism breaks a law that a test asserts. The message is the counterexample.</summary>
/// <param name="message">The mechanism, the law, and the case in which it is broken.</param>
/// <param name="finding">What the audit found.</param>
public sealed class MechanismAssertionException(string message, LawFinding finding) : Exception(message)
{
    /// <summary>What the audit found.</summary>
    public LawFinding Finding => finding;
}
