using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.Partnerships;

/// <summary>At which shares two partners can be separated with everybody's consent.</summary>
/// <remarks>
/// Each minimum in the surplus is a minimum of lines in the share, hence concave, and so is the surplus along (α, 1 − α): the admissible shares are an
/// interval. By the envelope theorem its slope is t₂* − t₁*, the difference of the worst-off values, so that its peak needs no integral.
/// </remarks>
internal static class AdmissibleShares
{
    /// <summary>Bisections of [0, 1] beyond which nothing is printed any more.</summary>
    private const int Steps = 44;

    private const int Digits = 11;

    /// <summary>A smaller part of the expected welfare is round-off.</summary>
    private const double RoundOff = 1e-12;

    /// <summary>The interval; null if the surplus is negative at every share.</summary>
    public static ShareInterval? Of(EquatableArray<Prior> priors, DissolutionTerms terms)
    {
        if (priors.All(prior => prior is UniformPrior) && priors.Distinct().Count() == 1)
        {
            // α² + (1 − α)² ≤ 2/3, whatever the interval of the values.
            var reach = Math.Sqrt(1.0 / 12);
            return new ShareInterval(NumberText.Rounded(0.5 - reach), NumberText.Rounded(0.5 + reach));
        }

        var peak = Bisect(share => terms.WorstOff(0, share) >= terms.WorstOff(1, 1 - share), 0, 1);
        if (Surplus(peak) < 0)
        {
            return null;
        }

        var low = Surplus(0) >= 0 ? 0 : Bisect(share => Surplus(share) >= 0, 0, peak);
        var high = Surplus(1) >= 0 ? 1 : 1 - Bisect(rest => Surplus(1 - rest) >= 0, 0, 1 - peak);
        return new ShareInterval(NumberText.Rounded(low, Digits), NumberText.Rounded(high, Digits));

        double Surplus(double share) => terms.Least(0, share).Value + terms.Least(1, 1 - share).Value - (terms.Welfare.Value * (1 - RoundOff));
    }

    /// <summary>The first number at which a monotone property holds, from below it.</summary>
    private static double Bisect(Func<double, bool> property, double low, double high)
    {
        for (var step = 0; step < Steps; step++)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = property(middle) ? (low, middle) : (middle, high);
        }

        return high;
    }
}
