namespace MechanismDsl;

/// <summary>By what <see cref="UndominatedAttribute"/> compares mechanisms.</summary>
public enum Performance
{
    /// <summary>The utility of every agent at every profile, where payments less cost are no lower at any profile: ex-post Pareto welfare.</summary>
    ExPostWelfare,

    /// <summary>What every type expects, where payments less cost are no lower in expectation: interim Pareto welfare.</summary>
    InterimWelfare,

    /// <summary>Payments less cost at every profile.</summary>
    Revenue,
}
