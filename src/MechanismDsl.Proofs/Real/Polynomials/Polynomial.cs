using System.Globalization;
using Fractions;

namespace MechanismDsl.Proofs.Real.Polynomials;

/// <summary>A polynomial in several variables with rational coefficients. Immutable; all operations are exact.</summary>
internal sealed class Polynomial
{
    private readonly SortedDictionary<Monomial, Fraction> _terms;

    private Polynomial(SortedDictionary<Monomial, Fraction> terms) => _terms = terms;

    /// <summary>Zero.</summary>
    public static Polynomial Zero { get; } = new([]);

    /// <summary>One.</summary>
    public static Polynomial One { get; } = Constant(Fraction.One);

    /// <summary>Coefficients by monomial, in a fixed order; none is zero.</summary>
    public IReadOnlyDictionary<Monomial, Fraction> Terms => _terms;

    /// <summary>Whether it is zero everywhere.</summary>
    public bool IsZero => _terms.Count == 0;

    /// <summary>The largest total degree of a term, 0 for zero.</summary>
    public int Degree => _terms.Count == 0 ? 0 : _terms.Keys.Max(monomial => monomial.Degree);

    /// <summary>The value if no variable occurs; otherwise null.</summary>
    public Fraction? AsConstant => _terms.Count == 0 ? Fraction.Zero
        : _terms.Count == 1 && _terms.TryGetValue(Monomial.One, out var value) ? value : null;

    /// <summary>A number.</summary>
    public static Polynomial Constant(Fraction value) => value.IsZero ? new([]) : new(new() { [Monomial.One] = value });

    /// <summary>A variable.</summary>
    public static Polynomial Variable(int variable) => new(new() { [Monomial.Of(variable)] = Fraction.One });

    /// <summary>The variables that occur, ascending.</summary>
    public IReadOnlyList<int> Variables => [.. _terms.Keys.SelectMany(monomial => monomial.Variables).Distinct().OrderBy(variable => variable)];

    /// <summary>Sum.</summary>
    public static Polynomial operator +(Polynomial left, Polynomial right)
    {
        var sum = new SortedDictionary<Monomial, Fraction>(left._terms);
        foreach (var term in right._terms)
        {
            Accumulate(sum, term.Key, term.Value);
        }

        return new(sum);
    }

    /// <summary>Difference.</summary>
    public static Polynomial operator -(Polynomial left, Polynomial right) => left + (right * Fraction.MinusOne);

    /// <summary>Multiple.</summary>
    public static Polynomial operator *(Polynomial polynomial, Fraction factor)
    {
        var product = new SortedDictionary<Monomial, Fraction>();
        if (!factor.IsZero)
        {
            foreach (var term in polynomial._terms)
            {
                product.Add(term.Key, term.Value * factor);
            }
        }

        return new(product);
    }

    /// <summary>Product.</summary>
    public static Polynomial operator *(Polynomial left, Polynomial right)
    {
        var product = new SortedDictionary<Monomial, Fraction>();
        foreach (var first in left._terms)
        {
            foreach (var second in right._terms)
            {
                Accumulate(product, first.Key.Times(second.Key), first.Value * second.Value);
            }
        }

        return new(product);
    }

    /// <summary>The partial derivative.</summary>
    public Polynomial Derivative(int variable)
    {
        var derivative = new SortedDictionary<Monomial, Fraction>();
        foreach (var term in _terms)
        {
            var exponent = term.Key.ExponentOf(variable);
            if (exponent > 0)
            {
                Accumulate(derivative, term.Key.Without(variable), term.Value * exponent);
            }
        }

        return new(derivative);
    }

    /// <summary>The coefficients of the powers of a variable, the constant one first; they do not contain the variable.</summary>
    public IReadOnlyList<Polynomial> CoefficientsIn(int variable)
    {
        var coefficients = new List<SortedDictionary<Monomial, Fraction>> { new() };
        foreach (var term in _terms)
        {
            var exponent = term.Key.ExponentOf(variable);
            while (coefficients.Count <= exponent)
            {
                coefficients.Add([]);
            }

            coefficients[exponent].Add(term.Key.WithoutAll(variable), term.Value);
        }

        return [.. coefficients.Select(terms => new Polynomial(terms))];
    }

    /// <summary>The value at a point.</summary>
    public Fraction At(Func<int, Fraction> point)
    {
        var value = Fraction.Zero;
        foreach (var term in _terms)
        {
            value += term.Key.Variables.Aggregate(term.Value, (product, variable) => product * point(variable));
        }

        return value;
    }

    /// <inheritdoc/>
    public override string ToString() => _terms.Count == 0 ? "0" : string.Join(" + ", _terms.Select(term =>
        string.Join("*", new[] { term.Value.ToString(CultureInfo.InvariantCulture) }
            .Concat(term.Key.Variables.Select(variable => "v" + variable.ToString(CultureInfo.InvariantCulture))))));

    private static void Accumulate(SortedDictionary<Monomial, Fraction> terms, Monomial monomial, Fraction value)
    {
        if (!terms.TryGetValue(monomial, out var old))
        {
            terms.Add(monomial, value);
        }
        else if ((old + value).IsZero)
        {
            terms.Remove(monomial);
        }
        else
        {
            terms[monomial] = old + value;
        }
    }
}
