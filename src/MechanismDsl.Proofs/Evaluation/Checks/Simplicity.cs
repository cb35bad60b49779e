using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Proofs.Evaluation;

/// <summary>How simple a number is to a reader: few digits first, then a small amount.</summary>
internal readonly record struct Simplicity(int Digits, double Size) : IComparable<Simplicity>
{
    /// <summary>The simplicity of a value.</summary>
    public static Simplicity Of(Scalar value)
    {
        var number = value.ToNumber();
        return new(DigitsOf(NumberText.Exact(Math.Abs(number))), Math.Abs(number));
    }

    /// <inheritdoc/>
    public int CompareTo(Simplicity other) => Digits != other.Digits ? Digits.CompareTo(other.Digits) : Size.CompareTo(other.Size);

    /// <summary>
    /// 0 for 0 and 10ᵏ, 1 for 5, 2 · 10ᵏ …, the number of significant digits otherwise; digits after the point and exponents count more.
    /// </summary>
    private static int DigitsOf(string text)
    {
        var exponent = text.IndexOf('E');
        var mantissa = exponent < 0 ? text : text.Substring(0, exponent);
        var point = mantissa.IndexOf('.');
        var fraction = point < 0 ? 0 : mantissa.Length - point - 1;
        var digits = mantissa.Replace(".", "").Trim('0');
        var significant = digits is "" or "1" ? 0 : digits.Length;
        return significant + fraction + (exponent < 0 ? 0 : 3);
    }
}
