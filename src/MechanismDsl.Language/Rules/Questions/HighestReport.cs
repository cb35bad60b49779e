using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Rules.Questions;

/// <summary>The allocation of <c>[Efficient]</c> as a rule, so that payments of the user's own can be judged beside it.</summary>
internal static class HighestReport
{
    /// <summary>
    /// The highest report wins if it meets the floor (the lowest cost, if it meets the ceiling), the lowest index among equals:
    /// <c>for (i = 0; i &lt; reports.Length; i++) if (reports[i] ≥ limit &amp;&amp; (winner &lt; 0 || reports[i] &gt; reports[winner])) winner = i;</c>
    /// </summary>
    /// <param name="kind">The kind of the reports.</param>
    /// <param name="side">Whether reports are values or costs.</param>
    /// <param name="limit">The lowest value, or highest cost, that is served; infinite for none.</param>
    public static Rule Of(NumberKind kind, Side side, double limit)
    {
        var scalar = InputDomains.Value(kind, 0).Kind;
        var reports = new Variable(0, scalar, IsArray: true);
        var winner = new Variable(1, ScalarKind.Int32, IsArray: false);
        var index = new Variable(2, ScalarKind.Int32, IsArray: false);
        Expression Report(Variable at) => new Expression.Element(new ArrayExpression.Read(reports), new Expression.Read(at));
        Expression Number(int value) => new Expression.Constant(Scalar.Of(value));
        Expression Compare(BinaryOperation operation, Expression left, Expression right) => new Expression.Binary(operation, left, right);
        var better = side == Side.Buyer
            ? Compare(BinaryOperation.Less, Report(winner), Report(index))
            : Compare(BinaryOperation.Less, Report(index), Report(winner));
        Expression wins = new Expression.Conditional(Compare(BinaryOperation.Less, new Expression.Read(winner), Number(0)), new Expression.Constant(Scalar.Of(true)), better);
        if (!double.IsInfinity(limit))
        {
            // Reports of whole numbers meet a limit between two of them exactly if they meet the next one inside.
            var bound = kind is NumberKind.Int32 or NumberKind.Int64 ? side == Side.Buyer ? Math.Ceiling(limit) : Math.Floor(limit) : limit;
            var end = new Expression.Constant(InputDomains.Value(kind, bound));
            var meets = side == Side.Buyer ? Compare(BinaryOperation.LessOrEqual, end, Report(index)) : Compare(BinaryOperation.LessOrEqual, Report(index), end);
            wins = new Expression.Conditional(meets, wins, new Expression.Constant(Scalar.Of(false)));
        }

        Statement[] step =
        [
            new Statement.If(Compare(BinaryOperation.Less, new Expression.Read(index), new Expression.Length(new ArrayExpression.Read(reports))), [], [new Statement.Leave(0)]),
            new Statement.Block(1, [new Statement.If(wins, [new Statement.Assign(winner, new Expression.Read(index))], [])]),
            new Statement.Assign(index, new Expression.Binary(BinaryOperation.Add, new Expression.Read(index), Number(1))),
        ];
        return new Rule(
            "Efficient",
            [new RuleParameter("reports", reports, ParameterRole.Reports)],
            [
                new Statement.Assign(winner, Number(-1)),
                new Statement.Assign(index, Number(0)),
                new Statement.Block(0, [new Statement.Loop(step.ToEquatableArray())]),
            ],
            winner);
    }
}
