using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Language.Tests.Rules;

/// <summary>
/// Runs a rule by walking its tree with C#'s own operators: slow, and independent of the evaluator of the proofs, so that a mistake shared by
/// lowering and evaluation shows up.
/// </summary>
internal sealed class Interpreter
{
    private const int MostSteps = 200_000;

    private readonly Dictionary<int, Scalar> _scalars = [];
    private readonly Dictionary<int, Scalar[]> _arrays = [];
    private int _steps;

    private Interpreter() { }

    /// <summary>The result: one scalar, or one for every element of an array.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="arguments">For each parameter its value (one element) or its elements. Output arrays are written to.</param>
    /// <exception cref="Exception">The rule fails.</exception>
    public static Scalar[] Run(Rule rule, IReadOnlyList<Scalar[]> arguments)
    {
        var interpreter = new Interpreter();
        for (var index = 0; index < rule.Parameters.Count; index++)
        {
            var variable = rule.Parameters[index].Variable;
            if (variable.IsArray)
            {
                interpreter._arrays[variable.Index] = arguments[index];
            }
            else
            {
                interpreter._scalars[variable.Index] = arguments[index][0];
            }
        }

        interpreter.Run(rule.Body);
        return rule.Result.IsArray ? interpreter._arrays[rule.Result.Index] : [interpreter._scalars[rule.Result.Index]];
    }

    /// <summary>The label that is left; −1 if the statements ran to their end.</summary>
    private int Run(EquatableArray<Statement> body)
    {
        foreach (var statement in body.AsSpan())
        {
            var left = Run(statement);
            if (left >= 0)
            {
                return left;
            }
        }

        return -1;
    }

    private int Run(Statement statement)
    {
        if (++_steps > MostSteps)
        {
            throw new TimeoutException();
        }

        switch (statement)
        {
            case Statement.Assign assign:
                _scalars[assign.Target.Index] = Typed(Evaluate(assign.Value), assign.Target.Kind);
                return -1;
            case Statement.Refer refer:
                _arrays[refer.Target.Index] = Evaluate(refer.Array);
                return -1;
            case Statement.Store store:
                var array = Evaluate(store.Array);
                array[(int)Evaluate(store.Index).AsInteger] = Typed(Evaluate(store.Value), store.Array.Kind);
                return -1;
            case Statement.If choice:
                return Run(Evaluate(choice.Test).AsBoolean ? choice.Then : choice.Else);
            case Statement.Loop loop:
                while (true)
                {
                    var left = Run(loop.Body);
                    if (left >= 0)
                    {
                        return left;
                    }

                    if (++_steps > MostSteps)
                    {
                        throw new TimeoutException();
                    }
                }

            case Statement.Block block:
                var label = Run(block.Body);
                return label == block.Label ? -1 : label;
            case Statement.Leave leave:
                return leave.Label;
            case Statement.Fail fail:
                throw new InvalidOperationException(fail.Exception);
            default:
                throw new NotSupportedException(statement.GetType().Name);
        }
    }

    private Scalar Evaluate(Expression expression) => expression switch
    {
        Expression.Constant constant => constant.Value,
        Expression.Read read => Typed(_scalars.TryGetValue(read.Variable.Index, out var value) ? value : throw new NotSupportedException("A variable is read before it is written."), read.Kind),
        Expression.Element element => Evaluate(element.Array)[Index(Evaluate(element.Index))],
        Expression.Length length => Scalar.Of(Evaluate(length.Array).Length),
        Expression.Unary unary => Typed(Unary(unary, Evaluate(unary.Operand)), unary.Kind),
        Expression.Binary binary => Typed(Binary(binary, Typed(Evaluate(binary.Left), binary.Left.Kind), Typed(Evaluate(binary.Right), binary.Left.Kind)), binary.Kind),
        Expression.Convert convert => Convert(convert, Evaluate(convert.Operand)),
        Expression.Conditional choice => Typed(Evaluate(choice.Test).AsBoolean ? Evaluate(choice.WhenTrue) : Evaluate(choice.WhenFalse), choice.Kind),
        _ => throw new NotSupportedException(expression.GetType().Name),
    };

    private Scalar[] Evaluate(ArrayExpression array) => array switch
    {
        ArrayExpression.Read read => _arrays[read.Variable.Index],
        ArrayExpression.Zeros zeros => [.. Enumerable.Repeat(Scalar.Zero(zeros.Kind), checked((int)Evaluate(zeros.Length).AsInteger))],
        ArrayExpression.Elements elements => [.. elements.Items.Select(item => Typed(Evaluate(item), elements.Kind))],
        ArrayExpression.Table table => [.. table.Values],
        ArrayExpression.Copy copy => [.. Evaluate(copy.Source)],
        _ => throw new NotSupportedException(array.GetType().Name),
    };

    private static int Index(Scalar index) => Typed(index, ScalarKind.Int32) is var typed ? (int)typed.AsInteger : 0;

    private static Scalar Typed(Scalar value, ScalarKind kind) => value.Kind == kind ? value : throw new NotSupportedException($"A {value.Kind} where a {kind} belongs.");

    private static Scalar Unary(Expression.Unary unary, Scalar x) => (unary.Operation, x.Kind) switch
    {
        (UnaryOperation.Not, ScalarKind.Boolean) => Scalar.Of(!x.AsBoolean),
        (UnaryOperation.Negate, ScalarKind.Int32) => Scalar.Of(unary.IsChecked ? checked(-(int)x.AsInteger) : unchecked(-(int)x.AsInteger)),
        (UnaryOperation.Negate, ScalarKind.Int64) => Scalar.Of(unary.IsChecked ? checked(-x.AsInteger) : unchecked(-x.AsInteger)),
        (UnaryOperation.Negate, ScalarKind.Double) => Scalar.Of(-x.AsDouble),
        (UnaryOperation.Negate, ScalarKind.Decimal) => Scalar.Of(-x.AsDecimal),
        (UnaryOperation.Abs, ScalarKind.Int32) => Scalar.Of(Math.Abs((int)x.AsInteger)),
        (UnaryOperation.Abs, ScalarKind.Int64) => Scalar.Of(Math.Abs(x.AsInteger)),
        (UnaryOperation.Abs, ScalarKind.Double) => Scalar.Of(Math.Abs(x.AsDouble)),
        (UnaryOperation.Abs, ScalarKind.Decimal) => Scalar.Of(Math.Abs(x.AsDecimal)),
        (UnaryOperation.Sign, ScalarKind.Double) => Scalar.Of(Math.Sign(x.AsDouble)),
        (UnaryOperation.Sign, ScalarKind.Decimal) => Scalar.Of(Math.Sign(x.AsDecimal)),
        (UnaryOperation.Sign, _) => Scalar.Of(Math.Sign(x.AsInteger)),
        (UnaryOperation.Floor, ScalarKind.Decimal) => Scalar.Of(Math.Floor(x.AsDecimal)),
        (UnaryOperation.Ceiling, ScalarKind.Decimal) => Scalar.Of(Math.Ceiling(x.AsDecimal)),
        (UnaryOperation.Round, ScalarKind.Decimal) => Scalar.Of(Math.Round(x.AsDecimal)),
        (UnaryOperation.Truncate, ScalarKind.Decimal) => Scalar.Of(Math.Truncate(x.AsDecimal)),
        (UnaryOperation.Sqrt, ScalarKind.Double) => Scalar.Of(Math.Sqrt(x.AsDouble)),
        (UnaryOperation.Exp, ScalarKind.Double) => Scalar.Of(Math.Exp(x.AsDouble)),
        (UnaryOperation.Log, ScalarKind.Double) => Scalar.Of(Math.Log(x.AsDouble)),
        (UnaryOperation.Floor, ScalarKind.Double) => Scalar.Of(Math.Floor(x.AsDouble)),
        (UnaryOperation.Ceiling, ScalarKind.Double) => Scalar.Of(Math.Ceiling(x.AsDouble)),
        (UnaryOperation.Round, ScalarKind.Double) => Scalar.Of(Math.Round(x.AsDouble)),
        (UnaryOperation.Truncate, ScalarKind.Double) => Scalar.Of(Math.Truncate(x.AsDouble)),
        (UnaryOperation.Cbrt, ScalarKind.Double) => Scalar.Of(Math.Cbrt(x.AsDouble)),
        (UnaryOperation.Single, ScalarKind.Double) => Scalar.Of((double)(float)x.AsDouble),
        (UnaryOperation.Log2, ScalarKind.Double) => Scalar.Of(Math.Log2(x.AsDouble)),
        (UnaryOperation.Log10, ScalarKind.Double) => Scalar.Of(Math.Log10(x.AsDouble)),
        (UnaryOperation.Sinh, ScalarKind.Double) => Scalar.Of(Math.Sinh(x.AsDouble)),
        (UnaryOperation.Cosh, ScalarKind.Double) => Scalar.Of(Math.Cosh(x.AsDouble)),
        (UnaryOperation.Tanh, ScalarKind.Double) => Scalar.Of(Math.Tanh(x.AsDouble)),
        (UnaryOperation.Asinh, ScalarKind.Double) => Scalar.Of(Math.Asinh(x.AsDouble)),
        (UnaryOperation.Acosh, ScalarKind.Double) => Scalar.Of(Math.Acosh(x.AsDouble)),
        (UnaryOperation.Atanh, ScalarKind.Double) => Scalar.Of(Math.Atanh(x.AsDouble)),
        (UnaryOperation.Sin, ScalarKind.Double) => Scalar.Of(Math.Sin(x.AsDouble)),
        (UnaryOperation.Cos, ScalarKind.Double) => Scalar.Of(Math.Cos(x.AsDouble)),
        (UnaryOperation.Tan, ScalarKind.Double) => Scalar.Of(Math.Tan(x.AsDouble)),
        (UnaryOperation.Asin, ScalarKind.Double) => Scalar.Of(Math.Asin(x.AsDouble)),
        (UnaryOperation.Acos, ScalarKind.Double) => Scalar.Of(Math.Acos(x.AsDouble)),
        (UnaryOperation.Atan, ScalarKind.Double) => Scalar.Of(Math.Atan(x.AsDouble)),
        _ => throw new NotSupportedException($"{unary.Operation} of {x.Kind}"),
    };

    private static Scalar Binary(Expression.Binary binary, Scalar x, Scalar y) => x.Kind switch
    {
        ScalarKind.Boolean => Booleans(binary.Operation, x.AsBoolean, y.AsBoolean),
        ScalarKind.Int32 => Ints(binary, (int)x.AsInteger, (int)y.AsInteger),
        ScalarKind.Int64 => Longs(binary, x.AsInteger, y.AsInteger),
        ScalarKind.Double => Doubles(binary.Operation, x.AsDouble, y.AsDouble),
        _ => Decimals(binary.Operation, x.AsDecimal, y.AsDecimal),
    };

    private static Scalar Booleans(BinaryOperation operation, bool x, bool y) => Scalar.Of(operation switch
    {
        BinaryOperation.And => x & y,
        BinaryOperation.Or => x | y,
        BinaryOperation.Xor => x ^ y,
        BinaryOperation.Equal => x == y,
        BinaryOperation.NotEqual => x != y,
        _ => throw new NotSupportedException($"{operation} of booleans"),
    });

    private static Scalar Ints(Expression.Binary binary, int x, int y) => binary.Operation switch
    {
        BinaryOperation.Add => Scalar.Of(binary.IsChecked ? checked(x + y) : unchecked(x + y)),
        BinaryOperation.Subtract => Scalar.Of(binary.IsChecked ? checked(x - y) : unchecked(x - y)),
        BinaryOperation.Multiply => Scalar.Of(binary.IsChecked ? checked(x * y) : unchecked(x * y)),
        BinaryOperation.Divide => Scalar.Of(x / y),
        BinaryOperation.Remainder => Scalar.Of(x % y),
        BinaryOperation.Min => Scalar.Of(Math.Min(x, y)),
        BinaryOperation.Max => Scalar.Of(Math.Max(x, y)),
        BinaryOperation.And => Scalar.Of(x & y),
        BinaryOperation.Or => Scalar.Of(x | y),
        BinaryOperation.Xor => Scalar.Of(x ^ y),
        _ => Scalar.Of(Compare(binary.Operation, x < y, x == y)),
    };

    private static Scalar Longs(Expression.Binary binary, long x, long y) => binary.Operation switch
    {
        BinaryOperation.Add => Scalar.Of(binary.IsChecked ? checked(x + y) : unchecked(x + y)),
        BinaryOperation.Subtract => Scalar.Of(binary.IsChecked ? checked(x - y) : unchecked(x - y)),
        BinaryOperation.Multiply => Scalar.Of(binary.IsChecked ? checked(x * y) : unchecked(x * y)),
        BinaryOperation.Divide => Scalar.Of(x / y),
        BinaryOperation.Remainder => Scalar.Of(x % y),
        BinaryOperation.Min => Scalar.Of(Math.Min(x, y)),
        BinaryOperation.Max => Scalar.Of(Math.Max(x, y)),
        BinaryOperation.And => Scalar.Of(x & y),
        BinaryOperation.Or => Scalar.Of(x | y),
        BinaryOperation.Xor => Scalar.Of(x ^ y),
        _ => Scalar.Of(Compare(binary.Operation, x < y, x == y)),
    };

    private static Scalar Doubles(BinaryOperation operation, double x, double y) => operation switch
    {
        BinaryOperation.Add => Scalar.Of(x + y),
        BinaryOperation.Subtract => Scalar.Of(x - y),
        BinaryOperation.Multiply => Scalar.Of(x * y),
        BinaryOperation.Divide => Scalar.Of(x / y),
        BinaryOperation.Remainder => Scalar.Of(x % y),
        BinaryOperation.Min => Scalar.Of(Math.Min(x, y)),
        BinaryOperation.Max => Scalar.Of(Math.Max(x, y)),
        BinaryOperation.Pow => Scalar.Of(Math.Pow(x, y)),
        BinaryOperation.Less => Scalar.Of(x < y),
        BinaryOperation.LessOrEqual => Scalar.Of(x <= y),
        BinaryOperation.Equal => Scalar.Of(x == y),
        BinaryOperation.NotEqual => Scalar.Of(x != y),
        _ => throw new NotSupportedException($"{operation} of doubles"),
    };

    private static Scalar Decimals(BinaryOperation operation, decimal x, decimal y) => operation switch
    {
        BinaryOperation.Add => Scalar.Of(x + y),
        BinaryOperation.Subtract => Scalar.Of(x - y),
        BinaryOperation.Multiply => Scalar.Of(x * y),
        BinaryOperation.Divide => Scalar.Of(x / y),
        BinaryOperation.Remainder => Scalar.Of(x % y),
        BinaryOperation.RoundTo => Scalar.Of(decimal.Round(x, (int)y)),
        BinaryOperation.RoundAwayTo => Scalar.Of(decimal.Round(x, (int)y, MidpointRounding.AwayFromZero)),
        BinaryOperation.TruncateTo => Scalar.Of(decimal.Round(x, (int)y, MidpointRounding.ToZero)),
        BinaryOperation.FloorTo => Scalar.Of(decimal.Round(x, (int)y, MidpointRounding.ToNegativeInfinity)),
        BinaryOperation.CeilingTo => Scalar.Of(decimal.Round(x, (int)y, MidpointRounding.ToPositiveInfinity)),
        BinaryOperation.Min => Scalar.Of(Math.Min(x, y)),
        BinaryOperation.Max => Scalar.Of(Math.Max(x, y)),
        _ => Scalar.Of(Compare(operation, x < y, x == y)),
    };

    private static bool Compare(BinaryOperation operation, bool less, bool equal) => operation switch
    {
        BinaryOperation.Less => less,
        BinaryOperation.LessOrEqual => less || equal,
        BinaryOperation.Equal => equal,
        BinaryOperation.NotEqual => !equal,
        _ => throw new NotSupportedException(operation.ToString()),
    };

    private static Scalar Convert(Expression.Convert convert, Scalar x) => (x.Kind, convert.Kind, convert.IsChecked) switch
    {
        (ScalarKind.Int32 or ScalarKind.Int64, ScalarKind.Int32, true) => Scalar.Of(checked((int)x.AsInteger)),
        (ScalarKind.Int32 or ScalarKind.Int64, ScalarKind.Int32, false) => Scalar.Of(unchecked((int)x.AsInteger)),
        (ScalarKind.Int32 or ScalarKind.Int64, ScalarKind.Int64, _) => Scalar.Of(x.AsInteger),
        (ScalarKind.Int32 or ScalarKind.Int64, ScalarKind.Double, _) => Scalar.Of((double)x.AsInteger),
        (ScalarKind.Int32 or ScalarKind.Int64, ScalarKind.Decimal, _) => Scalar.Of((decimal)x.AsInteger),
        (ScalarKind.Double, ScalarKind.Int32, true) => Scalar.Of(checked((int)x.AsDouble)),
        (ScalarKind.Double, ScalarKind.Int32, false) => Scalar.Of(unchecked((int)x.AsDouble)),
        (ScalarKind.Double, ScalarKind.Int64, true) => Scalar.Of(checked((long)x.AsDouble)),
        (ScalarKind.Double, ScalarKind.Int64, false) => Scalar.Of(unchecked((long)x.AsDouble)),
        (ScalarKind.Double, ScalarKind.Decimal, _) => Scalar.Of((decimal)x.AsDouble),
        (ScalarKind.Decimal, ScalarKind.Int32, _) => Scalar.Of((int)x.AsDecimal),
        (ScalarKind.Decimal, ScalarKind.Int64, _) => Scalar.Of((long)x.AsDecimal),
        (ScalarKind.Decimal, ScalarKind.Double, _) => Scalar.Of((double)x.AsDecimal),
        _ => throw new NotSupportedException($"{x.Kind} to {convert.Kind}"),
    };
}
