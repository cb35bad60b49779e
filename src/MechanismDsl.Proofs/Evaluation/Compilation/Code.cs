namespace MechanismDsl.Proofs.Evaluation;

/// <summary>A compiled expression of kind double.</summary>
internal delegate double DoubleCode(Frame frame);

/// <summary>A compiled expression of kind int or long.</summary>
internal delegate long IntegerCode(Frame frame);

/// <summary>A compiled expression of kind decimal.</summary>
internal delegate decimal DecimalCode(Frame frame);

/// <summary>A compiled expression of kind bool.</summary>
internal delegate bool BooleanCode(Frame frame);

/// <summary>A compiled expression that refers to an array.</summary>
internal delegate ArrayValue ArrayCode(Frame frame);

/// <summary>A compiled statement. It returns <see cref="Exit.Next"/>, <see cref="Exit.End"/>, or the number of the block that is being left.</summary>
internal delegate int StatementCode(Frame frame);

/// <summary>Where control goes after a statement.</summary>
internal static class Exit
{
    /// <summary>To the next statement.</summary>
    public const int Next = -1;

    /// <summary>Out of the rule: it failed or is exhausted.</summary>
    public const int End = -2;
}
