using MechanismDsl.Language.Rules.Lowering;
using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Language.Rules.Queries;

/// <summary>
/// Whether statements surely end and never fail. Only then can they run on elements that the query itself would have left alone, because it stops
/// early, and nobody can tell.
/// </summary>
internal sealed class Totality(Lowerer lowerer)
{
    /// <summary>Whether none of the statements can fail or run forever.</summary>
    public bool Holds(IEnumerable<Statement> statements) => statements.All(statement => statement switch
    {
        Statement.Assign assign => Holds(assign.Value),
        Statement.Refer refer => refer.Array is ArrayExpression.Read or ArrayExpression.Table,
        Statement.If choice => Holds(choice.Test) && Holds(choice.Then) && Holds(choice.Else),
        Statement.Loop => false,
        Statement.Block { Body: [Statement.Loop { Body: var turn }] } block => lowerer.Loops.IsCounted(block.Label) && Holds(turn),
        Statement.Block block => Holds(block.Body),
        Statement.Leave => true,
        _ => false,
    });

    private bool Holds(Expression expression) => expression switch
    {
        Expression.Constant or Expression.Read => true,
        Expression.Length length => length.Array is ArrayExpression.Read or ArrayExpression.Table,
        Expression.Element element => lowerer.Emission.IsInside(element),
        Expression.Unary unary => Holds(unary.Operand) && IsTotal(unary),
        Expression.Binary binary => Holds(binary.Left) && Holds(binary.Right) && IsTotal(binary),
        Expression.Convert convert => Holds(convert.Operand) && !convert.IsChecked && convert.Operand.Kind != ScalarKind.Decimal && (convert.Kind != ScalarKind.Decimal || convert.Operand.Kind.IsInt()),
        Expression.Conditional choice => Holds(choice.Test) && Holds(choice.WhenTrue) && Holds(choice.WhenFalse),
        _ => false,
    };

    // The absolute value of the smallest integer and the sign of NaN do not exist.
    private static bool IsTotal(Expression.Unary unary) => !unary.IsChecked && unary.Operation switch
    {
        UnaryOperation.Abs => !unary.Operand.Kind.IsInt(),
        UnaryOperation.Sign => unary.Operand.Kind != ScalarKind.Double,
        _ => true,
    };

    private static bool IsTotal(Expression.Binary binary) => !binary.IsChecked && binary switch
    {
        { Operation: BinaryOperation.Divide or BinaryOperation.Remainder, Left.Kind: ScalarKind.Int32 or ScalarKind.Int64 } => binary.Right is Expression.Constant { Value.AsInteger: not (0 or -1) },
        { Operation: < BinaryOperation.Min, Left.Kind: ScalarKind.Decimal } => false,
        _ => true,
    };
}

/// <summary>Kinds as the check for failures sees them.</summary>
file static class KindExtensions
{
    public static bool IsInt(this ScalarKind kind) => kind is ScalarKind.Int32 or ScalarKind.Int64;
}
