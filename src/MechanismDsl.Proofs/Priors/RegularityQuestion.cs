using MechanismDsl.Proofs.Inverses;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Proofs.Priors;

/// <summary>
/// Regularity of a prior as a law about a rule: its virtual value ψ(v) = v − (1 − F(v)) / f(v) never falls on the support (Myerson 1981). The question is
/// that of a monotone score; a refutation names two types between which ψ falls, as the report and the other report of its witness, with ψ at both as
/// the quantities.
/// </summary>
public static class RegularityQuestion
{
    /// <summary>The question for a distribution and a density that are formulas, with all parameters fixed.</summary>
    /// <param name="distribution">F.</param>
    /// <param name="density">f, with respect to v.</param>
    /// <param name="low">The lower end of the support, finite.</param>
    /// <param name="high">The upper end, finite and above <paramref name="low"/>.</param>
    /// <returns>Null if a formula has a function that rules do not have.</returns>
    public static Question? Of(Formula distribution, Formula density, double low, double high)
    {
        var value = new Variable(0, ScalarKind.Double, IsArray: false);
        return FormulaRule.Of(distribution, new Expression.Read(value)) is { } cumulative && FormulaRule.Of(density, new Expression.Read(value)) is { } slope
            ? Of(cumulative, slope, value, low, high)
            : null;
    }

    /// <summary>The question for a distribution and a density that are rules of one double.</summary>
    /// <param name="distribution">F.</param>
    /// <param name="density">f.</param>
    /// <param name="low">The lower end of the support, finite.</param>
    /// <param name="high">The upper end, finite and above <paramref name="low"/>.</param>
    /// <returns>Null if a rule has loops or arrays, or another signature.</returns>
    public static Question? Of(Rule distribution, Rule density, double low, double high)
    {
        if (distribution.Parameters.Count != 1 || density.Parameters.Count != 1 || ScoreExpression.Of(distribution) is not { } cumulative || ScoreExpression.Of(density) is not { } slope)
        {
            return null;
        }

        var value = distribution.Parameters[0].Variable;
        var isNumeric = value.Kind == ScalarKind.Double && density.Parameters[0].Variable.Kind == ScalarKind.Double
            && cumulative.Kind == ScalarKind.Double && slope.Kind == ScalarKind.Double;
        return isNumeric ? Of(cumulative, Formulas.Replace(slope, density.Parameters[0].Variable, new Expression.Read(value)), value, low, high) : null;
    }

    // At the upper end, where F is 1, ψ(v) is v, also if the density vanishes there.
    private static Question Of(Expression cumulative, Expression slope, Variable value, double low, double high)
    {
        var one = new Expression.Constant(Scalar.Of(1.0));
        var above = new Expression.Binary(BinaryOperation.Subtract, one, cumulative);
        var below = new Expression.Binary(
            BinaryOperation.Subtract, new Expression.Read(value), new Expression.Binary(BinaryOperation.Divide, above, slope));
        var virtualValue = new Expression.Conditional(new Expression.Binary(BinaryOperation.Less, cumulative, one), below, new Expression.Read(value));
        var result = new Variable(value.Index + 1, ScalarKind.Double, IsArray: false);
        var rule = new Rule("VirtualValue", [new RuleParameter("value", value, ParameterRole.Report)], [new Statement.Assign(result, virtualValue)], result);
        var system = new RuleSystem
        {
            Inputs = [new Input("value", ParameterRole.Report, [new Domain.Interval(low, high)])],
            Side = Side.Buyer,
            Agents = new AgentRange(1, null),
            Score = rule,
        };
        return new Question(Property.MonotoneScore, system);
    }
}
