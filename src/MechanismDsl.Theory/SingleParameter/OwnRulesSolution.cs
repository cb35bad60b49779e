using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.SingleParameter;

/// <summary>The solution of a problem that rules of the user's own decide: the rules are the solution, and what follows from them is known.</summary>
public sealed record OwnRulesSolution : Solution
{
    /// <summary>What holds as far as the analyzers find no fault with the rules.</summary>
    /// <param name="problem">A problem with rules of the user's own.</param>
    /// <exception cref="ArgumentException">It has none.</exception>
    public OwnRulesSolution(Problem problem)
        : base(problem, OwnRuleGuarantees.Of(problem))
    {
    }
}
