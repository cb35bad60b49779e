using Fractions;

namespace MechanismDsl.Theory.LinearPrograms;

/// <summary>A sum of variables with rational coefficients, built term by term.</summary>
public sealed class LinearForm
{
    private readonly SortedDictionary<int, Fraction> _coefficients = [];

    /// <summary>The variables with a coefficient other than zero, in the order of the variables.</summary>
    public IEnumerable<KeyValuePair<int, Fraction>> Terms => _coefficients;

    /// <summary>Whether every coefficient is zero.</summary>
    public bool IsZero => _coefficients.Count == 0;

    /// <summary>Adds a multiple of a variable.</summary>
    /// <param name="variable">The variable's index in its program.</param>
    /// <param name="coefficient">The multiple.</param>
    /// <returns>This form.</returns>
    public LinearForm Add(int variable, Fraction coefficient)
    {
        var sum = this[variable] + coefficient;
        if (sum.IsZero)
        {
            _coefficients.Remove(variable);
        }
        else
        {
            _coefficients[variable] = sum.Reduce();
        }

        return this;
    }

    /// <summary>Adds a multiple of another form.</summary>
    /// <param name="form">The other form.</param>
    /// <param name="factor">The multiple.</param>
    /// <returns>This form.</returns>
    public LinearForm Add(LinearForm form, Fraction factor)
    {
        foreach (var term in form._coefficients.ToList())
        {
            Add(term.Key, term.Value * factor);
        }

        return this;
    }

    /// <summary>The coefficient of a variable.</summary>
    public Fraction this[int variable] => _coefficients.TryGetValue(variable, out var coefficient) ? coefficient : Fraction.Zero;

    /// <summary>The sum at given values of the variables.</summary>
    public Fraction At(IReadOnlyList<Fraction> values) => _coefficients.Aggregate(Fraction.Zero, (sum, term) => sum + (term.Value * values[term.Key]));
}
