using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Order;

/// <summary>
/// When the result of an operation is bounded by one of its operands. The operand is a number of the program, so rounding to nearest cannot
/// carry the result past it.
/// </summary>
internal static class Bounds
{
    /// <summary>l ∘ r ≤ l.</summary>
    public static bool IsAtMostLeft(BinaryOperation operation, ValueRange left, ValueRange right) => operation switch
    {
        BinaryOperation.Add => IsAtMost(right, 0),
        BinaryOperation.Subtract => IsAtLeast(right, 0),
        BinaryOperation.Multiply => Shrinks(left, right) || (IsAtMost(left, 0) && IsAtLeast(right, 1)),
        BinaryOperation.Divide => (IsAtLeast(left, 0) && IsAtLeast(right, 1)) || (IsAtMost(left, 0) && IsFraction(right)),
        BinaryOperation.Remainder => IsAtLeast(left, 0) && !right.MayBeNaN && !right.Contains(0),
        _ => false,
    };

    /// <summary>l ∘ r ≤ r.</summary>
    public static bool IsAtMostRight(BinaryOperation operation, ValueRange left, ValueRange right) => operation switch
    {
        BinaryOperation.Add => IsAtMost(left, 0),
        BinaryOperation.Multiply => Shrinks(right, left) || (IsAtMost(right, 0) && IsAtLeast(left, 1)),
        _ => false,
    };

    /// <summary>l ≤ l ∘ r.</summary>
    public static bool IsAtLeastLeft(BinaryOperation operation, ValueRange left, ValueRange right) => operation switch
    {
        BinaryOperation.Add => IsAtLeast(right, 0),
        BinaryOperation.Subtract => IsAtMost(right, 0),
        BinaryOperation.Multiply => Grows(left, right),
        BinaryOperation.Divide => (IsAtLeast(left, 0) && IsFraction(right)) || (IsAtMost(left, 0) && IsAtLeast(right, 1)),
        BinaryOperation.Remainder => IsAtLeast(left, 0) && !left.MayBeNaN && left.High < right.Low,
        _ => false,
    };

    /// <summary>r ≤ l ∘ r.</summary>
    public static bool IsAtLeastRight(BinaryOperation operation, ValueRange left, ValueRange right) => operation switch
    {
        BinaryOperation.Add => IsAtLeast(left, 0),
        BinaryOperation.Multiply => Grows(right, left),
        _ => false,
    };

    // value · factor ≤ value, the value being non-negative.
    private static bool Shrinks(ValueRange value, ValueRange factor) => IsAtLeast(value, 0) && IsAtLeast(factor, 0) && IsAtMost(factor, 1);

    // value ≤ value · factor.
    private static bool Grows(ValueRange value, ValueRange factor) =>
        (IsAtLeast(value, 0) && IsAtLeast(factor, 1)) || (IsAtMost(value, 0) && IsAtLeast(factor, 0) && IsAtMost(factor, 1));

    private static bool IsFraction(ValueRange range) => range is { Low: > 0, High: <= 1, MayBeNaN: false };

    private static bool IsAtLeast(ValueRange range, double bound) => !range.MayBeNaN && range.Low >= bound;

    private static bool IsAtMost(ValueRange range, double bound) => !range.MayBeNaN && range.High <= bound;
}
