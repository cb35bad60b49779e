using Fractions;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.Bayesian;

/// <summary>An expectation in units of money: a rational number where it is known exactly, otherwise a number with an estimated error.</summary>
/// <param name="Value">The number; the nearest double where it is rational.</param>
/// <param name="Error">Estimated absolute error of <paramref name="Value"/>; 0 where it is rational.</param>
/// <param name="Exact">The rational number; null where it is known only approximately.</param>
public sealed record Amount(double Value, double Error, Fraction? Exact)
{
    /// <summary>Digits that are stated at most where a number is not rational.</summary>
    private const int MostDigits = 10;

    /// <summary>Nothing.</summary>
    public static readonly Amount Zero = Of(Fraction.Zero);

    /// <summary>A rational number.</summary>
    public static Amount Of(Fraction exact) => new(Rationals.ToNearest(exact), 0, exact);

    /// <summary>A number and its estimated error.</summary>
    public static Amount Approximately(double value, double error) => new(value, Math.Abs(error), null);

    /// <summary>The sum.</summary>
    public static Amount operator +(Amount one, Amount other) => one.Exact is { } first && other.Exact is { } second
        ? Of(first + second)
        : Approximately(one.Value + other.Value, one.Error + other.Error + Rounding(one, other));

    /// <summary>The difference.</summary>
    public static Amount operator -(Amount one, Amount other) => one + -other;

    /// <summary>The opposite.</summary>
    public static Amount operator -(Amount one) => new(0 - one.Value, one.Error, one.Exact is { } exact ? exact.Negate() : null);

    /// <summary>A multiple.</summary>
    public static Amount operator *(int factor, Amount one) => one.Exact is { } exact
        ? Of(new Fraction(factor) * exact)
        : Approximately(factor * one.Value, Math.Abs(factor) * one.Error);

    /// <summary>A multiple.</summary>
    public static Amount operator *(Fraction factor, Amount one) => one.Exact is { } exact
        ? Of(factor * exact)
        : Approximately(Rationals.ToNearest(factor) * one.Value, Math.Abs(Rationals.ToNearest(factor)) * (one.Error + (2e-16 * Math.Abs(one.Value))));

    /// <summary>The product.</summary>
    public static Amount operator *(Amount one, Amount other) => one.Exact is { } factor ? factor * other
        : other.Exact is { } exact ? exact * one
        : Approximately(one.Value * other.Value, (Math.Abs(one.Value) * other.Error) + (Math.Abs(other.Value) * one.Error) + (one.Error * other.Error));

    /// <summary>−1, 0 or 1; null where the error leaves it open. Only rational numbers are known to be 0.</summary>
    public int? Sign => Exact is { } exact ? (exact.IsZero ? 0 : exact.IsNegative ? -1 : 1)
        : double.IsNaN(Value) || Math.Abs(Value) <= Error ? null
        : Math.Sign(Value);

    /// <summary>As a reader expects it: <c>−1/6</c> is written -1/6; a number that is not rational with the digits that its error leaves, 10 at most.</summary>
    public string Text => Exact is { } exact ? RationalText.Of(exact) : NumberText.Words(Value, Digits);

    /// <inheritdoc/>
    public override string ToString() => Text;

    private int Digits => Error == 0 || Value == 0 ? MostDigits : Math.Max(1, Math.Min(MostDigits, (int)Math.Floor(-Math.Log10(Error / Math.Abs(Value)))));

    private static double Rounding(Amount one, Amount other) => 4e-16 * (Math.Abs(one.Value) + Math.Abs(other.Value));
}
