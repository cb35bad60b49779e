using Fractions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Certificates.Reals;

/// <summary>A range for every input, and what terms can be in it: in real arithmetic, and as the program computes them.</summary>
internal sealed class CheckBox
{
    private static readonly Fraction _largestSingle = new((System.Numerics.BigInteger)float.MaxValue);
    private static readonly Fraction _singleUnit = new(1, 1 << 24);
    private static readonly Fraction _leastSingle = new(1, System.Numerics.BigInteger.One << 149);

    private readonly Dictionary<Term.Symbol, (double Low, double High)> _inputs;
    private readonly Dictionary<Term, RationalRange> _reals = [];
    private readonly Dictionary<Term, ValueRange> _doubles = [];

    private CheckBox(Dictionary<Term.Symbol, (double Low, double High)> inputs) => _inputs = inputs;

    /// <summary>The domains of the inputs, narrowed by the facts that compare an input with a written number.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="isExact">Whether constants stand for what the program computes with, and not for the decimals that are written.</param>
    public static CheckBox Of(IReadOnlyList<Fact> facts, bool isExact)
    {
        var inputs = new Dictionary<Term.Symbol, (double Low, double High)>();
        foreach (var fact in facts.Where(fact => fact.Relation != Relation.NotEqual))
        {
            if (fact.Left is Term.Symbol left && Number(fact.Right, isExact) is { } high)
            {
                var (from, to) = Known(inputs, left);
                inputs[left] = (fact.Relation == Relation.Equal ? Math.Max(from, high) : from, Math.Min(to, high));
            }

            if (fact.Right is Term.Symbol right && Number(fact.Left, isExact) is { } low)
            {
                var (from, to) = Known(inputs, right);
                inputs[right] = (Math.Max(from, low), fact.Relation == Relation.Equal ? Math.Min(to, low) : to);
            }
        }

        return new CheckBox(inputs);
    }

    /// <summary>The ends of an input.</summary>
    public (double Low, double High) Of(Term.Symbol symbol) => Known(_inputs, symbol);

    /// <summary>The same box with another range for one input.</summary>
    public CheckBox With(Term.Symbol symbol, double low, double high) => new(new(_inputs) { [symbol] = (low, high) });

    /// <summary>Whether no real numbers in the box satisfy the facts.</summary>
    public bool IsVoidInReals(IEnumerable<Fact> facts) => facts.Any(fact => fact.Left.Kind != ScalarKind.Boolean && fact.Relation switch
    {
        Relation.LessOrEqual => RealOf(fact.Left).Low > RealOf(fact.Right).High,
        Relation.Less => RealOf(fact.Left).Low >= RealOf(fact.Right).High,
        Relation.Equal => RealOf(fact.Left).Low > RealOf(fact.Right).High || RealOf(fact.Right).Low > RealOf(fact.Left).High,
        _ => false,
    });

    /// <summary>Whether nothing that the program computes in the box satisfies the facts.</summary>
    public bool IsVoidInDoubles(IEnumerable<Fact> facts) => facts.Any(fact => fact.Left.Kind != ScalarKind.Boolean && fact.Relation switch
    {
        Relation.LessOrEqual => DoubleOf(fact.Left).Low > DoubleOf(fact.Right).High,
        Relation.Less => DoubleOf(fact.Left).Low >= DoubleOf(fact.Right).High,
        _ => false,
    });

    /// <summary>The values of a term in real arithmetic.</summary>
    public RationalRange RealOf(Term term)
    {
        if (!_reals.TryGetValue(term, out var range))
        {
            _reals.Add(term, range = Compute(term));
        }

        return range;
    }

    /// <summary>The values of a term as the program computes them.</summary>
    public ValueRange DoubleOf(Term term)
    {
        if (!_doubles.TryGetValue(term, out var range))
        {
            range = term switch
            {
                Term.Symbol symbol when _inputs.TryGetValue(symbol, out var input) => new ValueRange(Math.Max(symbol.Range.Low, input.Low), Math.Min(symbol.Range.High, input.High), symbol.Range.MayBeNaN),
                Term.Unary unary => RangeRules.Of(unary.Operation, unary.Operand.Kind, DoubleOf(unary.Operand)),
                Term.Binary binary => RangeRules.Of(binary.Operation, binary.Kind, DoubleOf(binary.Left), DoubleOf(binary.Right)),
                Term.Convert convert => RangeRules.Convert(convert.Operand.Kind, convert.Kind, DoubleOf(convert.Operand)),
                _ => term.Range,
            };
            _doubles.Add(term, range);
        }

        return range;
    }

    private RationalRange Compute(Term term)
    {
        switch (term)
        {
            case Term.Symbol symbol:
                var (low, high) = Of(symbol);
                return RationalRange.Between(low, high);
            case Term.Constant { Exact: { } exact }:
                return RationalRange.Of(exact);
            case Term.Unary unary:
                return Apply(unary, RealOf(unary.Operand));
            case Term.Convert { Operand.Kind: ScalarKind.Int32 or ScalarKind.Int64, Kind: not ScalarKind.Boolean } widened:
                return RealOf(widened.Operand);
            case Term.Convert { Kind: ScalarKind.Int32 or ScalarKind.Int64 } cut when RealOf(cut.Operand).IsNonNegative:
                return Whole(RealOf(cut.Operand));
            case Term.Binary binary:
                return Apply(binary, RealOf(binary.Left), RealOf(binary.Right));
            default:
                return RationalRange.Everything;
        }
    }

    private static RationalRange Apply(Term.Unary unary, RationalRange x) => unary.Operation switch
    {
        UnaryOperation.Negate => -x,
        UnaryOperation.Abs => x.IsNonNegative ? x : x.High is { IsPositive: false } ? -x : new(Fraction.Zero, x.High is { } high && x.Low is { } low ? (high > -low ? high : -low) : null),
        UnaryOperation.Sqrt => x.Rising(Math.Sqrt, Fraction.Zero, Fraction.Zero),
        UnaryOperation.Exp => x.IsNonNegative ? x.Rising(Math.Exp, null, Fraction.One) : x.High is { IsPositive: false } ? x.Rising(Math.Exp, null, Fraction.Zero).Meet(new(Fraction.Zero, Fraction.One)) : x.Rising(Math.Exp, null, Fraction.Zero),
        UnaryOperation.Log when x.IsPositive => x.Rising(Math.Log, null, x.Low >= Fraction.One ? Fraction.Zero : null),
        UnaryOperation.Floor or UnaryOperation.Ceiling or UnaryOperation.Round or UnaryOperation.Truncate => Whole(x),
        UnaryOperation.Single => new(Widened(x.Low, -1), Widened(x.High, 1)),
        UnaryOperation.Cbrt => x.Rising(CubeRoot, null, x.IsNonNegative ? Fraction.Zero : null).Widened(),
        _ => ElementaryReals.Of(unary.Operation, x),
    };

    private static RationalRange Apply(Term.Binary binary, RationalRange x, RationalRange y) => binary.Operation switch
    {
        BinaryOperation.Add => x + y,
        BinaryOperation.Subtract => x + -y,
        BinaryOperation.Multiply when ReferenceEquals(binary.Left, binary.Right) => x.Power(2),
        BinaryOperation.Multiply => x * y,
        BinaryOperation.Divide when binary.Kind is ScalarKind.Double or ScalarKind.Decimal => x * y.Reciprocal(),
        BinaryOperation.Min => new(Fewest(x.Low, y.Low), x.High is { } a && y.High is { } b ? (a < b ? a : b) : x.High ?? y.High),
        BinaryOperation.Max => -new RationalRange(Fewest(-x.High, -y.High), x.Low is { } a && y.Low is { } b ? (a > b ? -a : -b) : -(x.Low ?? y.Low)),
        BinaryOperation.Pow when x.IsNonNegative && y is { Low: { IsPositive: true } exponent } && y.High == exponent && exponent <= new Fraction(8) =>
            x.Rising(value => Math.Pow(value, exponent.ToDouble()), null, Fraction.Zero).Widened(),
        BinaryOperation.Pow when x.IsPositive => new(Fraction.Zero, null),
        _ => RationalRange.Everything,
    };

    // To a few units in the last place, which Widened makes up for.
    private static double CubeRoot(double value) => Evaluation.DoubleFunctions.CubeRoot(value);

    private static Fraction? Fewest(Fraction? a, Fraction? b) => a is { } x && b is { } y ? (x < y ? x : y) : null;

    // Between the whole numbers around the ends.
    private static RationalRange Whole(RationalRange x) => new(x.Low is { } low ? Floor(low) : null, x.High is { } high ? -Floor(-high) : null);

    // A float is at most half a unit in its last place away: 2⁻²⁴ of a normal number, 2⁻¹⁵⁰ of a small one. Beyond the largest float lies infinity.
    private static Fraction? Widened(Fraction? end, int side) =>
        end is not { } number || number.Abs() > _largestSingle ? null : number + ((number.Abs() * _singleUnit) + _leastSingle) * new Fraction(side);

    private static Fraction Floor(Fraction value)
    {
        var quotient = System.Numerics.BigInteger.DivRem(value.Numerator, value.Denominator, out var remainder);
        return new Fraction(remainder.Sign < 0 ? quotient - 1 : quotient);
    }

    private static double? Number(Term term, bool isExact) => term is Term.Constant { Kind: not ScalarKind.Boolean, Exact: { } exact } constant
        && constant.Value.ToNumber() is var number && (isExact ? constant.Kind != ScalarKind.Decimal : ExactReading.OfDouble(number) == exact) ? number : null;

    private static (double Low, double High) Known(Dictionary<Term.Symbol, (double Low, double High)> inputs, Term.Symbol symbol) =>
        inputs.TryGetValue(symbol, out var known) ? known : (symbol.Domain.Low, symbol.Domain.High);
}
