using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Proofs.Loops;

/// <summary>
/// Writes <c>for (i = n; i-- &gt; 0;)</c> as <c>for (i = n - 1; i &gt;= 0; i--)</c>: the same turns with the same indices, and −1 after the last one.
/// </summary>
internal sealed class DescendingLoops : RuleRewriter
{
    private readonly Rule _rule;
    private readonly HashSet<Statement> _loops = [];

    private DescendingLoops(Rule rule)
    {
        _rule = rule;
        foreach (var (block, loop, before) in RuleWalk.Loops(rule.Body))
        {
            if (Parts(loop) is var (counter, former, turn) && StartsAtLeastAtZero(counter, before) && IsLeftAlone(counter, former, turn))
            {
                _loops.Add(block);
            }
        }
    }

    /// <summary>The rule with such loops in one form.</summary>
    public static Rule Replace(Rule rule)
    {
        var loops = new DescendingLoops(rule);
        return loops._loops.Count == 0 ? rule : new Rule(rule.Name, rule.Parameters, loops.Rewrite(rule.Body), rule.Result);
    }

    /// <inheritdoc/>
    protected override IEnumerable<Statement> Rewrite(Statement statement)
    {
        if (!_loops.Contains(statement) || statement is not Statement.Block { Body: [Statement.Loop loop] } block || Parts(loop) is not var (counter, _, turn))
        {
            return base.Rewrite(statement);
        }

        Expression Read() => new Expression.Read(counter, loop.Site);
        Expression Number(int value) => new Expression.Constant(Scalar.Of(value), loop.Site);
        var step = new Statement.Assign(counter, new Expression.Binary(BinaryOperation.Subtract, Read(), Number(1), site: loop.Site), loop.Site);
        var test = new Statement.If(new Expression.Binary(BinaryOperation.LessOrEqual, Number(0), Read(), site: loop.Site), [], [new Statement.Leave(block.Label, loop.Site)], loop.Site);
        Statement[] body = [test, .. base.Rewrite(turn), step];
        return [step, new Statement.Block(block.Label, [new Statement.Loop(body.ToEquatableArray(), loop.Site)], block.Site)];
    }

    private static bool StartsAtLeastAtZero(Variable counter, IReadOnlyList<Statement> before) =>
        before.LastOrDefault(statement => VariableUses.IsAssigned(counter, [statement])) is Statement.Assign { Value: Expression.Length or Expression.Constant { Value.AsInteger: >= 0 } };

    // What the counter was before a turn is asked for by the test alone, and only the test counts down.
    private bool IsLeftAlone(Variable counter, Variable before, Statement.Block turn) =>
        before != _rule.Result
        && VariableUses.Reads(before, _rule.Body) == 2
        && !VariableUses.IsAssigned(counter, turn.Body);

    // before = counter; counter = before − 1; if (!(0 < before)) leave; turn.
    private static (Variable Counter, Variable Before, Statement.Block Turn)? Parts(Statement.Loop loop) =>
        loop.Body is
        [
            Statement.Assign { Target: var before, Value: Expression.Read { Variable: var counter } },
            Statement.Assign { Target: var stepped, Value: Expression.Binary { Operation: BinaryOperation.Subtract, Left: Expression.Read { Variable: var reduced }, Right: Expression.Constant { Value: var one } } },
            Statement.If { Test: Expression.Binary { Operation: BinaryOperation.Less, Left: Expression.Constant { Value: var zero }, Right: Expression.Read { Variable: var tested } }, Then.Count: 0, Else: [Statement.Leave] },
            Statement.Block turn,
        ]
        && stepped == counter && reduced == before && tested == before && before != counter && one.Equals(Scalar.Of(1)) && zero.Equals(Scalar.Of(0))
            ? (counter, before, turn)
            : null;
}
