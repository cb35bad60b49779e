using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Priors;

public abstract partial record Formula
{
    /// <summary>The formula as C# writes it, with <c>v</c> for the argument.</summary>
    public sealed override string ToString() => FormulaText.Write(this);

    /// <summary>The formula as a C# expression of an argument with this name; parameters by their names.</summary>
    public string ToString(string argument) => FormulaText.Write(this, argument);
}

/// <summary>Formulas as C# expressions, with no more parentheses than the order of the operations needs.</summary>
internal static class FormulaText
{
    private const int ConditionalLevel = 0;
    private const int OrLevel = 1;
    private const int AndLevel = 2;
    private const int EqualityLevel = 3;
    private const int RelationLevel = 4;
    private const int SumLevel = 5;
    private const int ProductLevel = 6;
    private const int UnaryLevel = 7;
    private const int AtomLevel = 8;

    public static string Write(Formula formula, string argument = "v") => Parts(formula, argument).Text;

    public static string Write(Condition condition, string argument = "v") => Parts(condition, argument).Text;

    private static (string Text, int Level) Parts(Formula formula, string argument) => formula switch
    {
        Formula.Constant constant => Number(constant.Value),
        Formula.Variable => (argument, AtomLevel),
        Formula.Parameter parameter => (parameter.Name, AtomLevel),
        Formula.Unary { Operator: UnaryOperator.Negate } unary => ($"-{Enclosed(unary.Operand, AtomLevel, argument)}", UnaryLevel),
        Formula.Unary unary => ($"Math.{unary.Operator}({Write(unary.Operand, argument)})", AtomLevel),
        Formula.Binary binary => Parts(binary, argument),
        Formula.Conditional conditional => (
            $"{Enclosed(conditional.Test, OrLevel, argument)} ? {Enclosed(conditional.Then, OrLevel, argument)} : {Enclosed(conditional.Else, ConditionalLevel, argument)}",
            ConditionalLevel),
        _ => throw new InvalidOperationException($"unknown formula {formula.GetType().Name}"),
    };

    private static (string Text, int Level) Parts(Formula.Binary binary, string argument)
    {
        var (sign, level) = binary.Operator switch
        {
            BinaryOperator.Add => ("+", SumLevel),
            BinaryOperator.Subtract => ("-", SumLevel),
            BinaryOperator.Multiply => ("*", ProductLevel),
            BinaryOperator.Divide => ("/", ProductLevel),
            _ => (string.Empty, AtomLevel),
        };
        return level == AtomLevel
            ? ($"Math.{binary.Operator}({Write(binary.Left, argument)}, {Write(binary.Right, argument)})", AtomLevel)
            : ($"{Enclosed(binary.Left, level, argument)} {sign} {Enclosed(binary.Right, level + 1, argument)}", level);
    }

    private static (string Text, int Level) Parts(Condition condition, string argument) => condition switch
    {
        Condition.Compare compare => Parts(compare, argument),
        Condition.And and => ($"{Enclosed(and.Left, AndLevel, argument)} && {Enclosed(and.Right, AndLevel + 1, argument)}", AndLevel),
        Condition.Or or => ($"{Enclosed(or.Left, OrLevel, argument)} || {Enclosed(or.Right, OrLevel + 1, argument)}", OrLevel),
        Condition.Not not => ($"!({Write(not.Operand, argument)})", UnaryLevel),
        _ => throw new InvalidOperationException($"unknown condition {condition.GetType().Name}"),
    };

    private static (string Text, int Level) Parts(Condition.Compare compare, string argument)
    {
        var (sign, level) = compare.Operator switch
        {
            Comparison.Less => ("<", RelationLevel),
            Comparison.LessOrEqual => ("<=", RelationLevel),
            Comparison.Greater => (">", RelationLevel),
            Comparison.GreaterOrEqual => (">=", RelationLevel),
            Comparison.Equal => ("==", EqualityLevel),
            _ => ("!=", EqualityLevel),
        };
        return ($"{Enclosed(compare.Left, SumLevel, argument)} {sign} {Enclosed(compare.Right, SumLevel, argument)}", level);
    }

    private static (string Text, int Level) Number(double value)
    {
        var text = NumberText.Exact(value, asDouble: true);
        return (text, text[0] == '-' ? UnaryLevel : AtomLevel);
    }

    private static string Enclosed(Formula formula, int level, string argument) => Enclosed(Parts(formula, argument), level);

    private static string Enclosed(Condition condition, int level, string argument) => Enclosed(Parts(condition, argument), level);

    private static string Enclosed((string Text, int Level) part, int level) => part.Level < level ? $"({part.Text})" : part.Text;
}
