using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Proofs.Loops;

/// <summary>
/// A variable that starts where the counter of a loop starts, and that every turn ends by adding one, is the counter:
/// <c>var i = 0; foreach (var bid in bids) { … i …; i++; }</c>.
/// </summary>
internal sealed class CompanionCounters : RuleRewriter
{
    private readonly Rule _rule;
    private readonly Dictionary<int, Variable> _counters = [];
    private readonly HashSet<Statement> _steps = [];

    private CompanionCounters(Rule rule)
    {
        _rule = rule;
        foreach (var (_, loop, before) in RuleWalk.Loops(rule.Body))
        {
            Find(loop, before);
        }
    }

    /// <summary>The rule with one counter a loop.</summary>
    public static Rule Replace(Rule rule)
    {
        var companions = new CompanionCounters(rule);
        return companions._counters.Count == 0 ? rule : new Rule(rule.Name, rule.Parameters, companions.Rewrite(rule.Body), rule.Result);
    }

    /// <inheritdoc/>
    protected override IEnumerable<Statement> Rewrite(Statement statement) => _steps.Contains(statement) ? [] : base.Rewrite(statement);

    /// <inheritdoc/>
    protected override Expression Rewrite(Expression expression) =>
        expression is Expression.Read read && _counters.TryGetValue(read.Variable.Index, out var counter) ? new Expression.Read(counter, expression.Site) : base.Rewrite(expression);

    // The shape of every counting loop; see Statement.Block.
    private void Find(Statement.Loop loop, IReadOnlyList<Statement> before)
    {
        if (loop.Body is not
            [
                Statement.If { Test: Expression.Binary { Operation: BinaryOperation.Less, Left: Expression.Read { Variable: var counter } }, Then.Count: 0, Else: [Statement.Leave] },
                Statement.Block turn,
                var step,
            ]
            || StepOf(step) != counter
            || VariableUses.IsAssigned(counter, turn.Body)
            || turn.Body.Count == 0
            || StepOf(turn.Body[turn.Body.Count - 1]) is not { } companion)
        {
            return;
        }

        // No turn goes on without the last statement, which alone changes the variable; both start alike, and nobody asks for it outside a turn.
        var inner = turn.Body.Take(turn.Body.Count - 1).ToList();
        if (companion.Kind == counter.Kind
            && companion != _rule.Result
            && !RuleWalk.Statements(inner).Any(statement => statement is Statement.Leave leave && leave.Label == turn.Label)
            && !VariableUses.IsAssigned(companion, inner)
            && Start(companion, before) is { } start
            && Start(counter, before) == start
            && VariableUses.Reads(companion, turn.Body) == VariableUses.Reads(companion, _rule.Body))
        {
            _counters.Add(companion.Index, counter);
            _steps.Add(turn.Body[turn.Body.Count - 1]);
        }
    }

    // The variable that a statement adds one to; null for all others.
    private static Variable? StepOf(Statement statement) =>
        statement is Statement.Assign { Target: var target, Value: Expression.Binary { Operation: BinaryOperation.Add, Left: Expression.Read read, Right: Expression.Constant one } }
        && read.Variable == target && one.Value.Equals(Scalar.Of(1))
            ? target
            : null;

    // What a variable is given last, if that is a fixed value and given on every path.
    private static Scalar? Start(Variable variable, IReadOnlyList<Statement> before) =>
        before.LastOrDefault(statement => VariableUses.IsAssigned(variable, [statement])) is Statement.Assign { Value: Expression.Constant start } ? start.Value : null;
}
