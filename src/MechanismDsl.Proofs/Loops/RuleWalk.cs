using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Proofs.Loops;

/// <summary>Everything that stands in a rule.</summary>
internal static class RuleWalk
{
    /// <summary>The fixed values that are written in a rule, each once.</summary>
    public static IReadOnlyCollection<Scalar> Literals(Rule rule)
    {
        var literals = new HashSet<Scalar>();
        Visit(rule.Body, expression =>
        {
            if (expression is Expression.Constant constant)
            {
                literals.Add(constant.Value);
            }
        });
        return literals;
    }

    /// <summary>The numbers of the variables that an instruction reads.</summary>
    public static void Reads(Statement statement, HashSet<int> into) => Visit(statement, expression => Note(expression, into), array => Note(array, into));

    /// <summary>The numbers of the variables that an expression reads.</summary>
    public static void Reads(Expression expression, HashSet<int> into) => Visit(expression, part => Note(part, into), array => Note(array, into));

    /// <summary>The statements and all that stand inside them, from outside to inside.</summary>
    public static IEnumerable<Statement> Statements(IEnumerable<Statement> body) => body.SelectMany(statement => Statements(statement switch
    {
        Statement.If choice => choice.Then.Concat(choice.Else),
        Statement.Loop loop => loop.Body,
        Statement.Block block => block.Body,
        _ => [],
    }).Prepend(statement));

    private static void Note(Expression expression, HashSet<int> into)
    {
        if (expression is Expression.Read read)
        {
            into.Add(read.Variable.Index);
        }
    }

    private static void Note(ArrayExpression array, HashSet<int> into)
    {
        if (array is ArrayExpression.Read read)
        {
            into.Add(read.Variable.Index);
        }
    }

    private static void Visit(EquatableArray<Statement> body, Action<Expression> see)
    {
        foreach (var statement in body)
        {
            Visit(statement, see, _ => { });
        }
    }

    private static void Visit(Statement statement, Action<Expression> see, Action<ArrayExpression> seeArray)
    {
        switch (statement)
        {
            case Statement.Assign assign:
                Visit(assign.Value, see, seeArray);
                break;
            case Statement.Refer refer:
                Visit(refer.Array, see, seeArray);
                break;
            case Statement.Store store:
                Visit(store.Array, see, seeArray);
                Visit(store.Index, see, seeArray);
                Visit(store.Value, see, seeArray);
                break;
            case Statement.If choice:
                Visit(choice.Test, see, seeArray);
                Visit(choice.Then, see);
                Visit(choice.Else, see);
                break;
            case Statement.Loop loop:
                Visit(loop.Body, see);
                break;
            case Statement.Block block:
                Visit(block.Body, see);
                break;
        }
    }

    private static void Visit(Expression expression, Action<Expression> see, Action<ArrayExpression> seeArray)
    {
        see(expression);
        switch (expression)
        {
            case Expression.Element element:
                Visit(element.Array, see, seeArray);
                Visit(element.Index, see, seeArray);
                break;
            case Expression.Length length:
                Visit(length.Array, see, seeArray);
                break;
            case Expression.Unary unary:
                Visit(unary.Operand, see, seeArray);
                break;
            case Expression.Binary binary:
                Visit(binary.Left, see, seeArray);
                Visit(binary.Right, see, seeArray);
                break;
            case Expression.Convert convert:
                Visit(convert.Operand, see, seeArray);
                break;
            case Expression.Conditional choice:
                Visit(choice.Test, see, seeArray);
                Visit(choice.WhenTrue, see, seeArray);
                Visit(choice.WhenFalse, see, seeArray);
                break;
        }
    }

    private static void Visit(ArrayExpression array, Action<Expression> see, Action<ArrayExpression> seeArray)
    {
        seeArray(array);
        switch (array)
        {
            case ArrayExpression.Zeros zeros:
                Visit(zeros.Length, see, seeArray);
                break;
            case ArrayExpression.Copy copy:
                Visit(copy.Source, see, seeArray);
                break;
            case ArrayExpression.Elements elements:
                foreach (var item in elements.Items)
                {
                    Visit(item, see, seeArray);
                }

                break;
        }
    }
}
