namespace MechanismDsl.Theory.Priors;

public abstract partial record Formula
{
    /// <summary>The value at an argument, as C# computes it with doubles.</summary>
    /// <exception cref="InvalidOperationException">A parameter has no number yet.</exception>
    public double Evaluate(double argument) => this switch
    {
        Constant constant => constant.Value,
        Variable => argument,
        Unary unary => Apply(unary.Operator, unary.Operand.Evaluate(argument)),
        Binary binary => Apply(binary.Operator, binary.Left.Evaluate(argument), binary.Right.Evaluate(argument)),
        Conditional conditional => conditional.Test.Holds(argument) ? conditional.Then.Evaluate(argument) : conditional.Else.Evaluate(argument),
        Parameter parameter => throw new InvalidOperationException($"parameter '{parameter.Name}' has no number"),
        _ => throw new InvalidOperationException($"unknown formula {GetType().Name}"),
    };

    /// <summary>The value of a unary operator.</summary>
    public static double Apply(UnaryOperator unary, double operand) => unary switch
    {
        UnaryOperator.Negate => -operand,
        UnaryOperator.Exp => Math.Exp(operand),
        UnaryOperator.Log => Math.Log(operand),
        UnaryOperator.Sqrt => Math.Sqrt(operand),
        UnaryOperator.Abs => Math.Abs(operand),
        UnaryOperator.Floor => Math.Floor(operand),
        UnaryOperator.Ceiling => Math.Ceiling(operand),
        UnaryOperator.Sin => Math.Sin(operand),
        UnaryOperator.Cos => Math.Cos(operand),
        UnaryOperator.Tan => Math.Tan(operand),
        UnaryOperator.Asin => Math.Asin(operand),
        UnaryOperator.Acos => Math.Acos(operand),
        UnaryOperator.Atan => Math.Atan(operand),
        UnaryOperator.Sinh => Math.Sinh(operand),
        UnaryOperator.Cosh => Math.Cosh(operand),
        UnaryOperator.Tanh => Math.Tanh(operand),
        _ => throw new ArgumentOutOfRangeException(nameof(unary), unary, "unknown operator"),
    };

    /// <summary>The value of a binary operator.</summary>
    public static double Apply(BinaryOperator binary, double left, double right) => binary switch
    {
        BinaryOperator.Add => left + right,
        BinaryOperator.Subtract => left - right,
        BinaryOperator.Multiply => left * right,
        BinaryOperator.Divide => left / right,
        BinaryOperator.Pow => Math.Pow(left, right),
        BinaryOperator.Min => Math.Min(left, right),
        BinaryOperator.Max => Math.Max(left, right),
        _ => throw new ArgumentOutOfRangeException(nameof(binary), binary, "unknown operator"),
    };
}
