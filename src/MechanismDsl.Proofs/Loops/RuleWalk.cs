using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Proofs.Loops;

/// <summary>Everything that stands in a rule.</summary>
internal static class RuleWalk
{
    /// <summary>The fixed values that are written in a rule, each once; those of tables are not among them.</summary>
    public static IReadOnlyCollection<Scalar> Literals(Rule rule)
    {
        var literals = new HashSet<Scalar>();
        Visit(
            rule.Body,
            expression =>
            {
                if (expression is Expression.Constant constant)
                {
                    literals.Add(constant.Value);
                }
            },
            _ => { });
        return literals;
    }

    /// <summary>The values of the tables of a rule, each once.</summary>
    public static IReadOnlyCollection<Scalar> TableValues(Rule rule)
    {
        var values = new HashSet<Scalar>();
        Visit(
            rule.Body,
            _ => { },
            array =>
            {
                if (array is ArrayExpression.Table table)
                {
                    values.UnionWith(table.Values);
                }
            });
        return values;
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

    /// <summary>The loops, inner ones first: the block that each is alone in, and what stands before that block in its list.</summary>
    public static IEnumerable<(Statement.Block Block, Statement.Loop Loop, IReadOnlyList<Statement> Before)> Loops(IReadOnlyList<Statement> body)
    {
        for (var place = 0; place < body.Count; place++)
        {
            var inner = body[place] switch
            {
                Statement.If choice => Loops(choice.Then).Concat(Loops(choice.Else)),
                Statement.Loop loop => Loops(loop.Body),
                Statement.Block block => Loops(block.Body),
                _ => [],
            };
            foreach (var found in inner)
            {
                yield return found;
            }

            if (body[place] is Statement.Block { Body: [Statement.Loop only] } around)
            {
                yield return (around, only, [.. body.Take(place)]);
            }
        }
    }

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

    private static void Visit(EquatableArray<Statement> body, Action<Expression> see, Action<ArrayExpression> seeArray)
    {
        foreach (var statement in body)
        {
            Visit(statement, see, seeArray);
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
                Visit(choice.Then, see, seeArray);
                Visit(choice.Else, see, seeArray);
                break;
            case Statement.Loop loop:
                Visit(loop.Body, see, seeArray);
                break;
            case Statement.Block block:
                Visit(block.Body, see, seeArray);
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
