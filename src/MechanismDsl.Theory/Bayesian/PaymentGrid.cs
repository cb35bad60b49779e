using System.Numerics;
using Fractions;

namespace MechanismDsl.Theory.Bayesian;

/// <summary>
/// The numbers in which payments are made. Doubles get a grid of their own, of a power of two so fine that amounts on it are exact to 15 digits or so, and so
/// coarse that sums and differences of them are not rounded: payments that balance then balance to the last bit.
/// </summary>
/// <param name="Step">The distance of two neighbours; above 0.</param>
public sealed record PaymentGrid(Fraction Step)
{
    /// <summary>Bits of a double, one less, so that the sign of a sum costs nothing.</summary>
    private const int Bits = 52;

    /// <summary>The grid of a money.</summary>
    /// <param name="money">The money.</param>
    /// <param name="largest">No sum of amounts is larger in size.</param>
    public static PaymentGrid Of(Problems.Money money, Fraction largest)
    {
        if (money.IsGrid)
        {
            return new PaymentGrid(Fraction.One / Priors.Rationals.FromDecimal(money.StepsPerUnit));
        }

        var exponent = -Bits;
        for (var power = Fraction.One; power < largest; power *= 2)
        {
            exponent++;
        }

        return new PaymentGrid(exponent < 0 ? new Fraction(BigInteger.One, BigInteger.One << -exponent, true) : new Fraction(BigInteger.One << exponent));
    }

    /// <summary>The nearest amount on the grid; of two the lower one.</summary>
    public Fraction Nearest(Fraction amount) => Below((amount / Step) - new Fraction(1, 2), isUp: true) * Step;

    /// <summary>The highest amount on the grid that is not above the given one.</summary>
    public Fraction Down(Fraction amount) => Below(amount / Step, isUp: false) * Step;

    private static Fraction Below(Fraction steps, bool isUp)
    {
        var whole = BigInteger.DivRem(steps.Numerator, steps.Denominator, out var rest);
        return new Fraction(rest.Sign < 0 ? whole - (isUp ? 0 : 1) : rest.Sign > 0 && isUp ? whole + 1 : whole);
    }
}
