using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Proofs.Rules;

/// <summary>
/// An expression of a rule. Evaluating it has no side effects; it yields a value or fails (overflow, index out of range, division of integers or
/// decimals by zero), and which of two failures comes first is not observable. Operators follow C# to the bit.
/// </summary>
/// <param name="kind">The kind of the value.</param>
/// <param name="site">The number of the place in the source that it came from, −1 for none; not part of the rule's identity.</param>
public abstract class Expression(ScalarKind kind, int site)
{
    /// <summary>The kind of the value.</summary>
    public ScalarKind Kind { get; } = kind;

    /// <summary>The number of the place in the source that it came from, −1 for none; not part of the rule's identity.</summary>
    public int Site { get; } = site;

    /// <summary>A fixed value.</summary>
    public sealed class Constant(Scalar value, int site = -1) : Expression(value.Kind, site)
    {
        /// <summary>The value.</summary>
        public Scalar Value { get; } = value;
    }

    /// <summary>The present value of a scalar variable.</summary>
    public sealed class Read(Variable variable, int site = -1) : Expression(variable.Kind, site)
    {
        /// <summary>The variable.</summary>
        public Variable Variable { get; } = variable;
    }

    /// <summary>An element of an array; fails outside its bounds.</summary>
    public sealed class Element(ArrayExpression array, Expression index, int site = -1) : Expression(array.Kind, site)
    {
        /// <summary>The array.</summary>
        public ArrayExpression Array { get; } = array;

        /// <summary>The <c>int</c> index, from 0.</summary>
        public Expression Index { get; } = index;
    }

    /// <summary>The number of elements of an array, an <c>int</c>.</summary>
    public sealed class Length(ArrayExpression array, int site = -1) : Expression(ScalarKind.Int32, site)
    {
        /// <summary>The array.</summary>
        public ArrayExpression Array { get; } = array;
    }

    /// <summary>An operator or function of one value.</summary>
    public sealed class Unary(UnaryOperation operation, Expression operand, bool isChecked = false, int site = -1)
        : Expression(operation == UnaryOperation.Sign ? ScalarKind.Int32 : operand.Kind, site)
    {
        /// <summary>What is done.</summary>
        public UnaryOperation Operation { get; } = operation;

        /// <summary>To what.</summary>
        public Expression Operand { get; } = operand;

        /// <summary>Whether the overflow of an integer negation fails instead of wrapping round.</summary>
        public bool IsChecked { get; } = isChecked;
    }

    /// <summary>An operator or function of two values of the same kind. Both are always evaluated.</summary>
    public sealed class Binary(BinaryOperation operation, Expression left, Expression right, bool isChecked = false, int site = -1)
        : Expression(operation.IsComparison() ? ScalarKind.Boolean : left.Kind, site)
    {
        /// <summary>What is done.</summary>
        public BinaryOperation Operation { get; } = operation;

        /// <summary>The left operand.</summary>
        public Expression Left { get; } = left;

        /// <summary>The right operand, of the same kind.</summary>
        public Expression Right { get; } = right;

        /// <summary>Whether the overflow of integer +, −, * fails instead of wrapping round.</summary>
        public bool IsChecked { get; } = isChecked;
    }

    /// <summary>A numeric conversion between kinds.</summary>
    /// <remarks>
    /// Unchecked conversions of a double outside the range of the integer kind saturate and NaN gives 0, as .NET 9 and later do on every
    /// platform; checked ones fail. Conversions to and from decimal fail on overflow in any case.
    /// </remarks>
    public sealed class Convert(ScalarKind to, Expression operand, bool isChecked = false, int site = -1) : Expression(to, site)
    {
        /// <summary>What is converted.</summary>
        public Expression Operand { get; } = operand;

        /// <summary>Whether loss of range fails.</summary>
        public bool IsChecked { get; } = isChecked;
    }

    /// <summary>One of two expressions; the other is not evaluated. Short-circuit <c>&amp;&amp;</c> and <c>||</c> are conditionals too.</summary>
    public sealed class Conditional(Expression test, Expression whenTrue, Expression whenFalse, int site = -1) : Expression(whenTrue.Kind, site)
    {
        /// <summary>The boolean test.</summary>
        public Expression Test { get; } = test;

        /// <summary>The value if the test holds.</summary>
        public Expression WhenTrue { get; } = whenTrue;

        /// <summary>The value, of the same kind, if it does not.</summary>
        public Expression WhenFalse { get; } = whenFalse;
    }
}

/// <summary>An expression that refers to an array.</summary>
/// <param name="kind">The kind of the elements.</param>
/// <param name="site">The number of the place in the source that it came from, −1 for none; not part of the rule's identity.</param>
public abstract class ArrayExpression(ScalarKind kind, int site)
{
    /// <summary>The kind of the elements.</summary>
    public ScalarKind Kind { get; } = kind;

    /// <summary>The number of the place in the source that it came from, −1 for none; not part of the rule's identity.</summary>
    public int Site { get; } = site;

    /// <summary>The array that a variable refers to.</summary>
    public sealed class Read(Variable variable, int site = -1) : ArrayExpression(variable.Kind, site)
    {
        /// <summary>The variable.</summary>
        public Variable Variable { get; } = variable;
    }

    /// <summary>A new array of zeros; fails if the length is negative.</summary>
    public sealed class Zeros(ScalarKind kind, Expression length, int site = -1) : ArrayExpression(kind, site)
    {
        /// <summary>The <c>int</c> number of elements.</summary>
        public Expression Length { get; } = length;
    }

    /// <summary>A new array of the given elements.</summary>
    public sealed class Elements(ScalarKind kind, EquatableArray<Expression> items, int site = -1) : ArrayExpression(kind, site)
    {
        /// <summary>The elements, all of the array's kind.</summary>
        public EquatableArray<Expression> Items { get; } = items;
    }

    /// <summary>A table of fixed values that nothing writes to.</summary>
    public sealed class Table(ScalarKind kind, EquatableArray<Scalar> values, int site = -1) : ArrayExpression(kind, site)
    {
        /// <summary>The values.</summary>
        public EquatableArray<Scalar> Values { get; } = values;
    }

    /// <summary>A new array with the elements that another has now.</summary>
    public sealed class Copy(ArrayExpression source, int site = -1) : ArrayExpression(source.Kind, site)
    {
        /// <summary>The array that is copied.</summary>
        public ArrayExpression Source { get; } = source;
    }
}
