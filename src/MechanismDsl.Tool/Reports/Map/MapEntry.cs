using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Tool.Mechanisms;

namespace MechanismDsl.Tool.Reports.Map;

/// <summary>A mechanism on the map.</summary>
/// <param name="Declared">The mechanism.</param>
/// <param name="Solution">Its solution; null if the declaration has errors.</param>
/// <param name="Possibility">What the theorem of its environment says of an efficient decision with everybody's consent and no money from outside.</param>
internal sealed record MapEntry(Declared Declared, Solution? Solution, Possibility Possibility)
{
    /// <summary>The file of its page.</summary>
    public string Page => Declared.Name + ".html";

    /// <summary>How a guarantee stands.</summary>
    public Standing Of(Guarantee guarantee) =>
        Declared.Guarantees.Any(one => one.Guarantee == guarantee)
            ? Solution?.Evidence.FirstOrDefault(one => (int)one.Guarantee == (int)guarantee) switch
            {
                { ImpliedBy: not null } => Standing.Follows,
                { CheckedBy: not null } => Standing.Checked,
                _ => Standing.Theorem,
            }
        : Declared.Assumptions.Any(one => one.Guarantee.Implies(guarantee)) ? Standing.Assumed
        : Standing.Open;

    /// <summary>Reads a mechanism.</summary>
    public static MapEntry Read(Declared declared, Solution? solution, CancellationToken cancellation) =>
        new(declared, solution, solution is null ? new Possibility.Silent("the declaration has errors") : PossibilityTest.Of(solution.Problem, cancellation));
}

/// <summary>How a guarantee of a mechanism stands.</summary>
internal enum Standing
{
    /// <summary>No evidence.</summary>
    Open,

    /// <summary>By a theorem, whatever anybody claims.</summary>
    Theorem,

    /// <summary>By a theorem whose hypothesis the analyzers check.</summary>
    Checked,

    /// <summary>It follows from a stronger one.</summary>
    Follows,

    /// <summary>The author answers for it.</summary>
    Assumed,
}
