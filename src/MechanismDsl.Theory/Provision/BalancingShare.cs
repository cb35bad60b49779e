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

    /// <summary>A rough root is known to about this.</summary>
    private const double RoughAccuracy = 1e-7;

    /// <summary>Rough differences are taken over twice this.</summary>
    private const double Apart = 1e-3;

    /// <summary>Secants settle in two or three steps, or there is a jump.</summary>
    private const int MostSecants = 6;

    /// <summary>A last step of this length squares to less than the digits that are kept: the slope is known to more than three digits.</summary>
    private const double Settled = 1e-10;

    /// <summary>Rational roots are looked for up to this denominator.</summary>
    private const int LargestDenominator = 10_000;

    /// <summary>
    /// The share, and whether it balances. It does not where what is earned jumps over zero: two blocks of equal scores meet, only a lottery would balance, and
    /// the share is the least one at which nothing is lost.
    /// </summary>
    /// <param name="surplus">What is earned at a share.</param>
    /// <param name="isExact">Whether the amounts are rational.</param>
    /// <param name="cancellation">Looked at between the steps.</param>
    /// <param name="rough">What is earned at a share to a few digits, where that takes less time: it leads to where it is computed closely. Null: there is nothing faster.</param>
    public static (Fraction Share, bool IsBalanced) Find(Func<Fraction, Amount> surplus, bool isExact, CancellationToken cancellation, Func<double, double>? rough = null) =>
        surplus(Fraction.Zero).Sign is null or >= 0 ? (Fraction.Zero, true)
        : isExact ? (Exactly(surplus, cancellation), true)
        : rough is not null && Led(surplus, rough) is { } share ? (share, true)
        : Approximately(surplus, cancellation);

    /// <summary>The root of a rough function, moved to that of the exact one by secants; null where that does not settle on a root, as at a jump.</summary>
    private static Fraction? Led(Func<Fraction, Amount> surplus, Func<double, double> rough)
    {
        if (!Brent.TryFindRoot(rough, 0, 1, RoughAccuracy, 100, out var near) || near is <= 2 * Apart or >= 1 - (2 * Apart))
        {
            return null;
        }

        var slope = (rough(near + Apart) - rough(near - Apart)) / (2 * Apart);
        var (at, value) = (NumberText.Rounded(near, Digits), surplus(Rationals.FromDecimal(NumberText.Rounded(near, Digits))).Value);
        for (var step = 0; step < MostSecants && slope > 0; step++)
        {
            var next = NumberText.Rounded(at - (value / slope), Digits);
            if (next is not (> 0 and < 1))
            {
                return null;
            }

            var there = surplus(Rationals.FromDecimal(next));
            if (Math.Abs(there.Value) <= (10 * there.Error) + Tolerance && Math.Abs(next - at) <= Settled)
            {
                return Rationals.FromDecimal(next);
            }

            slope = next == at ? slope : (there.Value - value) / (next - at);
            (at, value) = (next, there.Value);
        }

        return null;
    }

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
