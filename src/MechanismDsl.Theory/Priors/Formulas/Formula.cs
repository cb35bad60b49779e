namespace MechanismDsl.Theory.Priors;

/// <summary>
/// A function of one number, read from the expression that a user wrote: the IR of own priors and bidding strategies. Immutable, with value
/// equality. It computes what C# computes with doubles: IEEE arithmetic, <see cref="Math"/> functions, NaN where C# has NaN.
/// </summary>
public abstract partial record Formula
{
    private protected Formula()
    {
    }

    /// <summary>A number.</summary>
    public sealed record Constant(double Value) : Formula;

    /// <summary>The function's argument.</summary>
    public sealed record Variable : Formula;

    /// <summary>A named number, fixed by <see cref="Substitute"/> before the formula is evaluated.</summary>
    public sealed record Parameter(string Name) : Formula;

    /// <summary>A function of one formula.</summary>
    public sealed record Unary(UnaryOperator Operator, Formula Operand) : Formula;

    /// <summary>A function of two formulas.</summary>
    public sealed record Binary(BinaryOperator Operator, Formula Left, Formula Right) : Formula;

    /// <summary><c>Test ? Then : Else</c>; only the chosen branch is evaluated.</summary>
    public sealed record Conditional(Condition Test, Formula Then, Formula Else) : Formula;

    /// <summary>The same function with the named parameters replaced by numbers; other parameters stay.</summary>
    public Formula Substitute(IReadOnlyDictionary<string, double> parameters) => this switch
    {
        Parameter parameter when parameters.TryGetValue(parameter.Name, out var value) => new Constant(value),
        Unary unary => unary with { Operand = unary.Operand.Substitute(parameters) },
        Binary binary => binary with { Left = binary.Left.Substitute(parameters), Right = binary.Right.Substitute(parameters) },
        Conditional conditional => new Conditional(
            conditional.Test.Substitute(parameters),
            conditional.Then.Substitute(parameters),
            conditional.Else.Substitute(parameters)),
        _ => this,
    };

    /// <summary>True if the argument occurs.</summary>
    public bool DependsOnVariable => this switch
    {
        Variable => true,
        Unary unary => unary.Operand.DependsOnVariable,
        Binary binary => binary.Left.DependsOnVariable || binary.Right.DependsOnVariable,
        Conditional conditional => conditional.Test.DependsOnVariable || conditional.Then.DependsOnVariable || conditional.Else.DependsOnVariable,
        _ => false,
    };

    /// <summary>Names of the parameters that occur, each once, in order of first use.</summary>
    public IEnumerable<string> Parameters => ParametersWithRepetition().Distinct();

    /// <summary>A number as a formula.</summary>
    public static implicit operator Formula(double value) => new Constant(value);

    /// <summary>Sum.</summary>
    public static Formula operator +(Formula left, Formula right) => new Binary(BinaryOperator.Add, left, right);

    /// <summary>Difference.</summary>
    public static Formula operator -(Formula left, Formula right) => new Binary(BinaryOperator.Subtract, left, right);

    /// <summary>Product.</summary>
    public static Formula operator *(Formula left, Formula right) => new Binary(BinaryOperator.Multiply, left, right);

    /// <summary>Quotient.</summary>
    public static Formula operator /(Formula left, Formula right) => new Binary(BinaryOperator.Divide, left, right);

    /// <summary>Negation.</summary>
    public static Formula operator -(Formula operand) => new Unary(UnaryOperator.Negate, operand);

    private protected IEnumerable<string> ParametersWithRepetition() => this switch
    {
        Parameter parameter => [parameter.Name],
        Unary unary => unary.Operand.ParametersWithRepetition(),
        Binary binary => binary.Left.ParametersWithRepetition().Concat(binary.Right.ParametersWithRepetition()),
        Conditional conditional => conditional.Test.Formulas
            .Concat([conditional.Then, conditional.Else])
            .SelectMany(part => part.ParametersWithRepetition()),
        _ => [],
    };
}

/// <summary>Functions of one number; the names are those of <see cref="Math"/>.</summary>
public enum UnaryOperator
{
    /// <summary>−x.</summary>
    Negate,

    /// <summary>eˣ.</summary>
    Exp,

    /// <summary>Natural logarithm.</summary>
    Log,

    /// <summary>Square root.</summary>
    Sqrt,

    /// <summary>|x|.</summary>
    Abs,

    /// <summary>Largest whole number ≤ x.</summary>
    Floor,

    /// <summary>Smallest whole number ≥ x.</summary>
    Ceiling,

    /// <summary>Sine.</summary>
    Sin,

    /// <summary>Cosine.</summary>
    Cos,

    /// <summary>Tangent.</summary>
    Tan,

    /// <summary>Arcsine.</summary>
    Asin,

    /// <summary>Arccosine.</summary>
    Acos,

    /// <summary>Arctangent.</summary>
    Atan,

    /// <summary>Hyperbolic sine.</summary>
    Sinh,

    /// <summary>Hyperbolic cosine.</summary>
    Cosh,

    /// <summary>Hyperbolic tangent.</summary>
    Tanh,
}

/// <summary>Functions of two numbers.</summary>
public enum BinaryOperator
{
    /// <summary>x + y.</summary>
    Add,

    /// <summary>x − y.</summary>
    Subtract,

    /// <summary>x · y.</summary>
    Multiply,

    /// <summary>x / y.</summary>
    Divide,

    /// <summary><see cref="Math.Pow"/>.</summary>
    Pow,

    /// <summary><see cref="Math.Min(double, double)"/>.</summary>
    Min,

    /// <summary><see cref="Math.Max(double, double)"/>.</summary>
    Max,
}
