using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Tests.Rules;

namespace MechanismDsl.Proofs.Tests.Evaluation;

/// <summary>The C# operators and functions that the nodes of a rule stand for, as delegates of the same operands.</summary>
internal static class CSharpSemantics
{
    public static readonly Dictionary<string, (BinaryOperation Operation, ScalarKind Kind, bool IsChecked, Func<Scalar, Scalar, Scalar> Value)> Binary = [];

    public static readonly Dictionary<string, (UnaryOperation Operation, ScalarKind Kind, bool IsChecked, Func<Scalar, Scalar> Value)> Unary = [];

    public static readonly Dictionary<string, (ScalarKind From, ScalarKind To, bool IsChecked, Func<Scalar, Scalar> Value)> Conversions = [];

    static CSharpSemantics()
    {
        Doubles();
        Decimals();
        Ints();
        Longs();
        Booleans();
        Convert();
    }

    public static (Func<Ex[], Ex> Build, ScalarKind[] Kinds, Func<Scalar[], Scalar> Value) Find(string name)
    {
        if (Binary.TryGetValue(name, out var two))
        {
            return (operands => Ex.Binary(two.Operation, operands[0], operands[1], two.IsChecked), [two.Kind, two.Kind], operands => two.Value(operands[0], operands[1]));
        }

        if (Unary.TryGetValue(name, out var one))
        {
            return (operands => Ex.Unary(one.Operation, operands[0], one.IsChecked), [one.Kind], operands => one.Value(operands[0]));
        }

        var conversion = Conversions[name];
        return (operands => operands[0].To(conversion.To, conversion.IsChecked), [conversion.From], operands => conversion.Value(operands[0]));
    }

    public static (Scalar Value, string? Failure) Run(Func<Scalar[], Scalar> function, Scalar[] operands)
    {
        try
        {
            return (function(operands), null);
        }
        catch (ArithmeticException exception)
        {
            // OverflowException and DivideByZeroException derive from it.
            return (default, exception.GetType().Name);
        }
        catch (ArgumentOutOfRangeException)
        {
            return (default, nameof(ArgumentOutOfRangeException));
        }
    }

    /// <summary>The same bits; all NaNs are one, because no rule can tell them apart.</summary>
    public static bool AreSame(Scalar expected, Scalar computed) =>
        expected == computed || (expected.Kind == ScalarKind.Double && computed.Kind == ScalarKind.Double && double.IsNaN(expected.AsDouble) && double.IsNaN(computed.AsDouble));

    private static void Add(BinaryOperation operation, ScalarKind kind, Func<Scalar, Scalar, Scalar> value, bool isChecked = false) =>
        Binary.Add($"{operation}{(isChecked ? "Checked" : "")} {kind}", (operation, kind, isChecked, value));

    private static void Add(UnaryOperation operation, ScalarKind kind, Func<Scalar, Scalar> value, bool isChecked = false) =>
        Unary.Add($"{operation}{(isChecked ? "Checked" : "")} {kind}", (operation, kind, isChecked, value));

    private static void Add(ScalarKind from, ScalarKind to, Func<Scalar, Scalar> value, bool isChecked = false) =>
        Conversions.Add($"{from} to {to}{(isChecked ? " checked" : "")}", (from, to, isChecked, value));

    private static void Doubles()
    {
        void Two(BinaryOperation operation, Func<double, double, double> value) => Add(operation, ScalarKind.Double, (a, b) => Scalar.Of(value(a.AsDouble, b.AsDouble)));
        void Test(BinaryOperation operation, Func<double, double, bool> value) => Add(operation, ScalarKind.Double, (a, b) => Scalar.Of(value(a.AsDouble, b.AsDouble)));
        void One(UnaryOperation operation, Func<double, double> value) => Add(operation, ScalarKind.Double, a => Scalar.Of(value(a.AsDouble)));

        Two(BinaryOperation.Add, (a, b) => a + b);
        Two(BinaryOperation.Subtract, (a, b) => a - b);
        Two(BinaryOperation.Multiply, (a, b) => a * b);
        Two(BinaryOperation.Divide, (a, b) => a / b);
        Two(BinaryOperation.Remainder, (a, b) => a % b);
        Two(BinaryOperation.Min, Math.Min);
        Two(BinaryOperation.Max, Math.Max);
        Two(BinaryOperation.Pow, Math.Pow);
        Test(BinaryOperation.Less, (a, b) => a < b);
        Test(BinaryOperation.LessOrEqual, (a, b) => a <= b);
        Test(BinaryOperation.Equal, (a, b) => a == b);
        Test(BinaryOperation.NotEqual, (a, b) => a != b);
        One(UnaryOperation.Negate, a => -a);
        One(UnaryOperation.Abs, Math.Abs);
        One(UnaryOperation.Sqrt, Math.Sqrt);
        One(UnaryOperation.Exp, Math.Exp);
        One(UnaryOperation.Log, Math.Log);
        One(UnaryOperation.Floor, Math.Floor);
        One(UnaryOperation.Ceiling, Math.Ceiling);
        One(UnaryOperation.Round, Math.Round);
        One(UnaryOperation.Truncate, Math.Truncate);
        One(UnaryOperation.Cbrt, Math.Cbrt);
        One(UnaryOperation.Single, a => (float)a);
        One(UnaryOperation.Log2, Math.Log2);
        One(UnaryOperation.Log10, Math.Log10);
        One(UnaryOperation.Sinh, Math.Sinh);
        One(UnaryOperation.Cosh, Math.Cosh);
        One(UnaryOperation.Tanh, Math.Tanh);
        One(UnaryOperation.Asinh, Math.Asinh);
        One(UnaryOperation.Acosh, Math.Acosh);
        One(UnaryOperation.Atanh, Math.Atanh);
        One(UnaryOperation.Sin, Math.Sin);
        One(UnaryOperation.Cos, Math.Cos);
        One(UnaryOperation.Tan, Math.Tan);
        One(UnaryOperation.Asin, Math.Asin);
        One(UnaryOperation.Acos, Math.Acos);
        One(UnaryOperation.Atan, Math.Atan);
        Add(UnaryOperation.Sign, ScalarKind.Double, a => Scalar.Of(Math.Sign(a.AsDouble)));
    }

    private static void Decimals()
    {
        void Two(BinaryOperation operation, Func<decimal, decimal, decimal> value) => Add(operation, ScalarKind.Decimal, (a, b) => Scalar.Of(value(a.AsDecimal, b.AsDecimal)));
        void Test(BinaryOperation operation, Func<decimal, decimal, bool> value) => Add(operation, ScalarKind.Decimal, (a, b) => Scalar.Of(value(a.AsDecimal, b.AsDecimal)));
        void One(UnaryOperation operation, Func<decimal, decimal> value) => Add(operation, ScalarKind.Decimal, a => Scalar.Of(value(a.AsDecimal)));

        Two(BinaryOperation.Add, (a, b) => a + b);
        Two(BinaryOperation.Subtract, (a, b) => a - b);
        Two(BinaryOperation.Multiply, (a, b) => a * b);
        Two(BinaryOperation.Divide, (a, b) => a / b);
        Two(BinaryOperation.Remainder, (a, b) => a % b);
        void Rounding(BinaryOperation operation, MidpointRounding mode) => Two(operation, (a, b) => b is < 0 or > 28 ? throw new ArgumentOutOfRangeException(nameof(b)) : decimal.Round(a, (int)b, mode));
        Rounding(BinaryOperation.RoundTo, MidpointRounding.ToEven);
        Rounding(BinaryOperation.RoundAwayTo, MidpointRounding.AwayFromZero);
        Rounding(BinaryOperation.TruncateTo, MidpointRounding.ToZero);
        Rounding(BinaryOperation.FloorTo, MidpointRounding.ToNegativeInfinity);
        Rounding(BinaryOperation.CeilingTo, MidpointRounding.ToPositiveInfinity);
        Two(BinaryOperation.Min, Math.Min);
        Two(BinaryOperation.Max, Math.Max);
        Test(BinaryOperation.Less, (a, b) => a < b);
        Test(BinaryOperation.LessOrEqual, (a, b) => a <= b);
        Test(BinaryOperation.Equal, (a, b) => a == b);
        Test(BinaryOperation.NotEqual, (a, b) => a != b);
        One(UnaryOperation.Negate, a => -a);
        One(UnaryOperation.Abs, Math.Abs);
        One(UnaryOperation.Floor, Math.Floor);
        One(UnaryOperation.Ceiling, Math.Ceiling);
        One(UnaryOperation.Round, Math.Round);
        One(UnaryOperation.Truncate, Math.Truncate);
        Add(UnaryOperation.Sign, ScalarKind.Decimal, a => Scalar.Of(Math.Sign(a.AsDecimal)));
    }

    private static void Ints()
    {
        void Two(BinaryOperation operation, Func<int, int, int> value, bool isChecked = false) => Add(operation, ScalarKind.Int32, (a, b) => Scalar.Of(value((int)a.AsInteger, (int)b.AsInteger)), isChecked);
        void Test(BinaryOperation operation, Func<int, int, bool> value) => Add(operation, ScalarKind.Int32, (a, b) => Scalar.Of(value((int)a.AsInteger, (int)b.AsInteger)));
        void One(UnaryOperation operation, Func<int, int> value, bool isChecked = false) => Add(operation, ScalarKind.Int32, a => Scalar.Of(value((int)a.AsInteger)), isChecked);

        Two(BinaryOperation.Add, (a, b) => unchecked(a + b));
        Two(BinaryOperation.Subtract, (a, b) => unchecked(a - b));
        Two(BinaryOperation.Multiply, (a, b) => unchecked(a * b));
        Two(BinaryOperation.Add, (a, b) => checked(a + b), isChecked: true);
        Two(BinaryOperation.Subtract, (a, b) => checked(a - b), isChecked: true);
        Two(BinaryOperation.Multiply, (a, b) => checked(a * b), isChecked: true);
        Two(BinaryOperation.Divide, (a, b) => a / b);
        Two(BinaryOperation.Remainder, (a, b) => a % b);
        Two(BinaryOperation.Min, Math.Min);
        Two(BinaryOperation.Max, Math.Max);
        Two(BinaryOperation.And, (a, b) => a & b);
        Two(BinaryOperation.Or, (a, b) => a | b);
        Two(BinaryOperation.Xor, (a, b) => a ^ b);
        Test(BinaryOperation.Less, (a, b) => a < b);
        Test(BinaryOperation.LessOrEqual, (a, b) => a <= b);
        Test(BinaryOperation.Equal, (a, b) => a == b);
        Test(BinaryOperation.NotEqual, (a, b) => a != b);
        One(UnaryOperation.Negate, a => unchecked(-a));
        One(UnaryOperation.Negate, a => checked(-a), isChecked: true);
        One(UnaryOperation.Abs, Math.Abs);
        One(UnaryOperation.Sign, Math.Sign);
    }

    private static void Longs()
    {
        void Two(BinaryOperation operation, Func<long, long, long> value, bool isChecked = false) => Add(operation, ScalarKind.Int64, (a, b) => Scalar.Of(value(a.AsInteger, b.AsInteger)), isChecked);
        void Test(BinaryOperation operation, Func<long, long, bool> value) => Add(operation, ScalarKind.Int64, (a, b) => Scalar.Of(value(a.AsInteger, b.AsInteger)));
        void One(UnaryOperation operation, Func<long, long> value, bool isChecked = false) => Add(operation, ScalarKind.Int64, a => Scalar.Of(value(a.AsInteger)), isChecked);

        Two(BinaryOperation.Add, (a, b) => unchecked(a + b));
        Two(BinaryOperation.Subtract, (a, b) => unchecked(a - b));
        Two(BinaryOperation.Multiply, (a, b) => unchecked(a * b));
        Two(BinaryOperation.Add, (a, b) => checked(a + b), isChecked: true);
        Two(BinaryOperation.Subtract, (a, b) => checked(a - b), isChecked: true);
        Two(BinaryOperation.Multiply, (a, b) => checked(a * b), isChecked: true);
        Two(BinaryOperation.Divide, (a, b) => a / b);
        Two(BinaryOperation.Remainder, (a, b) => a % b);
        Two(BinaryOperation.Min, Math.Min);
        Two(BinaryOperation.Max, Math.Max);
        Two(BinaryOperation.And, (a, b) => a & b);
        Two(BinaryOperation.Or, (a, b) => a | b);
        Two(BinaryOperation.Xor, (a, b) => a ^ b);
        Test(BinaryOperation.Less, (a, b) => a < b);
        Test(BinaryOperation.LessOrEqual, (a, b) => a <= b);
        Test(BinaryOperation.Equal, (a, b) => a == b);
        Test(BinaryOperation.NotEqual, (a, b) => a != b);
        One(UnaryOperation.Negate, a => unchecked(-a));
        One(UnaryOperation.Negate, a => checked(-a), isChecked: true);
        One(UnaryOperation.Abs, Math.Abs);
        Add(UnaryOperation.Sign, ScalarKind.Int64, a => Scalar.Of(Math.Sign(a.AsInteger)));
    }

    private static void Booleans()
    {
        void Two(BinaryOperation operation, Func<bool, bool, bool> value) => Add(operation, ScalarKind.Boolean, (a, b) => Scalar.Of(value(a.AsBoolean, b.AsBoolean)));

        Two(BinaryOperation.And, (a, b) => a & b);
        Two(BinaryOperation.Or, (a, b) => a | b);
        Two(BinaryOperation.Xor, (a, b) => a ^ b);
        Two(BinaryOperation.Equal, (a, b) => a == b);
        Two(BinaryOperation.NotEqual, (a, b) => a != b);
        Add(UnaryOperation.Not, ScalarKind.Boolean, a => Scalar.Of(!a.AsBoolean));
    }

    private static void Convert()
    {
        Add(ScalarKind.Int32, ScalarKind.Int64, a => Scalar.Of((long)(int)a.AsInteger));
        Add(ScalarKind.Int32, ScalarKind.Double, a => Scalar.Of((double)(int)a.AsInteger));
        Add(ScalarKind.Int32, ScalarKind.Decimal, a => Scalar.Of((decimal)(int)a.AsInteger));
        Add(ScalarKind.Int64, ScalarKind.Int32, a => Scalar.Of(unchecked((int)a.AsInteger)));
        Add(ScalarKind.Int64, ScalarKind.Int32, a => Scalar.Of(checked((int)a.AsInteger)), isChecked: true);
        Add(ScalarKind.Int64, ScalarKind.Double, a => Scalar.Of((double)a.AsInteger));
        Add(ScalarKind.Int64, ScalarKind.Decimal, a => Scalar.Of((decimal)a.AsInteger));
        Add(ScalarKind.Double, ScalarKind.Double, a => a);
        Add(ScalarKind.Double, ScalarKind.Int32, a => Scalar.Of(unchecked((int)a.AsDouble)));
        Add(ScalarKind.Double, ScalarKind.Int32, a => Scalar.Of(checked((int)a.AsDouble)), isChecked: true);
        Add(ScalarKind.Double, ScalarKind.Int64, a => Scalar.Of(unchecked((long)a.AsDouble)));
        Add(ScalarKind.Double, ScalarKind.Int64, a => Scalar.Of(checked((long)a.AsDouble)), isChecked: true);
        Add(ScalarKind.Double, ScalarKind.Decimal, a => Scalar.Of((decimal)a.AsDouble));
        Add(ScalarKind.Decimal, ScalarKind.Int32, a => Scalar.Of((int)a.AsDecimal));
        Add(ScalarKind.Decimal, ScalarKind.Int64, a => Scalar.Of((long)a.AsDecimal));
        Add(ScalarKind.Decimal, ScalarKind.Double, a => Scalar.Of((double)a.AsDecimal));
    }
}
