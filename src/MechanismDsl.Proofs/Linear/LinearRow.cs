using System.Globalization;
using Fractions;
using MechanismDsl.Proofs.Real.Polynomials;

namespace MechanismDsl.Proofs.Linear;

/// <summary>An inequality p ≤ 0, or p &lt; 0, that is linear in the monomials of p.</summary>
/// <param name="Form">The polynomial p.</param>
/// <param name="IsStrict">Whether equality is excluded.</param>
/// <param name="Origin">Why it holds, in the words of certificates.</param>
internal sealed record LinearRow(Polynomial Form, bool IsStrict, string Origin)
{
    /// <inheritdoc/>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} {1} 0 [{2}]", Form, IsStrict ? "<" : "<=", Origin);
}

/// <summary>What <see cref="Simplex"/> finds out about a system of rows.</summary>
internal abstract record LinearAnswer
{
    private LinearAnswer() { }

    /// <summary>Non-negative multipliers whose combination of the rows reads 0 &lt; 0 (Farkas 1902, Motzkin 1936 for strict rows); the rows contradict each other.</summary>
    internal sealed record Infeasible(IReadOnlyList<(LinearRow Row, Fraction Multiplier)> Combination) : LinearAnswer;

    /// <summary>Values of the monomials that satisfy all rows.</summary>
    internal sealed record Feasible(IReadOnlyDictionary<Monomial, Fraction> Values) : LinearAnswer;

    /// <summary>The steps ran out.</summary>
    internal sealed record Unknown : LinearAnswer;
}
