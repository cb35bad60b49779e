using System.Globalization;
using Fractions;
using MechanismDsl.Auditing.Exact;

namespace MechanismDsl.Auditing;

/// <summary>
/// An amount of money as it was computed: a <c>double</c>, a <c>decimal</c> or a whole number. Numbers convert to it, so that a valuation can return any of them.
/// </summary>
public readonly struct Amount : IEquatable<Amount>
{
    private readonly double _double;
    private readonly decimal _decimal;
    private readonly bool _isDecimal;

    private Amount(double number) => _double = number;

    private Amount(decimal number) => (_decimal, _double, _isDecimal) = (number, (double)number, true);

    /// <summary>The amount as a rational number: of a decimal or a whole number the number itself, of a double its exact binary value.</summary>
    /// <exception cref="AuditException">It is NaN or infinite.</exception>
    public Fraction Exact => _isDecimal ? (Fraction)_decimal : Rational.OfBits(_double);

    /// <summary>The nearest double.</summary>
    public double Near => _double;

    /// <summary>False for NaN and the infinities.</summary>
    public bool IsFinite => double.IsFinite(_double);

    /// <summary>A double.</summary>
    public static implicit operator Amount(double number) => new(number);

    /// <summary>A decimal.</summary>
    public static implicit operator Amount(decimal number) => new(number);

    /// <summary>A whole number.</summary>
    public static implicit operator Amount(long number) => new((decimal)number);

    /// <summary>A whole number.</summary>
    public static implicit operator Amount(int number) => new((decimal)number);

    /// <summary>Minus the amount.</summary>
    public static Amount operator -(Amount amount) => amount._isDecimal ? new(-amount._decimal) : new(-amount._double);

    /// <summary>A number of one of the types that money can have.</summary>
    /// <typeparam name="T"><c>double</c>, <c>decimal</c>, <c>long</c>, <c>int</c> or <c>float</c>.</typeparam>
    /// <param name="number">The number.</param>
    /// <exception cref="AuditException">The type is another one.</exception>
    public static Amount Of<T>(T number)
        where T : struct => number switch
        {
            double value => new(value),
            decimal value => new(value),
            long value => new((decimal)value),
            int value => new((decimal)value),
            float value => new((double)value),
            _ => throw new AuditException($"Numbers of type {typeof(T).Name} are not money: use double, decimal, long or int."),
        };

    /// <summary>Equality of the numbers, whatever their types.</summary>
    public bool Equals(Amount other) => _isDecimal && other._isDecimal ? _decimal == other._decimal : _double.Equals(other._double);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Amount other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _double.GetHashCode();

    /// <summary>Equality of the numbers, whatever their types.</summary>
    public static bool operator ==(Amount left, Amount right) => left.Equals(right);

    /// <summary>Inequality of the numbers.</summary>
    public static bool operator !=(Amount left, Amount right) => !left.Equals(right);

    /// <summary>The number in invariant culture.</summary>
    public override string ToString() => _isDecimal ? _decimal.ToString("0.############################", CultureInfo.InvariantCulture) : _double.ToString(CultureInfo.InvariantCulture);
}
