using Fractions;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.LinearPrograms;

/// <summary>What the solver found out about a linear program. Every answer but the limit can be checked without the solver.</summary>
public abstract record LinearAnswer
{
    private LinearAnswer() { }

    /// <summary>There is an optimum.</summary>
    /// <param name="Value">The objective at the optimum.</param>
    /// <param name="Primal">One value a variable: a vertex where the objective is optimal.</param>
    /// <param name="Dual">
    /// One shadow price a constraint: how the value grows with the constraint's bound. Value = Σ price × bound; when maximising, a price is at least 0 for ≤,
    /// at most 0 for ≥, and Σ price × coefficient is at least the objective's coefficient (equal to it for a free variable); all reversed when minimising.
    /// </param>
    public sealed record Optimal(Fraction Value, EquatableArray<Fraction> Primal, EquatableArray<Fraction> Dual) : LinearAnswer;

    /// <summary>No point satisfies the constraints (Farkas 1902).</summary>
    /// <param name="Multipliers">
    /// One integer a constraint, without a common divisor: at least 0 for ≤, at most 0 for ≥. The constraints times their multipliers add up to a form without
    /// negative coefficients (zero for free variables) that would have to be at most a negative number.
    /// </param>
    public sealed record Infeasible(EquatableArray<Fraction> Multipliers) : LinearAnswer;

    /// <summary>The objective has no bound.</summary>
    /// <param name="Point">A point that satisfies the constraints.</param>
    /// <param name="Ray">A direction, in integers without a common divisor, in which one can go on for ever while the objective gets better.</param>
    public sealed record Unbounded(EquatableArray<Fraction> Point, EquatableArray<Fraction> Ray) : LinearAnswer;

    /// <summary>The budget was spent.</summary>
    /// <param name="Pivots">The exact pivots that were made.</param>
    public sealed record Limit(int Pivots) : LinearAnswer;
}
