using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Proofs.Inverses;

/// <summary>Reads a rule without loops and arrays as one expression of its parameters, by substitution.</summary>
internal sealed class ScoreExpression
{
    // What follows a branch is read once for each side, so the work is exponential in the number of branches in sequence.
    private const int MaximumBranches = 64;
    private const int NoLabel = int.MinValue;

    private int _branches;

    /// <summary>The expression; null if the rule has loops, arrays, failures or too many branches.</summary>
    public static Expression? Of(Rule rule)
    {
        var values = new Dictionary<int, Expression>();
        foreach (var parameter in rule.Parameters)
        {
            if (parameter.Variable.IsArray)
            {
                return null;
            }

            values.Add(parameter.Variable.Index, new Expression.Read(parameter.Variable));
        }

        var result = rule.Result;
        return new ScoreExpression().After(rule.Body, 0, values, new Continuation(NoLabel, null, last => last.TryGetValue(result.Index, out var value) ? value : null));
    }

    /// <summary>What happens after a block: its label, the rest of the blocks around it, and the way on.</summary>
    private sealed record Continuation(int Label, Continuation? Outer, Func<IReadOnlyDictionary<int, Expression>, Expression?> Next);

    private Expression? After(EquatableArray<Statement> body, int index, IReadOnlyDictionary<int, Expression> values, Continuation end)
    {
        if (index == body.Count)
        {
            return end.Next(values);
        }

        switch (body[index])
        {
            case Statement.Assign assign:
                return Substitute(assign.Value, values) is { } value ? After(body, index + 1, With(values, assign.Target.Index, value), end) : null;
            case Statement.If choice:
                if (++_branches > MaximumBranches || Substitute(choice.Test, values) is not { } test)
                {
                    return null;
                }

                var rest = new Continuation(NoLabel, end, last => After(body, index + 1, last, end));
                var whenTrue = After(choice.Then, 0, values, rest);
                var whenFalse = whenTrue is null ? null : After(choice.Else, 0, values, rest);
                return whenTrue is null || whenFalse is null ? null : new Expression.Conditional(test, whenTrue, whenFalse);
            case Statement.Block block:
                return After(block.Body, 0, values, new Continuation(block.Label, end, last => After(body, index + 1, last, end)));
            case Statement.Leave leave:
                for (var around = end; around is not null; around = around.Outer)
                {
                    if (around.Label == leave.Label)
                    {
                        return around.Next(values);
                    }
                }

                return null;
            default:
                return null;
        }
    }

    // States are not changed in place: the other branch still needs the old one. Rules have few variables.
    private static Dictionary<int, Expression> With(IReadOnlyDictionary<int, Expression> values, int variable, Expression value)
    {
        var changed = values.ToDictionary(pair => pair.Key, pair => pair.Value);
        changed[variable] = value;
        return changed;
    }

    private static Expression? Substitute(Expression expression, IReadOnlyDictionary<int, Expression> values)
    {
        switch (expression)
        {
            case Expression.Constant:
                return expression;
            case Expression.Read read:
                return values.TryGetValue(read.Variable.Index, out var value) ? value : new Expression.Constant(Scalar.Zero(read.Kind));
            case Expression.Unary unary:
                return Substitute(unary.Operand, values) is { } operand ? new Expression.Unary(unary.Operation, operand, unary.IsChecked) : null;
            case Expression.Binary binary:
                return Substitute(binary.Left, values) is { } left && Substitute(binary.Right, values) is { } right
                    ? new Expression.Binary(binary.Operation, left, right, binary.IsChecked)
                    : null;
            case Expression.Convert convert:
                return Substitute(convert.Operand, values) is { } converted ? new Expression.Convert(convert.Kind, converted, convert.IsChecked) : null;
            case Expression.Conditional choice:
                return Substitute(choice.Test, values) is { } test && Substitute(choice.WhenTrue, values) is { } whenTrue
                    && Substitute(choice.WhenFalse, values) is { } whenFalse
                    ? new Expression.Conditional(test, whenTrue, whenFalse)
                    : null;
            default:
                return null;
        }
    }
}
