using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Language.Rules.Questions;

/// <summary>A supplier's <c>[Payment]</c> says what it receives; the laws are about what agents pay, which is minus that.</summary>
internal static class Receipt
{
    /// <summary>The rule of what an agent pays, of one that says what it receives.</summary>
    public static Rule ToPayment(Rule receipt)
    {
        var paid = new Variable(1 + Statements(receipt.Body).Select(Assigned).Concat(receipt.Parameters.Select(parameter => parameter.Variable.Index)).Append(receipt.Result.Index).Max(), receipt.Result.Kind, IsArray: false);
        return new Rule(
            receipt.Name,
            receipt.Parameters,
            [.. receipt.Body, new Statement.Assign(paid, new Expression.Unary(UnaryOperation.Negate, new Expression.Read(receipt.Result)))],
            paid);
    }

    private static int Assigned(Statement statement) => statement switch
    {
        Statement.Assign assign => assign.Target.Index,
        Statement.Refer refer => refer.Target.Index,
        _ => 0,
    };

    private static IEnumerable<Statement> Statements(IEnumerable<Statement> body) => body.SelectMany(statement => Statements(statement switch
    {
        Statement.If choice => choice.Then.Concat(choice.Else),
        Statement.Loop loop => loop.Body,
        Statement.Block block => block.Body,
        _ => [],
    }).Prepend(statement));
}
