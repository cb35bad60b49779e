using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Stages;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Real.Forms;

/// <summary>
/// A point at which a stage believes that the facts hold and the goal fails. Its values are put on the domains and the terms computed in double, to
/// drop beliefs that rounding or a relaxation made; whether the rule really breaks the law there is found out by running it.
/// </summary>
internal sealed class SampleProfile
{
    private readonly Dictionary<Term, double> _values = [];
    private readonly Dictionary<Term.Symbol, Scalar> _inputs = [];

    private SampleProfile(TermPool pool, Func<Term.Symbol, double> choose)
    {
        foreach (var symbol in pool.Symbols)
        {
            var value = OnDomain(symbol.Domain, choose(symbol));
            _inputs.Add(symbol, value);
            _values.Add(symbol, value.ToNumber());
        }
    }

    /// <summary>The point as a result; null if in double arithmetic a fact fails there or the goal holds.</summary>
    /// <param name="obligation">The obligation.</param>
    /// <param name="choose">The wanted value of every symbol.</param>
    public static StageResult.Witness? Check(Obligation obligation, Func<Term.Symbol, double> choose)
    {
        var sample = new SampleProfile(obligation.Pool, choose);
        return obligation.Facts.All(fact => sample.Holds(fact.Relation, fact.Left, fact.Right, 0)) && sample.Breaks(obligation.Goal)
            ? new StageResult.Witness(sample._inputs)
            : null;
    }

    private bool Breaks(Goal goal) => goal switch
    {
        Goal.Compare compare => !Holds(compare.Relation, compare.Left, compare.Right, compare.Slack),
        Goal.NotNaN number => double.IsNaN(Of(number.Value)),
        Goal.Finite number => double.IsNaN(Of(number.Value)) || double.IsInfinity(Of(number.Value)),
        Goal.InRange range => !(range.Low <= Of(range.Value) && Of(range.Value) <= range.High),
        _ => true,
    };

    private bool Holds(Relation relation, Term left, Term right, double slack) => relation switch
    {
        Relation.LessOrEqual => Of(left) <= Of(right) + slack,
        Relation.Less => Of(left) < Of(right),
        Relation.Equal => Math.Abs(Of(left) - Of(right)) <= slack,
        _ => Of(left) != Of(right),
    };

    private double Of(Term term)
    {
        if (!_values.TryGetValue(term, out var value))
        {
            value = term switch
            {
                Term.Constant constant => constant.Value.ToNumber(),
                Term.Unary unary => Apply(unary.Operation, Of(unary.Operand)),
                Term.Binary binary => Apply(binary, Of(binary.Left), Of(binary.Right)),
                Term.Convert { Kind: ScalarKind.Int32 or ScalarKind.Int64 } whole => Math.Truncate(Of(whole.Operand)),
                Term.Convert convert => Of(convert.Operand),
                _ => double.NaN,
            };
            _values.Add(term, value);
        }

        return value;
    }

    private static double Apply(UnaryOperation operation, double x) => operation switch
    {
        UnaryOperation.Negate => -x,
        UnaryOperation.Not => 1 - x,
        UnaryOperation.Abs => Math.Abs(x),
        UnaryOperation.Sqrt => Math.Sqrt(x),
        UnaryOperation.Exp => Math.Exp(x),
        UnaryOperation.Log => Math.Log(x),
        UnaryOperation.Floor => Math.Floor(x),
        UnaryOperation.Ceiling => Math.Ceiling(x),
        UnaryOperation.Round => Math.Round(x),
        UnaryOperation.Truncate => Math.Truncate(x),
        UnaryOperation.Single => (float)x,
        UnaryOperation.Sign => double.IsNaN(x) ? x : Math.Sign(x),
        _ when ElementaryFunctions.Of(operation) is { } function => function(x),
        _ => x < 0 ? -Math.Pow(-x, 1.0 / 3) : Math.Pow(x, 1.0 / 3),
    };

    private static double Apply(Term.Binary binary, double x, double y) => binary.Operation switch
    {
        BinaryOperation.Add => x + y,
        BinaryOperation.Subtract => x - y,
        BinaryOperation.Multiply => x * y,
        BinaryOperation.Divide => binary.Kind is ScalarKind.Int32 or ScalarKind.Int64 ? Math.Truncate(x / y) : x / y,
        BinaryOperation.Remainder => x % y,
        BinaryOperation.Min => Math.Min(x, y),
        BinaryOperation.Max => Math.Max(x, y),
        BinaryOperation.Pow => Math.Pow(x, y),
        BinaryOperation.RoundTo or BinaryOperation.RoundAwayTo => Math.Round(x * Math.Pow(10, y)) / Math.Pow(10, y),
        BinaryOperation.TruncateTo => Math.Truncate(x * Math.Pow(10, y)) / Math.Pow(10, y),
        BinaryOperation.FloorTo => Math.Floor(x * Math.Pow(10, y)) / Math.Pow(10, y),
        BinaryOperation.CeilingTo => Math.Ceiling(x * Math.Pow(10, y)) / Math.Pow(10, y),
        BinaryOperation.And or BinaryOperation.Or or BinaryOperation.Xor => BitwiseRule.At(binary.Operation, x, y),
        _ => double.NaN,
    };

    private static Scalar OnDomain(Domain domain, double value)
    {
        value = Math.Min(Math.Max(double.IsNaN(value) ? domain.Low : value, domain.Low), domain.High);
        switch (domain)
        {
            case Domain.Integers { IsLong: true } longs:
                return Scalar.Of(Math.Min(Math.Max((long)Math.Round(Math.Min(value, 9e18)), longs.From), longs.To));
            case Domain.Integers integers:
                return Scalar.Of((int)Math.Min(Math.Max((long)Math.Round(value), integers.From), integers.To));
            case Domain.Grid grid:
                var rounded = Math.Round((decimal)Math.Min(Math.Max(value, -7e27), 7e27), grid.Decimals);
                return Scalar.Of(Math.Min(Math.Max(rounded, grid.From), grid.To));
            case Domain.Finite finite:
                return finite.Values.OrderBy(candidate => Math.Abs(candidate.ToNumber() - value)).First();
            default:
                return Scalar.Of(value + 0.0);
        }
    }
}
