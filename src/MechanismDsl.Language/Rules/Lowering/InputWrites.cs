using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Language.Rules.Lowering;

/// <summary>
/// Whether a rule writes to an array that it was given. The caller would see it, and the next rule would run on other reports, so such a rule is
/// not pure. Which arrays a variable can refer to is over-approximated: anything that it is made to refer to anywhere.
/// </summary>
internal static class InputWrites
{
    /// <summary>The first write to an input or table; null if there is none.</summary>
    /// <param name="body">The statements of the rule.</param>
    /// <param name="isInput">Whether an array variable is an input.</param>
    public static Statement.Store? Find(IReadOnlyList<Statement> body, Func<Variable, bool> isInput)
    {
        var statements = All(body).ToList();
        HashSet<int> shared = [];
        bool IsShared(ArrayExpression array) => array is ArrayExpression.Table || (array is ArrayExpression.Read read && (isInput(read.Variable) || shared.Contains(read.Variable.Index)));
        while (statements.OfType<Statement.Refer>().Count(refer => IsShared(refer.Array) && shared.Add(refer.Target.Index)) > 0)
        {
            // Until nothing new refers to an input.
        }

        return statements.OfType<Statement.Store>().FirstOrDefault(store => IsShared(store.Array));
    }

    private static IEnumerable<Statement> All(IEnumerable<Statement> statements) => statements.SelectMany(statement => statement switch
    {
        Statement.If choice => All(choice.Then).Concat(All(choice.Else)),
        Statement.Loop loop => All(loop.Body),
        Statement.Block block => All(block.Body),
        _ => [statement],
    });
}
