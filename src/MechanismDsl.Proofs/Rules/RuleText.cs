using System.Globalization;
using System.Text;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Proofs.Rules;

/// <summary>Writes a rule as text in prefix form. The text omits names and places in the source, so it is the same for methods that mean the same.</summary>
internal sealed class RuleText
{
    private readonly StringBuilder _text = new();

    /// <summary>The canonical text of a rule.</summary>
    public static string Of(Rule rule)
    {
        var writer = new RuleText();
        writer.Write("(rule");
        foreach (var parameter in rule.Parameters)
        {
            writer.Write(" (").Write(parameter.Role.ToString()).Write(" ").Write(parameter.Variable).Write(")");
        }

        writer.Write(rule.Body).Write(" ").Write(rule.Result).Write(")");
        return writer._text.ToString();
    }

    private RuleText Write(string text)
    {
        _text.Append(text);
        return this;
    }

    private RuleText Write(int number) => Write(number.ToString(CultureInfo.InvariantCulture));

    private RuleText Write(Variable variable) => Write(variable.IsArray ? "a" : "v").Write(variable.Index).Write(":").Write(variable.Kind.ToString());

    private RuleText Write(EquatableArray<Statement> body)
    {
        Write(" {");
        foreach (var statement in body)
        {
            Write(statement);
        }

        return Write("}");
    }

    private void Write(Statement statement) => _ = statement switch
    {
        Statement.Assign assign => Write("(= ").Write(assign.Target).Write(" ").Write(assign.Value).Write(")"),
        Statement.Refer refer => Write("(& ").Write(refer.Target).Write(" ").Write(refer.Array).Write(")"),
        Statement.Store store => Write("([]= ").Write(store.Array).Write(" ").Write(store.Index).Write(" ").Write(store.Value).Write(")"),
        Statement.If choice => Write("(if ").Write(choice.Test).Write(choice.Then).Write(choice.Else).Write(")"),
        Statement.Loop loop => Write("(loop").Write(loop.Body).Write(")"),
        Statement.Block block => Write("(block ").Write(block.Label).Write(block.Body).Write(")"),
        Statement.Leave leave => Write("(leave ").Write(leave.Label).Write(")"),
        Statement.Fail fail => Write("(fail ").Write(fail.Exception).Write(")"),
        _ => throw new ArgumentOutOfRangeException(nameof(statement)),
    };

    private RuleText Write(Expression expression) => expression switch
    {
        Expression.Constant constant => Write(constant.Value.ToString()),
        Expression.Read read => Write(read.Variable),
        Expression.Element element => Write("([] ").Write(element.Array).Write(" ").Write(element.Index).Write(")"),
        Expression.Length length => Write("(length ").Write(length.Array).Write(")"),
        Expression.Unary unary => Head(unary.Operation.ToString(), unary.IsChecked).Write(unary.Operand).Write(")"),
        Expression.Binary binary => Head(binary.Operation.ToString(), binary.IsChecked).Write(binary.Left).Write(" ").Write(binary.Right).Write(")"),
        Expression.Convert convert => Head(convert.Kind.ToString(), convert.IsChecked).Write(convert.Operand).Write(")"),
        Expression.Conditional choice => Write("(? ").Write(choice.Test).Write(" ").Write(choice.WhenTrue).Write(" ").Write(choice.WhenFalse).Write(")"),
        _ => throw new ArgumentOutOfRangeException(nameof(expression)),
    };

    private RuleText Head(string operation, bool isChecked) => Write("(").Write(operation).Write(isChecked ? "! " : " ");

    private RuleText Write(ArrayExpression array)
    {
        switch (array)
        {
            case ArrayExpression.Read read:
                return Write(read.Variable);
            case ArrayExpression.Zeros zeros:
                return Write("(zeros ").Write(zeros.Kind.ToString()).Write(" ").Write(zeros.Length).Write(")");
            case ArrayExpression.Copy copy:
                return Write("(copy ").Write(copy.Source).Write(")");
            case ArrayExpression.Table table:
                Write("(table ").Write(table.Kind.ToString());
                foreach (var value in table.Values)
                {
                    Write(" ").Write(value.ToString());
                }

                return Write(")");
            case ArrayExpression.Elements elements:
                Write("(elements ").Write(elements.Kind.ToString());
                foreach (var item in elements.Items)
                {
                    Write(" ").Write(item);
                }

                return Write(")");
            default:
                throw new ArgumentOutOfRangeException(nameof(array));
        }
    }
}
