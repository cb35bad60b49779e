using Fractions;
using MechanismDsl.Proofs.Real.Polynomials;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Certificates.Reals;

/// <summary>A term as a ratio of polynomials over atoms: inputs, and operations that are neither sums nor products nor quotients.</summary>
/// <param name="Top">The numerator.</param>
/// <param name="Below">The denominator.</param>
internal readonly record struct Ratio(Polynomial Top, Polynomial Below)
{
    /// <summary>More monomials than this are not worked out.</summary>
    public const int MostTerms = 500;

    /// <summary>A polynomial.</summary>
    public static Ratio Of(Polynomial polynomial) => new(polynomial, Polynomial.One);

    /// <summary>Whether it is small enough to go on with.</summary>
    public bool IsSmall => Top.Terms.Count <= MostTerms && Below.Terms.Count <= MostTerms;

    public static Ratio operator +(Ratio left, Ratio right) =>
        left.Top.IsZero ? right
        : right.Top.IsZero ? left
        : (left.Below - right.Below).IsZero ? new(left.Top + right.Top, left.Below)
        : new((left.Top * right.Below) + (right.Top * left.Below), left.Below * right.Below);

    public static Ratio operator -(Ratio left, Ratio right) => left + new Ratio(right.Top * Fraction.MinusOne, right.Below);

    public static Ratio operator *(Ratio left, Ratio right) => new(left.Top * right.Top, left.Below * right.Below);

    public static Ratio operator /(Ratio left, Ratio right) => new(left.Top * right.Below, left.Below * right.Top);
}

/// <summary>Reads terms as ratios, and differentiates them by the rules of the textbook. A derivative that it does not know is none.</summary>
/// <param name="isSteep">
/// Whether slopes of roots and powers are ranges, so that they can be without bound at the end of a domain; otherwise they are formulas of the values.
/// </param>
internal sealed class RatioForm(bool isSteep = false)
{
    private const int FirstShare = 60_001;
    private const int MostPower = 8;

    private readonly Dictionary<int, Term> _atoms = [];
    private readonly Dictionary<int, Func<CheckBox, RationalRange>> _shares = [];

    /// <summary>The term as a ratio; null if it gets too large.</summary>
    public Ratio? Of(Term term)
    {
        switch (term)
        {
            case Term.Constant { Exact: { } exact }:
                return Ratio.Of(Polynomial.Constant(exact));
            case Term.Unary { Operation: UnaryOperation.Negate } negated:
                return Of(negated.Operand) is { } operand ? Ratio.Of(Polynomial.Zero) - operand : null;
            case Term.Convert { Operand.Kind: ScalarKind.Int32 or ScalarKind.Int64, Kind: ScalarKind.Double or ScalarKind.Decimal or ScalarKind.Int64 } widened:
                return Of(widened.Operand);
            case Term.Binary { Operation: BinaryOperation.Pow, Right: Term.Constant { Exact: { } exponent } } power when exponent.Denominator.IsOne && exponent >= Fraction.One && exponent <= new Fraction(MostPower):
                return Of(power.Left) is { } factor ? Enumerable.Range(1, (int)exponent.Numerator - 1).Aggregate(factor, (product, _) => product * factor) : null;
            case Term.Binary binary when binary.Operation is BinaryOperation.Add or BinaryOperation.Subtract or BinaryOperation.Multiply
                || (binary.Operation == BinaryOperation.Divide && binary.Kind is ScalarKind.Double or ScalarKind.Decimal):
                return Of(binary.Left) is { } left && Of(binary.Right) is { } right && Combine(binary.Operation, left, right) is { IsSmall: true } whole ? whole : null;
            default:
                _atoms[term.Id] = term;
                return Ratio.Of(Polynomial.Variable(term.Id));
        }
    }

    /// <summary>The derivative of a ratio in an input; null where a rule is missing.</summary>
    public Ratio? Slope(Ratio ratio, Term.Symbol symbol)
    {
        if (Slope(ratio.Top, symbol) is not { } top || Slope(ratio.Below, symbol) is not { } below)
        {
            return null;
        }

        // (t/b)′ = (t′ b − t b′) / b².
        var slope = ((top * Ratio.Of(ratio.Below)) - (Ratio.Of(ratio.Top) * below)) / Ratio.Of(ratio.Below * ratio.Below);
        return slope.IsSmall ? slope : null;
    }

    /// <summary>The values of an atom or of a share in a box.</summary>
    public RationalRange RangeOf(int variable, CheckBox box) => _shares.TryGetValue(variable, out var share) ? share(box) : box.RealOf(_atoms[variable]);

    /// <summary>The inputs that a ratio depends on.</summary>
    public IReadOnlyList<Term.Symbol> Inputs => [.. _atoms.Values.SelectMany(atom => atom.SymbolsOf()).Distinct().OrderBy(symbol => symbol.Id)];

    private static Ratio Combine(BinaryOperation operation, Ratio left, Ratio right) => operation switch
    {
        BinaryOperation.Add => left + right,
        BinaryOperation.Subtract => left - right,
        BinaryOperation.Multiply => left * right,
        _ => left / right,
    };

    private Ratio? Slope(Polynomial polynomial, Term.Symbol symbol)
    {
        var slope = Ratio.Of(Polynomial.Zero);
        foreach (var variable in polynomial.Variables)
        {
            if (OfAtom(_atoms[variable], symbol) is not { } inner)
            {
                return null;
            }

            slope += Ratio.Of(polynomial.Derivative(variable)) * inner;
        }

        return slope;
    }

    private Ratio? OfAtom(Term atom, Term.Symbol symbol)
    {
        var self = Ratio.Of(Polynomial.Variable(atom.Id));
        return atom switch
        {
            _ when !atom.Mentions(symbol) => Ratio.Of(Polynomial.Zero),
            Term.Symbol => Ratio.Of(Polynomial.One),
            Term.Unary { Operation: UnaryOperation.Exp, Operand: var x } => SlopeOf(x, symbol) * self,
            Term.Unary { Operation: UnaryOperation.Log, Operand: var x } => SlopeOf(x, symbol) / Of(x),
            Term.Unary { Operation: UnaryOperation.Sqrt or UnaryOperation.Cbrt, Operand: var x, Operation: var root } when isSteep => SlopeOf(x, symbol) * Share(box => ElementaryReals.SlopeOfRoot(root, box.RealOf(x), box.RealOf(atom))),
            Term.Binary { Operation: BinaryOperation.Pow, Left: var x, Right: Term.Constant { Exact: { } c } } when isSteep => SlopeOf(x, symbol) * Share(box => ElementaryReals.SlopeOfPower(box.RealOf(x), c)),
            Term.Unary { Operation: UnaryOperation.Cbrt, Operand: var x } => SlopeOf(x, symbol) / (self * self * Ratio.Of(Polynomial.Constant(new Fraction(3)))),
            Term.Unary { Operation: UnaryOperation.Sqrt, Operand: var x } => SlopeOf(x, symbol) / (self + self),
            Term.Binary { Operation: BinaryOperation.Pow, Left: var x, Right: var c } when !c.Mentions(symbol) => SlopeOf(x, symbol) * Of(c) * self / Of(x),
            Term.Binary { Operation: BinaryOperation.Min, Left: var x, Right: var y } => Between(x, y, symbol),
            Term.Binary { Operation: BinaryOperation.Max, Left: var x, Right: var y } => Between(y, x, symbol),
            Term.Unary { Operation: UnaryOperation.Floor or UnaryOperation.Ceiling or UnaryOperation.Round or UnaryOperation.Truncate or UnaryOperation.Single, Operand: var x } => SlopeOf(x, symbol) * Share(_ => new(Fraction.Zero, null)),
            Term.Unary { Operation: UnaryOperation.Tanh, Operand: var x } => SlopeOf(x, symbol) * (Ratio.Of(Polynomial.One) - (self * self)),
            Term.Unary { Operation: UnaryOperation.Tan, Operand: var x } => SlopeOf(x, symbol) * (Ratio.Of(Polynomial.One) + (self * self)),
            Term.Unary { Operation: UnaryOperation.Atan, Operand: var x } => SlopeOf(x, symbol) / (Ratio.Of(Polynomial.One) + (Of(x) * Of(x))),
            Term.Unary { Operand: var x, Operation: var function } when ElementaryReals.Slope(function, RationalRange.Everything) is not null =>
                SlopeOf(x, symbol) * Share(box => ElementaryReals.Slope(function, box.RealOf(x))!.Value),
            Term.Binary { Operation: >= BinaryOperation.RoundTo and <= BinaryOperation.CeilingTo, Left: var x, Right: Term.Constant } => SlopeOf(x, symbol) * Share(_ => new(Fraction.Zero, null)),
            Term.Convert { Operand: var x } => SlopeOf(x, symbol) * Share(_ => new(Fraction.Zero, null)),
            _ => null,
        };
    }

    // The slope of the smaller of two terms lies between their slopes: it is that of the first where that is smaller.
    private Ratio? Between(Term smaller, Term larger, Term.Symbol symbol)
    {
        var share = Share(box => (box.RealOf(larger) + -box.RealOf(smaller)) is var difference && difference.IsPositive ? RationalRange.Of(Fraction.One)
            : difference.IsNegative ? RationalRange.Of(Fraction.Zero)
            : new(Fraction.Zero, Fraction.One));
        return (SlopeOf(smaller, symbol) * share) + (SlopeOf(larger, symbol) * (Ratio.Of(Polynomial.One) - share));
    }

    private Ratio? SlopeOf(Term term, Term.Symbol symbol) => Of(term) is { } ratio ? Slope(ratio, symbol) : null;

    private Ratio Share(Func<CheckBox, RationalRange> range)
    {
        var variable = FirstShare + _shares.Count;
        _shares.Add(variable, range);
        return Ratio.Of(Polynomial.Variable(variable));
    }
}
