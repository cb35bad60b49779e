using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Proofs.Evaluation;

/// <summary>Rounds decimals to a number of digits after the point, in the five ways of <c>Math.Round</c>; two of them exist on .NET Standard 2.0.</summary>
internal static class DecimalRounding
{
    /// <summary>The rounded value.</summary>
    /// <param name="operation">One of the operations that round.</param>
    /// <param name="value">The value.</param>
    /// <param name="digits">The number of digits, 0 to 28.</param>
    public static decimal To(BinaryOperation operation, decimal value, int digits) => operation switch
    {
        BinaryOperation.RoundTo => decimal.Round(value, digits),
        BinaryOperation.RoundAwayTo => decimal.Round(value, digits, MidpointRounding.AwayFromZero),
        BinaryOperation.TruncateTo => value < 0 ? -Floor(-value, digits) : Floor(value, digits),
        BinaryOperation.FloorTo => Floor(value, digits),
        BinaryOperation.CeilingTo => -Floor(-value, digits),
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };

    // The nearest multiple, or the one below it; a difference of multiples of one unit has no more digits than they have.
    private static decimal Floor(decimal value, int digits)
    {
        var nearest = decimal.Round(value, digits);
        return nearest <= value ? nearest : nearest - new decimal(1, 0, 0, isNegative: false, (byte)digits);
    }
}
