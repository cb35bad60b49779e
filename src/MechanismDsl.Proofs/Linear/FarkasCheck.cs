using Fractions;
using MechanismDsl.Proofs.Real.Polynomials;

namespace MechanismDsl.Proofs.Linear;

/// <summary>Re-checks a contradiction by adding it up; nothing of the search is used.</summary>
internal static class FarkasCheck
{
    /// <summary>Whether the combination is a constant c with 0 &lt; c, or with 0 ≤ c and a strict row in it: every row says p ≤ 0, so their sum cannot be.</summary>
    public static bool IsContradiction(IEnumerable<(LinearRow Row, Fraction Multiplier)> combination)
    {
        var used = combination.Where(pair => !pair.Multiplier.IsZero).ToList();
        var sum = used.Aggregate(Polynomial.Zero, (total, pair) => total + (pair.Row.Form * pair.Multiplier));
        return used.All(pair => pair.Multiplier.IsPositive)
            && sum.AsConstant is { } constant
            && (constant.IsPositive || (constant.IsZero && used.Any(pair => pair.Row.IsStrict)));
    }
}
