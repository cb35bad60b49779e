using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Proofs.Loops;

/// <summary>
/// Tests a loop over the agents before its first turn, which changes nothing: there is at least one agent.
/// <c>i = 0; do { … } while (i &lt; reports.Length);</c>
/// </summary>
internal sealed class DoLoops : RuleRewriter
{
    private readonly Rule _rule;
    private readonly HashSet<Statement> _loops = [];

    private DoLoops(Rule rule)
    {
        _rule = rule;
        foreach (var (block, loop, before) in RuleWalk.Loops(rule.Body))
        {
            if (loop.Body is [Statement.Block, Statement.If test] && IsOverAgents(test, block.Label, before))
            {
                _loops.Add(loop);
            }
        }
    }

    /// <summary>The rule with the test first; equal to the given one for every number of agents from one on.</summary>
    public static Rule Replace(Rule rule)
    {
        var loops = new DoLoops(rule);
        return loops._loops.Count == 0 ? rule : new Rule(rule.Name, rule.Parameters, loops.Rewrite(rule.Body), rule.Result);
    }

    /// <inheritdoc/>
    protected override IEnumerable<Statement> Rewrite(Statement statement) =>
        _loops.Contains(statement) && statement is Statement.Loop { Body: [var turn, var test] } loop
            ? [new Statement.Loop(Rewrite([test, turn]), loop.Site)]
            : base.Rewrite(statement);

    private bool IsOverAgents(Statement.If test, int exit, IReadOnlyList<Statement> before) =>
        test is
        {
            Then.Count: 0,
            Else: [Statement.Leave leave],
            Test: Expression.Binary { Operation: BinaryOperation.Less, Left: Expression.Read { Variable: var counter }, Right: Expression.Length { Array: ArrayExpression.Read { Variable: var array } } },
        }
        && leave.Label == exit
        && _rule.Parameters.Any(parameter => parameter.Variable == array && parameter.Role is ParameterRole.Reports or ParameterRole.PublicOfAgents)
        && !RuleWalk.Statements(_rule.Body).Any(statement => statement is Statement.Refer refer && refer.Target == array)
        && before.LastOrDefault(statement => VariableUses.IsAssigned(counter, [statement])) is Statement.Assign { Value: Expression.Constant { Value: var start } }
        && start.Equals(Scalar.Of(0));
}
