using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Proofs.Terms;

/// <summary>Writes terms as C# would, for messages.</summary>
/// <param name="nameOf">The name of an input as its author calls it.</param>
internal sealed class TermWords(Func<Term.Symbol, string> nameOf)
{
    private const int Longest = 90;

    /// <summary>The text of a term; null if it would be too long to be read.</summary>
    public string? Of(Term term) => Write(term, isPart: false) is { Length: <= Longest } text ? text : null;

    private string Write(Term term, bool isPart)
    {
        switch (term)
        {
            case Term.Symbol symbol:
                return nameOf(symbol);
            case Term.Constant { Kind: ScalarKind.Double or ScalarKind.Decimal } constant:
                return NumberText.Exact(constant.Value.ToNumber());
            case Term.Constant constant:
                return constant.Value.ToString().TrimEnd('L');
            case Term.Unary { Operation: UnaryOperation.Negate } negated:
                return "-" + Write(negated.Operand, isPart: true);
            case Term.Unary { Operation: UnaryOperation.Single } single:
                return "(float)" + Write(single.Operand, isPart: true);
            case Term.Unary unary:
                return $"Math.{unary.Operation}({Write(unary.Operand, isPart: false)})";
            case Term.Convert { Kind: ScalarKind.Double, Operand.Kind: not ScalarKind.Decimal } widened:
                return Write(widened.Operand, isPart);
            case Term.Convert convert:
                return $"({TypeOf(convert.Kind)}){Write(convert.Operand, isPart: true)}";
            case Term.Binary binary when SignOf(binary.Operation) is { } sign:
                var text = $"{Write(binary.Left, IsWeaker(binary.Left, binary))} {sign} {Write(binary.Right, isPart: true)}";
                return isPart ? $"({text})" : text;
            case Term.Binary binary:
                return $"Math.{(binary.Operation.IsRounding() ? "Round" : binary.Operation.ToString())}({Write(binary.Left, isPart: false)}, {Write(binary.Right, isPart: false)}{ModeOf(binary.Operation)})";
            default:
                return term.ToString();
        }
    }

    // a · b · c and a + b − c need no brackets on the left.
    private static bool IsWeaker(Term part, Term.Binary whole) => part is not Term.Binary binary || Level(binary.Operation) != Level(whole.Operation) || Level(whole.Operation) == 0;

    private static int Level(BinaryOperation operation) => operation switch
    {
        BinaryOperation.Add or BinaryOperation.Subtract => 1,
        BinaryOperation.Multiply or BinaryOperation.Divide => 2,
        _ => 0,
    };

    private static string? SignOf(BinaryOperation operation) => operation switch
    {
        BinaryOperation.Add => "+",
        BinaryOperation.Subtract => "-",
        BinaryOperation.Multiply => "*",
        BinaryOperation.Divide => "/",
        BinaryOperation.Remainder => "%",
        BinaryOperation.And => "&",
        BinaryOperation.Or => "|",
        BinaryOperation.Xor => "^",
        _ => null,
    };

    private static string ModeOf(BinaryOperation operation) => operation switch
    {
        BinaryOperation.RoundAwayTo => ", MidpointRounding.AwayFromZero",
        BinaryOperation.TruncateTo => ", MidpointRounding.ToZero",
        BinaryOperation.FloorTo => ", MidpointRounding.ToNegativeInfinity",
        BinaryOperation.CeilingTo => ", MidpointRounding.ToPositiveInfinity",
        _ => "",
    };

    private static string TypeOf(ScalarKind kind) => kind switch
    {
        ScalarKind.Int32 => "int",
        ScalarKind.Int64 => "long",
        ScalarKind.Decimal => "decimal",
        ScalarKind.Double => "double",
        _ => "bool",
    };
}
