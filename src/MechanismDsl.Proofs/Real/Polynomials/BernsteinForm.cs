using Fractions;

namespace MechanismDsl.Proofs.Real.Polynomials;

/// <summary>
/// The coefficients of a polynomial in Bernstein's basis over a box: the polynomial lies between the smallest and the largest of them, and takes
/// those at the corners (Bernstein 1912; Garloff 1985 for boxes). So a polynomial that touches zero at a corner is still seen to be non-negative.
/// </summary>
internal static class BernsteinForm
{
    /// <summary>More coefficients than this are not computed.</summary>
    public const int MaximumCoefficients = 4096;

    /// <summary>The coefficients, the last variable running fastest; null if there are too many.</summary>
    /// <param name="polynomial">The polynomial.</param>
    /// <param name="variables">Its variables.</param>
    /// <param name="low">The lower ends of the box, one for each of the variables.</param>
    /// <param name="high">The upper ends.</param>
    public static Fraction[]? Coefficients(Polynomial polynomial, IReadOnlyList<int> variables, IReadOnlyList<Fraction> low, IReadOnlyList<Fraction> high)
    {
        var degrees = variables.Select(variable => polynomial.Terms.Keys.Select(monomial => monomial.ExponentOf(variable)).DefaultIfEmpty(0).Max()).ToArray();
        var count = 1;
        foreach (var degree in degrees)
        {
            count *= degree + 1;
            if (count > MaximumCoefficients)
            {
                return null;
            }
        }

        // Power coefficients as a dense tensor.
        var tensor = new Fraction[count];
        for (var index = 0; index < count; index++)
        {
            tensor[index] = Fraction.Zero;
        }

        foreach (var term in polynomial.Terms)
        {
            var index = 0;
            for (var axis = 0; axis < degrees.Length; axis++)
            {
                index = (index * (degrees[axis] + 1)) + term.Key.ExponentOf(variables[axis]);
            }

            tensor[index] = term.Value;
        }

        var stride = count;
        for (var axis = 0; axis < degrees.Length; axis++)
        {
            var length = degrees[axis] + 1;
            stride /= length;
            for (var start = 0; start < count; start++)
            {
                if (start / stride % length == 0)
                {
                    Transform(tensor, start, stride, degrees[axis], low[axis], high[axis] - low[axis]);
                }
            }
        }

        return tensor;
    }

    /// <summary>The smallest coefficient, a lower bound of the polynomial on the box; null if there are too many.</summary>
    public static Fraction? LowerBound(Polynomial polynomial, IReadOnlyList<int> variables, IReadOnlyList<Fraction> low, IReadOnlyList<Fraction> high)
    {
        if (Coefficients(polynomial, variables, low, high) is not { } coefficients)
        {
            return null;
        }

        var least = coefficients[0];
        foreach (var coefficient in coefficients)
        {
            least = coefficient < least ? coefficient : least;
        }

        return least;
    }

    // Along one axis: x = low + width · t, then from powers of t to Bernstein's basis.
    private static void Transform(Fraction[] tensor, int start, int stride, int degree, Fraction low, Fraction width)
    {
        // Taylor shift by repeated Horner steps.
        for (var round = 0; round < degree; round++)
        {
            for (var power = degree - 1; power >= round; power--)
            {
                tensor[start + (power * stride)] += low * tensor[start + ((power + 1) * stride)];
            }
        }

        var scale = Fraction.One;
        for (var power = 0; power <= degree; power++)
        {
            // a_k / C(n, k), in which the conversion is a triangle of sums.
            tensor[start + (power * stride)] *= scale / Binomial(degree, power);
            scale *= width;
        }

        for (var round = 1; round <= degree; round++)
        {
            for (var power = degree; power >= round; power--)
            {
                tensor[start + (power * stride)] += tensor[start + ((power - 1) * stride)];
            }
        }
    }

    private static Fraction Binomial(int n, int k)
    {
        var value = Fraction.One;
        for (var factor = 1; factor <= k; factor++)
        {
            value = value * (n - k + factor) / factor;
        }

        return value;
    }
}
