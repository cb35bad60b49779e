namespace MechanismDsl.Proofs.Rules;

/// <summary>The kinds of single values that a rule computes with; each is the C# type of the same name.</summary>
public enum ScalarKind
{
    /// <summary><c>bool</c>.</summary>
    Boolean,

    /// <summary><c>int</c>.</summary>
    Int32,

    /// <summary><c>long</c>.</summary>
    Int64,

    /// <summary><c>double</c>, IEEE 754 binary64.</summary>
    Double,

    /// <summary><c>decimal</c>.</summary>
    Decimal,
}

/// <summary>One value of a rule: a C# <c>bool</c>, <c>int</c>, <c>long</c>, <c>double</c> or <c>decimal</c>, boxed nowhere.</summary>
/// <remarks>Equal means the same kind and the same bits: NaN equals NaN, and 0.0 differs from −0.0, because a rule can tell them apart.</remarks>
public readonly struct Scalar : IEquatable<Scalar>
{
    private readonly long _bits;
    private readonly decimal _decimal;

    private Scalar(ScalarKind kind, long bits, decimal exact = 0)
    {
        Kind = kind;
        _bits = bits;
        _decimal = exact;
    }

    /// <summary>The kind of the value; it says which one of the accessors applies.</summary>
    public ScalarKind Kind { get; }

    /// <summary>The value of a <see cref="ScalarKind.Boolean"/>.</summary>
    public bool AsBoolean => _bits != 0;

    /// <summary>The value of an <see cref="ScalarKind.Int32"/> or <see cref="ScalarKind.Int64"/>.</summary>
    public long AsInteger => _bits;

    /// <summary>The value of a <see cref="ScalarKind.Double"/>.</summary>
    public double AsDouble => BitConverter.Int64BitsToDouble(_bits);

    /// <summary>The value of a <see cref="ScalarKind.Decimal"/>.</summary>
    public decimal AsDecimal => _decimal;

    /// <summary>Any value as a number on the real line, rounded to the nearest double: false is 0 and true is 1.</summary>
    public double ToNumber() => Kind switch
    {
        ScalarKind.Double => AsDouble,
        ScalarKind.Decimal => (double)_decimal,
        _ => _bits,
    };

    /// <summary>A boolean.</summary>
    public static Scalar Of(bool value) => new(ScalarKind.Boolean, value ? 1 : 0);

    /// <summary>An int.</summary>
    public static Scalar Of(int value) => new(ScalarKind.Int32, value);

    /// <summary>A long.</summary>
    public static Scalar Of(long value) => new(ScalarKind.Int64, value);

    /// <summary>A double.</summary>
    public static Scalar Of(double value) => new(ScalarKind.Double, BitConverter.DoubleToInt64Bits(value));

    /// <summary>A decimal; 1.0 and 1.00 are the same value.</summary>
    public static Scalar Of(decimal value) => new(ScalarKind.Decimal, 0, value);

    /// <summary>What a fresh variable or array cell of a kind holds: false or zero.</summary>
    public static Scalar Zero(ScalarKind kind) => new(kind, 0);

    /// <inheritdoc/>
    public bool Equals(Scalar other) => Kind == other.Kind && _bits == other._bits && _decimal == other._decimal;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Scalar other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((((int)Kind * 31) + _bits.GetHashCode()) * 31 + _decimal.GetHashCode());

    /// <summary>Same kind and same bits.</summary>
    public static bool operator ==(Scalar left, Scalar right) => left.Equals(right);

    /// <summary>Another kind or other bits.</summary>
    public static bool operator !=(Scalar left, Scalar right) => !left.Equals(right);

    /// <summary>The value as canonical text: kind letter and round-trip digits, in the invariant culture.</summary>
    public override string ToString() => Kind switch
    {
        ScalarKind.Boolean => AsBoolean ? "true" : "false",
        ScalarKind.Int32 => FormattableString.Invariant($"{_bits}"),
        ScalarKind.Int64 => FormattableString.Invariant($"{_bits}L"),
        ScalarKind.Decimal => FormattableString.Invariant($"{_decimal}m"),
        _ => FormattableString.Invariant($"{AsDouble:R}d"),
    };
}
