using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Proofs.Loops;

/// <summary>How often a scalar variable is read, and whether it is assigned, in statements and all that stand inside them.</summary>
internal static class VariableUses
{
    /// <summary>Whether some statement gives the variable a value.</summary>
    public static bool IsAssigned(Variable variable, IEnumerable<Statement> statements) =>
        RuleWalk.Statements(statements).Any(statement => statement is Statement.Assign assign && assign.Target == variable);

    /// <summary>In how many places the variable is read.</summary>
    public static int Reads(Variable variable, IEnumerable<Statement> statements)
    {
        var counter = new ReadCounter(variable);
        counter.Rewrite(statements);
        return counter.Count;
    }

    private sealed class ReadCounter(Variable variable) : RuleRewriter
    {
        public int Count { get; private set; }

        protected override Expression Rewrite(Expression expression)
        {
            Count += expression is Expression.Read read && read.Variable == variable ? 1 : 0;
            return base.Rewrite(expression);
        }
    }
}
