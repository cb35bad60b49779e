using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Symbolic;

/// <content>Expressions.</content>
internal sealed partial class Machine
{
    private Term Evaluate(Expression expression)
    {
        switch (expression)
        {
            case Expression.Constant constant:
                return _pool.Constant(constant.Value);
            case Expression.Read read:
                return Read(read.Variable);
            case Expression.Element element:
                var array = Evaluate(element.Array);
                return array is AgentArray agents
                    ? agents.Read(Evaluate(element.Index), element.Site)
                    : array.Cells[Index(element.Index, array.Cells.Length, element.Site)];
            case Expression.Length length:
                var measured = Evaluate(length.Array);
                return measured is AgentArray all ? all.Length : _pool.Constant(Scalar.Of(measured.Cells.Length));
            case Expression.Unary { Operation: UnaryOperation.Not } not:
                return Boolean(!Test(not.Operand));
            case Expression.Unary unary:
                return _pool.From(Unary(unary, Evaluate(unary.Operand)), unary.Site);
            case Expression.Binary binary when binary.Operation.IsComparison():
                return Boolean(Comparison(binary));
            case Expression.Binary { Kind: ScalarKind.Boolean } logic:
                return Boolean(Logic(logic));
            case Expression.Binary binary:
                return _pool.From(Binary(binary, Evaluate(binary.Left), Evaluate(binary.Right)), binary.Site);
            case Expression.Convert convert:
                return _pool.From(Convert(convert, Evaluate(convert.Operand)), convert.Site);
            case Expression.Conditional choice:
                return Evaluate(Test(choice.Test) ? choice.WhenTrue : choice.WhenFalse);
            default:
                throw new ArgumentOutOfRangeException(nameof(expression));
        }
    }

    private bool Test(Expression test) => Known(Evaluate(test), test.Site);

    private bool Logic(Expression.Binary logic)
    {
        bool left = Test(logic.Left), right = Test(logic.Right);
        return logic.Operation switch
        {
            BinaryOperation.And => left & right,
            BinaryOperation.Or => left | right,
            _ => left ^ right,
        };
    }

    private bool Comparison(Expression.Binary binary)
    {
        Term left = Evaluate(binary.Left), right = Evaluate(binary.Right);
        if (left.Kind == ScalarKind.Boolean)
        {
            return Known(left, binary.Site) == Known(right, binary.Site) == (binary.Operation == BinaryOperation.Equal);
        }

        NotNaN(left, "a comparison can meet NaN", binary.Site);
        NotNaN(right, "a comparison can meet NaN", binary.Site);
        return binary.Operation switch
        {
            BinaryOperation.Less => Ask(Relation.Less, left, right, binary.Site),
            BinaryOperation.LessOrEqual => Ask(Relation.LessOrEqual, left, right, binary.Site),
            BinaryOperation.Equal => IsEqual(left, right, binary.Site),
            _ => !IsEqual(left, right, binary.Site),
        };
    }

    private bool Ask(Relation relation, Term left, Term right, int site) => Comparisons.Ask(_decisions, _pool, new Fact(relation, left, right, site));

    // Two comparisons say more than "equal or not": on the paths where the values differ, it is known which one is larger.
    private bool IsEqual(Term left, Term right, int site) =>
        Ask(Relation.LessOrEqual, left, right, site) && Ask(Relation.LessOrEqual, right, left, site);

    private bool Known(Term boolean, int site) =>
        boolean is Term.Constant constant ? constant.Value.AsBoolean : Ask(Relation.LessOrEqual, Boolean(true), boolean, site);

    private Term.Constant Boolean(bool value) => _pool.Constant(Scalar.Of(value));
}
