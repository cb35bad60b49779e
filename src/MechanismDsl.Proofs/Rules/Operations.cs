namespace MechanismDsl.Proofs.Rules;

/// <summary>Operators and functions of one value; the kind of the operand decides which C# function it is.</summary>
public enum UnaryOperation
{
    /// <summary>−x of a number.</summary>
    Negate,

    /// <summary>!x of a boolean.</summary>
    Not,

    /// <summary><c>Math.Abs</c>; of an integer it fails at the smallest one.</summary>
    Abs,

    /// <summary><c>Math.Sqrt</c> of a double.</summary>
    Sqrt,

    /// <summary><c>Math.Exp</c> of a double.</summary>
    Exp,

    /// <summary><c>Math.Log</c> of a double.</summary>
    Log,

    /// <summary><c>Math.Floor</c> of a double or decimal.</summary>
    Floor,

    /// <summary><c>Math.Ceiling</c> of a double or decimal.</summary>
    Ceiling,

    /// <summary><c>Math.Round</c> of a double or decimal: half to even.</summary>
    Round,

    /// <summary><c>Math.Truncate</c> of a double or decimal.</summary>
    Truncate,

    /// <summary><c>Math.Sign</c>, an <c>int</c>; of NaN it fails.</summary>
    Sign,

    /// <summary><c>Math.Cbrt</c> of a double.</summary>
    Cbrt,

    /// <summary><c>(float)x</c> of a double: to the nearest value of IEEE 754 binary32, half to even; a result of the kind double.</summary>
    Single,

    /// <summary><c>Math.Log2</c> of a double.</summary>
    Log2,

    /// <summary><c>Math.Log10</c> of a double.</summary>
    Log10,

    /// <summary><c>Math.Sinh</c> of a double.</summary>
    Sinh,

    /// <summary><c>Math.Cosh</c> of a double.</summary>
    Cosh,

    /// <summary><c>Math.Tanh</c> of a double.</summary>
    Tanh,

    /// <summary><c>Math.Asinh</c> of a double.</summary>
    Asinh,

    /// <summary><c>Math.Acosh</c> of a double.</summary>
    Acosh,

    /// <summary><c>Math.Atanh</c> of a double.</summary>
    Atanh,

    /// <summary><c>Math.Sin</c> of a double.</summary>
    Sin,

    /// <summary><c>Math.Cos</c> of a double.</summary>
    Cos,

    /// <summary><c>Math.Tan</c> of a double.</summary>
    Tan,

    /// <summary><c>Math.Asin</c> of a double.</summary>
    Asin,

    /// <summary><c>Math.Acos</c> of a double.</summary>
    Acos,

    /// <summary><c>Math.Atan</c> of a double.</summary>
    Atan,
}

/// <summary>Operators and functions of two values of one kind.</summary>
public enum BinaryOperation
{
    /// <summary>left + right.</summary>
    Add,

    /// <summary>left − right.</summary>
    Subtract,

    /// <summary>left · right.</summary>
    Multiply,

    /// <summary>left / right; of integers it truncates and fails at zero, of decimals it fails at zero.</summary>
    Divide,

    /// <summary>left % right, with the sign of left.</summary>
    Remainder,

    /// <summary><c>Math.Min</c>.</summary>
    Min,

    /// <summary><c>Math.Max</c>.</summary>
    Max,

    /// <summary><c>Math.Pow</c> of doubles.</summary>
    Pow,

    /// <summary><c>decimal.Round(left, right)</c> of decimals: half to even, to so many digits after the point; fails unless they are 0 to 28.</summary>
    RoundTo,

    /// <summary>The same, half away from zero.</summary>
    RoundAwayTo,

    /// <summary>The same, towards zero.</summary>
    TruncateTo,

    /// <summary>The same, towards negative infinity.</summary>
    FloorTo,

    /// <summary>The same, towards positive infinity.</summary>
    CeilingTo,

    /// <summary>Both, of booleans; bitwise, of integers.</summary>
    And,

    /// <summary>At least one, of booleans; bitwise, of integers.</summary>
    Or,

    /// <summary>Exactly one, of booleans; bitwise, of integers.</summary>
    Xor,

    /// <summary>left &lt; right; false if either is NaN. The lowering writes a &gt; b as b &lt; a.</summary>
    Less,

    /// <summary>left ≤ right; false if either is NaN. The lowering writes a ≥ b as b ≤ a.</summary>
    LessOrEqual,

    /// <summary>left == right; false if either is NaN; 0.0 == −0.0.</summary>
    Equal,

    /// <summary>left != right; true if either is NaN.</summary>
    NotEqual,
}

/// <summary>Facts about operations.</summary>
public static class Operations
{
    /// <summary>True for the four comparisons, whose value is a boolean.</summary>
    public static bool IsComparison(this BinaryOperation operation) => operation >= BinaryOperation.Less;

    /// <summary>True for the five ways to round a decimal to a number of digits.</summary>
    public static bool IsRounding(this BinaryOperation operation) => operation is >= BinaryOperation.RoundTo and <= BinaryOperation.CeilingTo;
}
