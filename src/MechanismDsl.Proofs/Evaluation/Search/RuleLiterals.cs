using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Proofs.Evaluation;

/// <summary>The numbers that stand in rules: what people get wrong, they get wrong there.</summary>
internal sealed class RuleLiterals
{
    // Smaller integers are indices and counters nearly always; as numbers they are looked at anyway, because they are round.
    private const int SmallestInteger = 4;

    private readonly SortedSet<double> _numbers = [];

    private RuleLiterals() { }

    /// <summary>The finite numbers in all rules of a system, ascending, each once, without the small integers of loops.</summary>
    public static double[] Of(RuleSystem system)
    {
        var literals = new RuleLiterals();
        foreach (var rule in new[] { system.Score, system.Allocation, system.Payment })
        {
            literals.Visit(rule?.Body ?? []);
        }

        return [.. literals._numbers];
    }

    private void Add(Scalar value)
    {
        var number = value.ToNumber();
        var isIndex = value.Kind is ScalarKind.Int32 or ScalarKind.Int64 && Math.Abs(number) < SmallestInteger;
        if (value.Kind != ScalarKind.Boolean && !isIndex && Failures.OfNumber(number) is null)
        {
            _numbers.Add(number);
        }
    }

    private void Visit(EquatableArray<Statement> statements)
    {
        foreach (var statement in statements)
        {
            Visit(statement);
        }
    }

    private void Visit(Statement statement)
    {
        switch (statement)
        {
            case Statement.Assign assign:
                Visit(assign.Value);
                break;
            case Statement.Refer refer:
                Visit(refer.Array);
                break;
            case Statement.Store store:
                Visit(store.Array);
                Visit(store.Index, store.Value);
                break;
            case Statement.If choice:
                Visit(choice.Test);
                Visit(choice.Then);
                Visit(choice.Else);
                break;
            case Statement.Loop loop:
                Visit(loop.Body);
                break;
            case Statement.Block block:
                Visit(block.Body);
                break;
        }
    }

    private void Visit(params ReadOnlySpan<Expression> expressions)
    {
        foreach (var expression in expressions)
        {
            Visit(expression);
        }
    }

    private void Visit(Expression expression)
    {
        switch (expression)
        {
            case Expression.Constant constant:
                Add(constant.Value);
                break;
            case Expression.Element element:
                Visit(element.Array);
                Visit(element.Index);
                break;
            case Expression.Length length:
                Visit(length.Array);
                break;
            case Expression.Unary unary:
                Visit(unary.Operand);
                break;
            case Expression.Binary binary:
                Visit(binary.Left, binary.Right);
                break;
            case Expression.Convert convert:
                Visit(convert.Operand);
                break;
            case Expression.Conditional choice:
                Visit(choice.Test, choice.WhenTrue, choice.WhenFalse);
                break;
        }
    }

    private void Visit(ArrayExpression array)
    {
        switch (array)
        {
            case ArrayExpression.Zeros zeros:
                Visit(zeros.Length);
                break;
            case ArrayExpression.Elements elements:
                Visit(elements.Items.AsSpan());
                break;
            case ArrayExpression.Table table:
                foreach (var value in table.Values)
                {
                    Add(value);
                }

                break;
            case ArrayExpression.Copy copy:
                Visit(copy.Source);
                break;
        }
    }
}
