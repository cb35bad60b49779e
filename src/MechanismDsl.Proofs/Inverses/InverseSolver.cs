using MechanismDsl.Proofs.Real.Intervals;
using MechanismDsl.Proofs.Rules;
using static MechanismDsl.Proofs.Inverses.Formulas;

namespace MechanismDsl.Proofs.Inverses;

/// <summary>
/// Finds where a score begins (or, from above, ceases) to satisfy a relation to a level, by undoing its operations from the outside in. Every
/// step replaces "f(y) relates to level" by an equivalent statement about y, so nothing is approximated.
/// </summary>
/// <remarks>
/// The set of reports that satisfy the relation is taken to be an upper set of [low, high] (a lower set if the highest report is wanted) and not
/// empty: the score is monotone, and the winner's report satisfies it. Under this assumption a quadratic has one root that is meant, and the sign
/// of a coefficient of the report need not be known.
/// </remarks>
internal sealed partial class InverseSolver(Variable report, int firstVariable, IReadOnlyDictionary<int, Interval> ranges, bool wantsHighest)
{
    private const int MaximumSteps = 200;

    private readonly List<Statement.Assign> _definitions = [];
    private int _steps;

    /// <summary>Temporaries that the boundary refers to, in the order in which they are computed.</summary>
    public IReadOnlyList<Statement.Assign> Definitions => _definitions;

    /// <summary>The first number of a variable that is not used.</summary>
    public int NextVariable { get; private set; } = firstVariable;

    /// <summary>The boundary of the reports in [low, high] whose score satisfies the relation; null if there is no closed form.</summary>
    public Expression? Solve(Expression score, Expression level, Relation relation, Expression low, Expression high)
    {
        if (++_steps > MaximumSteps)
        {
            return null;
        }

        if (!DependsOn(score, report))
        {
            return End(low, high);
        }

        level = Name(level);
        return score switch
        {
            Expression.Read => relation.IsUpward() == wantsHighest ? null : Clip(level, low, high),
            Expression.Conditional choice => SolvePieces(choice, level, relation, low, high),
            Expression.Unary unary => SolveUnary(unary, level, relation, low, high),
            Expression.Convert convert => SolveConversion(convert, level, relation, low, high),
            Expression.Binary binary => SolveBinary(binary, level, relation, low, high),
            _ => null,
        };
    }

    private Expression End(Expression low, Expression high) => wantsHighest ? high : low;

    private Expression Clip(Expression boundary, Expression low, Expression high) => wantsHighest ? Min(boundary, high) : Max(boundary, low);

    private Expression? SolveUnary(Expression.Unary unary, Expression level, Relation relation, Expression low, Expression high)
    {
        var operand = unary.Operand;
        var range = Range(operand, low, high);
        switch (unary.Operation)
        {
            case UnaryOperation.Negate:
                return Solve(operand, Negate(level), relation.Flip(), low, high);
            case UnaryOperation.Exp:
                return WherePositive(level, relation, Solve(operand, Apply(UnaryOperation.Log, level), relation, low, high), End(low, high));
            case UnaryOperation.Log:
                return Solve(operand, Apply(UnaryOperation.Exp, level), relation, low, high);
            case UnaryOperation.Sqrt:
                return WherePositive(level, relation, Solve(operand, Multiply(level, level), relation, low, high), WhereZero(operand, level, relation, low, high));
            case UnaryOperation.Cbrt:
                return Solve(operand, Multiply(Multiply(level, level), level), relation, low, high);
            case UnaryOperation.Log2:
                return Solve(operand, Power(Number(2), level), relation, low, high);
            case UnaryOperation.Log10:
                return Solve(operand, Power(Number(10), level), relation, low, high);
            case UnaryOperation.Sinh:
                return Solve(operand, Apply(UnaryOperation.Asinh, level), relation, low, high);
            case UnaryOperation.Asinh:
                return Solve(operand, Apply(UnaryOperation.Sinh, level), relation, low, high);
            case UnaryOperation.Atanh:
                return Solve(operand, Apply(UnaryOperation.Tanh, level), relation, low, high);
            case UnaryOperation.Tanh:
                return WhereTaken(-1, 1, level, relation, Solve(operand, Apply(UnaryOperation.Atanh, level), relation, low, high), End(low, high));
            case UnaryOperation.Atan:
                return WhereTaken(-ElementaryFunctions.HalfPi, ElementaryFunctions.HalfPi, level, relation, Solve(operand, Apply(UnaryOperation.Tan, level), relation, low, high), End(low, high));
            case UnaryOperation.Asin:
                return WhereTaken(-ElementaryFunctions.HalfPi, ElementaryFunctions.HalfPi, level, relation, Solve(operand, Apply(UnaryOperation.Sin, level), relation, low, high), End(low, high));
            case UnaryOperation.Acosh:
                return WhereTaken(0, double.PositiveInfinity, level, relation, Solve(operand, Apply(UnaryOperation.Cosh, level), relation, low, high), End(low, high));
            case UnaryOperation.Abs when range.Low >= 0:
                return Solve(operand, level, relation, low, high);
            case UnaryOperation.Abs when range.High <= 0:
                return Solve(operand, Negate(level), relation.Flip(), low, high);
            case UnaryOperation.Abs:
                return Solve(Choose(Less(operand, Number(0)), Negate(operand), operand), level, relation, low, high);
            case UnaryOperation.Floor:
            case UnaryOperation.Truncate when range.Low >= 0:
                return SolveFloor(operand, level, relation, low, high);
            case UnaryOperation.Ceiling:
            case UnaryOperation.Truncate when range.High <= 0:
                return SolveFloor(Negate(operand), Negate(level), relation.Flip(), low, high);

            // Half-way cases go to even numbers; where the operand is affine in the report they are single points and do not move the infimum.
            case UnaryOperation.Round when RationalForm.Of(operand, report) is { IsAffine: true }:
                return SolveFloor(Add(operand, Number(0.5)), level, relation, low, high);
            default:
                return null;
        }
    }

    // A function without negative values satisfies every lower bound below zero, and no upper one (which is not asked).
    private static Expression? WherePositive(Expression level, Relation relation, Expression? solved, Expression otherwise) =>
        solved is null || !relation.IsUpward() ? solved : Choose(Less(Number(0), level), solved, otherwise);

    // A function whose values lie between two numbers satisfies every lower bound that is not above the first, and every upper one not below the second.
    private static Expression? WhereTaken(double least, double most, Expression level, Relation relation, Expression? solved, Expression otherwise) =>
        solved is null ? null : Choose(relation.IsUpward() ? Less(Number(least), level) : Less(level, Number(most)), solved, otherwise);

    // At level 0 itself √y > 0 still asks for y > 0; every other case is satisfied everywhere.
    private Expression WhereZero(Expression operand, Expression level, Relation relation, Expression low, Expression high) =>
        relation == Relation.Above && Range(operand, low, high).Low <= 0 && Solve(operand, Number(0), relation, low, high) is { } positive
            ? Choose(Less(level, Number(0)), End(low, high), positive)
            : End(low, high);

    // ⌊y⌋ ≥ n is y ≥ ⌈n⌉; ⌊y⌋ > n is y ≥ ⌊n⌋ + 1; ⌊y⌋ ≤ n is y < ⌊n⌋ + 1; ⌊y⌋ < n is y < ⌈n⌉.
    private Expression? SolveFloor(Expression operand, Expression level, Relation relation, Expression low, Expression high)
    {
        var edge = relation is Relation.AtLeast or Relation.Below
            ? Apply(UnaryOperation.Ceiling, level)
            : Add(Apply(UnaryOperation.Floor, level), Number(1));
        return Solve(operand, edge, relation.IsUpward() ? Relation.AtLeast : Relation.Below, low, high);
    }

    private Expression? SolveConversion(Expression.Convert convert, Expression level, Relation relation, Expression low, Expression high)
    {
        var range = Range(convert.Operand, low, high);
        switch (convert.Operand.Kind, convert.Kind)
        {
            case (ScalarKind.Int32 or ScalarKind.Int64, ScalarKind.Double):
            case (ScalarKind.Int32, ScalarKind.Int64):
                return Solve(convert.Operand, level, relation, low, high);
            case (ScalarKind.Double, ScalarKind.Int32) when Math.Max(-range.Low, range.High) < int.MaxValue:
            case (ScalarKind.Double, ScalarKind.Int64) when Math.Max(-range.Low, range.High) < 9e15:
                return SolveUnary(new Expression.Unary(UnaryOperation.Truncate, convert.Operand), level, relation, low, high);
            default:
                return null;
        }
    }

    /// <summary>A name for a level, so that it is computed once.</summary>
    private Expression Name(Expression level)
    {
        if (level is Expression.Constant or Expression.Read)
        {
            return level;
        }

        var variable = new Variable(NextVariable++, ScalarKind.Double, IsArray: false);
        _definitions.Add(new Statement.Assign(variable, level));
        return new Expression.Read(variable);
    }

    private Interval Range(Expression expression) => ExpressionRange.Of(expression, ranges);

    /// <summary>The range of an expression while the report is between two bounds.</summary>
    private Interval Range(Expression expression, Expression low, Expression high)
    {
        var from = Math.Max(ranges[report.Index].Low, Range(low).Low);
        var to = Math.Min(ranges[report.Index].High, Range(high).High);
        var narrowed = ranges.ToDictionary(pair => pair.Key, pair => pair.Value);
        narrowed[report.Index] = new(Math.Min(from, to), Math.Max(from, to));
        return ExpressionRange.Of(expression, narrowed);
    }
}
