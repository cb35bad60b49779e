using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Proofs.Inverses;

/// <summary>
/// Threshold payments in closed form: from which report on an agent's score reaches, or beats, a level that the others set (Myerson 1981).
/// </summary>
/// <remarks>
/// Both rules take the parameters of the score in their order, with the level, a <c>double</c>, in the place of the report, and are assignments
/// without loops and failures. They may be asked only for levels that some report of the domain reaches (beats); the winner's own report does.
/// Results are correct to rounding and at least the lower end of the domain (at most the upper end, for suppliers); a caller that must not charge
/// more than the report takes the smaller one. For reports of whole numbers they are where the score would cross if reports were real numbers.
/// </remarks>
/// <param name="Reaching">The least report whose score is at least the level; for suppliers, whose score falls in the cost, the greatest one.</param>
/// <param name="Beating">The infimum of the reports whose score exceeds the level; for suppliers the supremum.</param>
public sealed record ScoreInverse(Rule Reaching, Rule Beating)
{
    /// <summary>
    /// The inverse of a monotone score in its report: sums, products and quotients with public data, powers, roots, logarithms, exponentials,
    /// minima, maxima, roundings, quadratic and piecewise ones, and their compositions.
    /// </summary>
    /// <param name="score">The score; nondecreasing in the report for buyers, nonincreasing for suppliers (the caller has that proved).</param>
    /// <param name="inputs">What it takes, in the order of its parameters; one of them is the report.</param>
    /// <param name="side">Whether reports are values or costs.</param>
    /// <returns>Null if there is no closed form, or none is found within the limits of steps.</returns>
    public static ScoreInverse? Find(Rule score, EquatableArray<Input> inputs, Side side)
    {
        var report = inputs.AsSpan().ToArray().ToList().FindIndex(input => input.Role == ParameterRole.Report);
        if (report < 0 || inputs.Count != score.Parameters.Count || score.Result.Kind != ScalarKind.Double || ScoreExpression.Of(score) is not { } expression)
        {
            return null;
        }

        var reaching = InverseRule.Build(score, expression, inputs, report, side, isStrict: false);
        var beating = InverseRule.Build(score, expression, inputs, report, side, isStrict: true);
        return reaching is null || beating is null ? null : new(reaching, beating);
    }
}
