using System.Numerics;
using Fractions;
using MathNet.Numerics.RootFinding;
using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.Provision;

/// <summary>
/// The share α of information rents at which a mechanism earns exactly nothing. What it earns rises in α, from S* at 0 to the greatest profit at 1, so that the
/// share is 0 where the efficient decision is possible and otherwise the one root; λ = α/(1 − α) is the price of money in welfare.
/// </summary>
internal static class BalancingShare
{
    /// <summary>Roots that are not rational are known to these digits.</summary>
    private const int Digits = 13;

    /// <summary>What may be left at a root, in units of money.</summary>
    private const double Tolerance = 1e-9;

    /// <summary>Rational roots are looked for up to this denominator.</summary>
    private const int LargestDenominator = 10_000;

    /// <summary>
    /// The share, and whether it balances. It does not where what is earned jumps over zero: two blocks of equal scores meet, only a lottery would balance, and
    /// the share is the least one at which nothing is lost.
    /// </summary>
    /// <param name="surplus">What is earned at a share.</param>
    /// <param name="isExact">Whether the amounts are rational.</param>
    /// <param name="cancellation">Looked at between the steps.</param>
    public static (Fraction Share, bool IsBalanced) Find(Func<Fraction, Amount> surplus, bool isExact, CancellationToken cancellation) =>
        surplus(Fraction.Zero).Sign is null or >= 0 ? (Fraction.Zero, true)
        : isExact ? (Exactly(surplus, cancellation), true)
        : Approximately(surplus, cancellation);

    private static Fraction Exactly(Func<Fraction, Amount> surplus, CancellationToken cancellation)
    {
        // Halves of halves have short denominators, so that the sign is exact and cheap.
        var (low, high) = (Fraction.Zero, Fraction.One);
        for (var step = 0; step < 52; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            var middle = (low + high) / 2;
            switch (surplus(middle).Sign)
            {
                case 0:
                    return middle;
                case < 0:
                    low = middle;
                    break;
                default:
                    high = middle;
                    break;
            }
        }

        foreach (var candidate in Convergents((low + high) / 2))
        {
            if (surplus(candidate).Sign == 0)
            {
                return candidate;
            }
        }

        return Rationals.FromDecimal(NumberText.Rounded(Rationals.ToNearest((low + high) / 2), NumberText.LiteralDigits));
    }

    private static (Fraction Share, bool IsBalanced) Approximately(Func<Fraction, Amount> surplus, CancellationToken cancellation)
    {
        var (low, high) = (0.0, 1.0);
        var isFound = Brent.TryFindRoot(At, 0, 1, 1e-15, 100, out var found);
        if (isFound && NumberText.Rounded(found, Digits) is > 0 and < 1 and var share && surplus(Rationals.FromDecimal(share)) is var left && Math.Abs(left.Value) <= (10 * left.Error) + Tolerance)
        {
            return (Rationals.FromDecimal(share), true);
        }

        for (var step = 0; step < 50; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = At(middle) < 0 ? (middle, high) : (low, middle);
        }

        return (Rationals.FromDecimal(high), false);

        double At(double at)
        {
            cancellation.ThrowIfCancellationRequested();
            return surplus(Rationals.FromDecimal(at)).Value;
        }
    }

    /// <summary>The best rational approximations (Khinchin 1964), up to the largest denominator.</summary>
    private static IEnumerable<Fraction> Convergents(Fraction number)
    {
        var (rest, previous, current) = (number, (P: BigInteger.One, Q: BigInteger.Zero), (P: BigInteger.Zero, Q: BigInteger.One));
        for (var step = 0; step < 40 && !rest.IsZero; step++)
        {
            rest = Fraction.One / rest;
            var whole = BigInteger.Divide(rest.Numerator, rest.Denominator);
            rest -= new Fraction(whole);
            (previous, current) = (current, ((whole * current.P) + previous.P, (whole * current.Q) + previous.Q));
            if (current.Q > LargestDenominator)
            {
                yield break;
            }

            yield return new Fraction(current.P, current.Q, true);
        }
    }
}
