using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Proofs.Loops;

/// <summary>Replaces <c>a = copy of b</c> by <c>a = b</c> where neither array, by whatever name, is ever written to: nobody can tell them apart.</summary>
internal sealed class UnwrittenCopies : RuleRewriter
{
    private readonly Dictionary<int, int> _group = [];
    private readonly HashSet<int> _written = [];

    private UnwrittenCopies(Rule rule)
    {
        // What two names may share is in one group, whatever the path; that a copy shares nothing with its source is not used.
        foreach (var statement in RuleWalk.Statements(rule.Body))
        {
            if (statement is Statement.Refer refer && Source(refer.Array) is { } source)
            {
                _group[Group(refer.Target.Index)] = Group(source);
            }
        }

        var written = RuleWalk.Statements(rule.Body).OfType<Statement.Store>().Select(store => Source(store.Array))
            .Append(rule.Result.Index)
            .Concat(rule.Parameters.Where(parameter => parameter.Role == ParameterRole.Output).Select(parameter => (int?)parameter.Variable.Index));
        foreach (var variable in written)
        {
            if (variable is { } known)
            {
                _written.Add(Group(known));
            }
        }
    }

    /// <summary>The rule without such copies.</summary>
    public static Rule Replace(Rule rule)
    {
        var copies = new UnwrittenCopies(rule);
        return new Rule(rule.Name, rule.Parameters, copies.Rewrite(rule.Body), rule.Result);
    }

    /// <inheritdoc/>
    protected override ArrayExpression Rewrite(ArrayExpression array) =>
        array is ArrayExpression.Copy { Source: ArrayExpression.Read { Variable: var source } read } && !_written.Contains(Group(source.Index)) ? read : base.Rewrite(array);

    // The variable behind a name or a copy of it; null for an array that has no other name.
    private static int? Source(ArrayExpression array) => array switch
    {
        ArrayExpression.Read read => read.Variable.Index,
        ArrayExpression.Copy copy => Source(copy.Source),
        _ => null,
    };

    private int Group(int variable)
    {
        while (_group.TryGetValue(variable, out var next) && next != variable)
        {
            variable = next;
        }

        return variable;
    }
}
