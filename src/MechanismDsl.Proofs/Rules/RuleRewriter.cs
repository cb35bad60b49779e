using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Proofs.Rules;

/// <summary>
/// Writes the parts of a rule anew, from outside to inside and in the order of the text. As it stands it copies; whoever derives from it says what
/// becomes of variables, labels and places, or of whole statements and expressions.
/// </summary>
public abstract class RuleRewriter
{
    /// <summary>The statements, rewritten.</summary>
    public EquatableArray<Statement> Rewrite(IEnumerable<Statement> statements) => statements.SelectMany(Rewrite).ToEquatableArray();

    /// <summary>What stands for a variable.</summary>
    protected virtual Variable Rewrite(Variable variable) => variable;

    /// <summary>What stands for a label.</summary>
    protected virtual int Label(int label) => label;

    /// <summary>What stands for a place in the source.</summary>
    protected virtual int Site(int site) => site;

    /// <summary>The statements that stand for one.</summary>
    protected virtual IEnumerable<Statement> Rewrite(Statement statement)
    {
        var site = Site(statement.Site);
        return
        [
            statement switch
            {
                Statement.Assign assign => new Statement.Assign(Rewrite(assign.Target), Rewrite(assign.Value), site),
                Statement.Refer refer => new Statement.Refer(Rewrite(refer.Target), Rewrite(refer.Array), site),
                Statement.Store store => new Statement.Store(Rewrite(store.Array), Rewrite(store.Index), Rewrite(store.Value), site),
                Statement.If choice => new Statement.If(Rewrite(choice.Test), Rewrite(choice.Then), Rewrite(choice.Else), site),
                Statement.Loop loop => new Statement.Loop(Rewrite(loop.Body), site),
                Statement.Block block => new Statement.Block(Label(block.Label), Rewrite(block.Body), site),
                Statement.Leave leave => new Statement.Leave(Label(leave.Label), site),
                Statement.Fail fail => new Statement.Fail(fail.Exception, site),
                _ => throw new ArgumentOutOfRangeException(nameof(statement)),
            },
        ];
    }

    /// <summary>What stands for an expression.</summary>
    protected virtual Expression Rewrite(Expression expression)
    {
        var site = Site(expression.Site);
        return expression switch
        {
            Expression.Constant constant => new Expression.Constant(constant.Value, site),
            Expression.Read read => new Expression.Read(Rewrite(read.Variable), site),
            Expression.Element element => new Expression.Element(Rewrite(element.Array), Rewrite(element.Index), site),
            Expression.Length length => new Expression.Length(Rewrite(length.Array), site),
            Expression.Unary unary => new Expression.Unary(unary.Operation, Rewrite(unary.Operand), unary.IsChecked, site),
            Expression.Binary binary => new Expression.Binary(binary.Operation, Rewrite(binary.Left), Rewrite(binary.Right), binary.IsChecked, site),
            Expression.Convert convert => new Expression.Convert(convert.Kind, Rewrite(convert.Operand), convert.IsChecked, site),
            Expression.Conditional choice => new Expression.Conditional(Rewrite(choice.Test), Rewrite(choice.WhenTrue), Rewrite(choice.WhenFalse), site),
            _ => throw new ArgumentOutOfRangeException(nameof(expression)),
        };
    }

    /// <summary>What stands for an array.</summary>
    protected virtual ArrayExpression Rewrite(ArrayExpression array)
    {
        var site = Site(array.Site);
        return array switch
        {
            ArrayExpression.Read read => new ArrayExpression.Read(Rewrite(read.Variable), site),
            ArrayExpression.Zeros zeros => new ArrayExpression.Zeros(zeros.Kind, Rewrite(zeros.Length), site),
            ArrayExpression.Elements elements => new ArrayExpression.Elements(elements.Kind, elements.Items.Select(Rewrite).ToEquatableArray(), site),
            ArrayExpression.Table table => new ArrayExpression.Table(table.Kind, table.Values, site),
            ArrayExpression.Copy copy => new ArrayExpression.Copy(Rewrite(copy.Source), site),
            _ => throw new ArgumentOutOfRangeException(nameof(array)),
        };
    }
}
