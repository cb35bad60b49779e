namespace MechanismDsl.Proofs.Evaluation;

/// <summary>How a run of a rule ended.</summary>
public enum RunStatus
{
    /// <summary>With a result.</summary>
    Completed,

    /// <summary>With an exception, as C# would have thrown it.</summary>
    Failed,

    /// <summary>The steps or the memory that a run may use were spent; nothing is known about the result.</summary>
    Exhausted,
}
