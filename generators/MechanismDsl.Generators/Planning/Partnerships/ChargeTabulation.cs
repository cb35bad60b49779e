using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Partnerships;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Generators.Planning;

/// <summary>The charges of partners as a formula, or as tables that keep every error below 10⁻¹¹ of the largest charge.</summary>
internal static class ChargeTabulation
{
    /// <summary>Where an unbounded support is cut, if less than the accuracy of a charge is left beyond; otherwise at the largest report.</summary>
    private static readonly double[] Tails = [1e-9, 1e-12, 1e-15, 1e-30, 1e-100];

    /// <summary>The charge of a partner.</summary>
    public static ChargeRule Of(EquatableArray<Prior> priors, int partner)
    {
        var others = priors.Where((_, index) => index != partner).ToList();
        if (others[0] is UniformPrior(var low, var high) && others.Distinct().Count() == 1)
        {
            return new ChargeRule.Uniform(low, high, priors.Count);
        }

        var (charge, points) = PartnershipSolver.ChargeOf(priors, partner, CancellationToken.None);
        var top = charge(double.PositiveInfinity);
        var last = double.IsPositiveInfinity(points[points.Count - 1])
            ? Tails.Select(tail => others.Max(other => other.UpperQuantile(tail))).FirstOrDefault(end => end < Market.LargestReport && top - charge(end) <= Tabulation.Accuracy * top / 10)
            : points[points.Count - 1];
        last = last == 0 ? Market.LargestReport : last;
        double[] ends = [.. points.Where(point => point < last), last];
        return new ChargeRule.Tables(PanelTables.Of(charge, ends, top), NumberText.Rounded(top));
    }
}
