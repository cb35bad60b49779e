using Fractions;

namespace MechanismDsl.Proofs.Real.Polynomials;

/// <summary>Counts the distinct real roots of a polynomial in an interval, exactly (Sturm 1829).</summary>
internal sealed class SturmSequence
{
    private readonly List<UnivariatePolynomial> _sequence = [];

    /// <summary>The sequence of a polynomial that is not zero and has no multiple root.</summary>
    public SturmSequence(UnivariatePolynomial squareFree)
    {
        _sequence.Add(squareFree);
        for (var next = squareFree.Derivative(); !next.IsZero;)
        {
            _sequence.Add(next);

            // Each one is the negative remainder of the two before it; positive factors do not matter and are taken out.
            next = _sequence[_sequence.Count - 2].DivideBy(next).Remainder * Fraction.MinusOne;
            next = next.IsZero ? next : next * next.Coefficients[next.Degree].Abs().Reciprocal();
        }
    }

    /// <summary>The number of roots in (low, high].</summary>
    public int RootsIn(Fraction low, Fraction high) => Variations(low) - Variations(high);

    private int Variations(Fraction x)
    {
        var variations = 0;
        var last = 0;
        foreach (var polynomial in _sequence)
        {
            var sign = polynomial.At(x).CompareTo(Fraction.Zero);
            if (sign != 0)
            {
                variations += last != 0 && sign != last ? 1 : 0;
                last = sign;
            }
        }

        return variations;
    }
}
