using Fractions;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Proofs.Terms;

/// <summary>Whose number a symbol is.</summary>
internal enum SymbolRole
{
    /// <summary>The focal report x of the first run, the lower one.</summary>
    Focal,

    /// <summary>The focal report x′ of the second run; x ≤ x′ is among the facts of every obligation with two runs.</summary>
    FocalOther,

    /// <summary>The report of another agent, the same in both runs.</summary>
    OtherReport,

    /// <summary>A public input, the same in both runs.</summary>
    Public,

    /// <summary>A value that stands for all values of a loop variable or of an element of an array with any number of elements.</summary>
    Opaque,
}

/// <summary>
/// A value of a rule as a function of its inputs: a node of a directed acyclic graph in which equal terms are the same object. A term is
/// free of control flow (conditionals are forked, one path at a time) and stands for a computation that succeeds: that it neither overflows
/// nor is NaN is an obligation of its own.
/// </summary>
/// <remarks>A term determines its value up to the sign of a zero; no law of <see cref="Property"/> can see that sign.</remarks>
internal abstract class Term
{
    private string? _text;

    private protected Term(int id, ScalarKind kind, ValueRange range)
    {
        Id = id;
        Kind = kind;
        Range = range;
    }

    /// <summary>The number of the term within its pool, in the order of construction; deterministic.</summary>
    public int Id { get; }

    /// <summary>The kind of the value.</summary>
    public ScalarKind Kind { get; }

    /// <summary>What the program can compute here over the whole domains of the symbols, to the bit.</summary>
    public ValueRange Range { get; }

    /// <summary>The term in prefix form; what certificates are written in.</summary>
    public override string ToString() => _text ??= TermText.Of(this);

    /// <summary>An input, or an opaque value.</summary>
    internal sealed class Symbol(int id, string name, SymbolRole role, Domain domain, int input, int agent)
        : Term(id, domain.Kind, RangeRules.Rounded(domain.Kind, domain.Low, domain.High))
    {
        /// <summary>Its name in certificates; unique within the pool.</summary>
        public string Name { get; } = name;

        /// <summary>Whose number it is.</summary>
        public SymbolRole Role { get; } = role;

        /// <summary>The values that it can take.</summary>
        public Domain Domain { get; } = domain;

        /// <summary>The number of the input in the rule system, −1 for opaque values.</summary>
        public int Input { get; } = input;

        /// <summary>The agent whose input it is, −1 for a scalar.</summary>
        public int Agent { get; } = agent;
    }

    /// <summary>A fixed value with its two readings.</summary>
    internal sealed class Constant(int id, Scalar value, Fraction? exact) : Term(id, value.Kind, RangeRules.Of(value))
    {
        /// <summary>The value to the bit, as the program computes it.</summary>
        public Scalar Value { get; } = value;

        /// <summary>The value in real arithmetic, a literal being the decimal that is written (0.1 is 1/10); null for the infinities.</summary>
        public Fraction? Exact { get; } = exact;
    }

    /// <summary>An operation on one term.</summary>
    internal sealed class Unary(int id, UnaryOperation operation, Term operand)
        : Term(id, operation == UnaryOperation.Sign ? ScalarKind.Int32 : operand.Kind, RangeRules.Of(operation, operand.Kind, operand.Range))
    {
        /// <summary>What is done.</summary>
        public UnaryOperation Operation { get; } = operation;

        /// <summary>To what.</summary>
        public Term Operand { get; } = operand;
    }

    /// <summary>An arithmetic operation on two terms of one kind; comparisons and logic are facts, not terms.</summary>
    internal sealed class Binary(int id, BinaryOperation operation, Term left, Term right)
        : Term(id, left.Kind, RangeRules.Of(operation, left.Kind, left.Range, right.Range))
    {
        /// <summary>What is done.</summary>
        public BinaryOperation Operation { get; } = operation;

        /// <summary>The left operand.</summary>
        public Term Left { get; } = left;

        /// <summary>The right operand.</summary>
        public Term Right { get; } = right;
    }

    /// <summary>A conversion between numeric kinds that does not fail and loses no range; to an integer kind it truncates.</summary>
    internal sealed class Convert(int id, ScalarKind to, Term operand)
        : Term(id, to, RangeRules.Convert(operand.Kind, to, operand.Range))
    {
        /// <summary>What is converted.</summary>
        public Term Operand { get; } = operand;
    }
}
