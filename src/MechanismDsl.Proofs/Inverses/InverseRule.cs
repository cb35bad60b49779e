using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Real.Intervals;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Proofs.Inverses;

/// <summary>Puts the boundary that <see cref="InverseSolver"/> finds into a rule of its own.</summary>
internal static class InverseRule
{
    /// <summary>The rule that takes a level in the place of the report; null if no closed form is found.</summary>
    public static Rule? Build(Rule score, Expression expression, EquatableArray<Input> inputs, int report, Side side, bool isStrict)
    {
        var ranges = new Dictionary<int, Interval>();
        for (var index = 0; index < inputs.Count; index++)
        {
            var domain = inputs[index].DomainOf(0);
            ranges[score.Parameters[index].Variable.Index] = new(domain.Low, domain.High);
        }

        // The level has a number of its own; temporaries follow it.
        var argument = score.Parameters[report].Variable;
        var level = new Variable(1 + score.Parameters.AsSpan().ToArray().Max(parameter => parameter.Variable.Index), ScalarKind.Double, IsArray: false);
        var solver = new InverseSolver(argument, level.Index + 1, ranges, wantsHighest: side == Side.Supplier);
        var bounds = ranges[argument.Index];
        var boundary = solver.Solve(
            expression,
            new Expression.Read(level),
            isStrict ? Relation.Above : Relation.AtLeast,
            Formulas.Number(bounds.Low),
            Formulas.Number(bounds.High));
        if (boundary is null)
        {
            return null;
        }

        var parameters = score.Parameters.AsSpan().ToArray();
        parameters[report] = new RuleParameter("level", level, ParameterRole.Report);
        var result = new Variable(solver.NextVariable, ScalarKind.Double, IsArray: false);
        return new Rule(
            score.Name + (isStrict ? "Beating" : "Reaching"),
            EquatableArray.Create<RuleParameter>(parameters),
            Simplify([.. solver.Definitions, new Statement.Assign(result, boundary)]),
            result);
    }

    // Definitions that nothing uses are left out, and those with one use are written where they are used.
    private static EquatableArray<Statement> Simplify(List<Statement.Assign> body)
    {
        for (var index = body.Count - 2; index >= 0; index--)
        {
            var (target, value) = (body[index].Target, body[index].Value);
            var uses = body.Skip(index + 1).Sum(later => Uses(later.Value, target));
            if (uses > 1)
            {
                continue;
            }

            for (var later = index + 1; uses == 1 && later < body.Count; later++)
            {
                body[later] = new Statement.Assign(body[later].Target, Formulas.Replace(body[later].Value, target, value));
            }

            body.RemoveAt(index);
        }

        return body.ToEquatableArray<Statement>();
    }

    private static int Uses(Expression expression, Variable variable) => expression switch
    {
        Expression.Read read => read.Variable == variable ? 1 : 0,
        Expression.Unary unary => Uses(unary.Operand, variable),
        Expression.Binary binary => Uses(binary.Left, variable) + Uses(binary.Right, variable),
        Expression.Convert convert => Uses(convert.Operand, variable),
        Expression.Conditional choice => Uses(choice.Test, variable) + Uses(choice.WhenTrue, variable) + Uses(choice.WhenFalse, variable),
        _ => 0,
    };
}
