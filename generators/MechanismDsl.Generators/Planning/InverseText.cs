using MechanismDsl.Proofs.Inverses;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Planning;

/// <summary>The threshold of a score as a formula that a person can read: <c>target / quality</c>.</summary>
internal sealed class InverseText(IReadOnlyDictionary<int, string> names, IReadOnlyDictionary<int, Expression> definitions)
{
    /// <summary>A longer formula says less than a sentence.</summary>
    private const int Longest = 120;

    /// <summary>Intermediate values inside intermediate values; beyond it the formula is too long anyway.</summary>
    private const int Deepest = 8;

    private const string Target = "target";

    // Precedence of C#: a subexpression of a lower one stands in brackets.
    private const int Sum = 1;
    private const int Product = 2;
    private const int Atom = 3;

    private int _depth;

    /// <summary>The formula; null if there is no closed form, or none that is short.</summary>
    /// <param name="score">The score.</param>
    /// <param name="own">The numbers that it takes.</param>
    /// <param name="market">The side of the market.</param>
    public static string? Of(Rule score, OwnRules own, Market market)
    {
        var inputs = new List<Input>();
        foreach (var parameter in score.Parameters)
        {
            var field = own.Fields.Count == 1 ? own.Report : own.Fields.FirstOrDefault(one => one.Name == parameter.Name);
            if (field is null || field.Kind != NumberKind.Double)
            {
                return null;
            }

            inputs.Add(new Input(field.Name, field.Role == FieldRole.Report ? ParameterRole.Report : ParameterRole.Public, [new Domain.Interval(field.Low, field.High)]));
        }

        var inverse = ScoreInverse.Find(score, inputs.ToEquatableArray(), market.IsProcurement ? Side.Supplier : Side.Buyer)?.Reaching;
        if (inverse is null)
        {
            return null;
        }

        var names = new Dictionary<int, string>();
        for (var index = 0; index < inverse.Parameters.Count; index++)
        {
            names[inverse.Parameters[index].Variable.Index] = inputs[index].Role == ParameterRole.Report ? Target : inputs[index].Name;
        }

        // What an intermediate value is stands where it is used.
        var definitions = new Dictionary<int, Expression>();
        foreach (var statement in inverse.Body)
        {
            if (statement is not Statement.Assign assignment)
            {
                return null;
            }

            definitions[assignment.Target.Index] = assignment.Value;
        }

        return definitions.TryGetValue(inverse.Result.Index, out var value) && new InverseText(names, definitions).Text(value, Sum) is { Length: <= Longest } text ? text : null;
    }

    private string? Text(Expression expression, int precedence) => expression switch
    {
        Expression.Constant { Value: var constant } => Number(constant.ToNumber(), precedence),
        Expression.Read { Variable.Index: var index } when names.TryGetValue(index, out var name) => name,
        Expression.Read { Variable.Index: var index } when definitions.TryGetValue(index, out var definition) && _depth < Deepest => Nested(definition, precedence),
        Expression.Binary binary => Binary(binary, precedence),
        Expression.Unary { Operation: UnaryOperation.Negate, Operand: var operand } => Join(Sum, precedence, "-", Text(operand, Product)),
        Expression.Unary unary when Function(unary.Operation) is { } function && Text(unary.Operand, Sum) is { } argument => $"{function}({argument})",
        _ => null,
    };

    private string? Nested(Expression definition, int precedence)
    {
        _depth++;
        var text = Text(definition, precedence);
        _depth--;
        return text;
    }

    private string? Binary(Expression.Binary binary, int precedence)
    {
        switch (binary.Operation)
        {
            case BinaryOperation.Add:
                return Join(Sum, precedence, Text(binary.Left, Sum), " + ", Text(binary.Right, Sum));
            case BinaryOperation.Subtract:
                return Join(Sum, precedence, Text(binary.Left, Sum), " - ", Text(binary.Right, Product));
            case BinaryOperation.Multiply:
                return Join(Product, precedence, Text(binary.Left, Product), " * ", Text(binary.Right, Atom));
            case BinaryOperation.Divide:
                return Join(Product, precedence, Text(binary.Left, Product), " / ", Text(binary.Right, Atom));
            case BinaryOperation.Pow:
                return Join(Atom, precedence, Text(binary.Left, Atom), "^", Text(binary.Right, Atom));
            case BinaryOperation.Min:
                return Join(Atom, precedence, "min(", Text(binary.Left, Sum), ", ", Text(binary.Right, Sum), ")");
            case BinaryOperation.Max:
                return Join(Atom, precedence, "max(", Text(binary.Left, Sum), ", ", Text(binary.Right, Sum), ")");
            default:
                return null;
        }
    }

    private static string? Function(UnaryOperation operation) => operation switch
    {
        UnaryOperation.Sqrt => "sqrt",
        UnaryOperation.Cbrt => "cbrt",
        UnaryOperation.Exp => "exp",
        UnaryOperation.Log => "ln",
        UnaryOperation.Sinh => "sinh",
        UnaryOperation.Cosh => "cosh",
        UnaryOperation.Tanh => "tanh",
        UnaryOperation.Asinh => "arsinh",
        UnaryOperation.Atanh => "artanh",
        UnaryOperation.Sin => "sin",
        UnaryOperation.Tan => "tan",
        UnaryOperation.Floor => "floor",
        UnaryOperation.Ceiling => "ceiling",
        UnaryOperation.Abs => "abs",
        _ => null,
    };

    private static string Number(double value, int precedence)
    {
        var text = NumberText.Exact(value);
        return value < 0 && precedence > Sum ? $"({text})" : text;
    }

    private static string? Join(int own, int precedence, params string?[] parts) =>
        parts.Any(part => part is null) ? null : own < precedence ? $"({string.Concat(parts)})" : string.Concat(parts);
}
