namespace MechanismDsl.Auditing;

/// <summary>A mechanism cannot be audited as asked. The message says why and what to hand over.</summary>
/// <param name="message">Why, and what to do.</param>
public sealed class AuditException(string message) : InvalidOperationException(message);
