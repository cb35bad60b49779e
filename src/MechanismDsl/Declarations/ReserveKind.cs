namespace MechanismDsl;

/// <summary>When a per-agent reserve is applied.</summary>
public enum ReserveKind
{
    /// <summary>Reports that miss their reserve are dropped first; the best of the rest wins.</summary>
    Eager,

    /// <summary>The best report wins only if it meets its own reserve; otherwise the good stays unsold.</summary>
    Lazy,
}
