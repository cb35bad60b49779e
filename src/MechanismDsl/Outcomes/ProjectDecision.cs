namespace MechanismDsl;

/// <summary>What can be decided about a public project (<see cref="PublicProjectAttribute"/>).</summary>
public enum ProjectDecision
{
    /// <summary>It is not carried out.</summary>
    NotBuilt,

    /// <summary>It is carried out, for all agents.</summary>
    Built,
}
