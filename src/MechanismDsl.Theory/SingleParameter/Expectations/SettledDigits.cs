using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.SingleParameter.Expectations;

/// <summary>
/// Expectations cut to the digits that their error estimate settles, so that no digit is stated that another machine or a finer quadrature
/// would change. Closed forms stay as they are.
/// </summary>
internal static class SettledDigits
{
    /// <summary>Digits given up below the estimate: it is one of the order of the error, not a bound.</summary>
    private const int Caution = 1;

    /// <summary>The numbers, rounded where they come from quadrature.</summary>
    public static EquatableArray<AuctionNumbers> Of(ExpectationResult.Known known)
    {
        if (known.RelativeError == 0)
        {
            return known.Numbers;
        }

        var digits = Math.Min(NumberText.LiteralDigits, (int)Math.Floor(-Math.Log10(known.RelativeError)) - Caution);
        return known.Numbers.Select(numbers => Cut(numbers, digits)).ToEquatableArray();
    }

    /// <summary>
    /// Amounts are cut at the decimal place of the largest of them, because revenue is a difference of numbers of that size; probabilities at
    /// the place of 1.
    /// </summary>
    private static AuctionNumbers Cut(AuctionNumbers numbers, int digits)
    {
        var scale = Math.Max(Math.Max(Math.Abs(numbers.Revenue), Math.Abs(numbers.Welfare)), Math.Abs(numbers.FirstBest));
        return numbers with
        {
            Revenue = At(numbers.Revenue, scale, digits),
            Welfare = At(numbers.Welfare, scale, digits),
            FirstBest = At(numbers.FirstBest, scale, digits),
            Sale = At(numbers.Sale, 1, digits),
            Misallocation = At(numbers.Misallocation, 1, digits),
            Tie = At(numbers.Tie, 1, digits),
        };
    }

    /// <summary>The value rounded at the decimal place in which a number of the size of <paramref name="scale"/> has its last digit.</summary>
    private static double At(double value, double scale, int digits)
    {
        if (value == 0 || scale == 0)
        {
            return value;
        }

        var own = digits + Exponent(value) - Exponent(scale);
        return own >= 1 ? NumberText.Rounded(value, Math.Min(own, NumberText.LiteralDigits)) : 0;
    }

    private static int Exponent(double value) => (int)Math.Floor(Math.Log10(Math.Abs(value)));
}
