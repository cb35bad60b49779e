namespace MechanismDsl.Proofs.Real.Polynomials;

/// <summary>A product of powers of variables, without coefficient; variables are numbered from 0.</summary>
/// <remarks>
/// The exponents are written as text, which gives equality, order and a hash for nothing; few terms make this cheap enough. A variable takes two letters,
/// because terms, whose numbers variables are, can be more than one letter can tell apart.
/// </remarks>
internal readonly record struct Monomial(string Key) : IComparable<Monomial>
{
    private const int Letters = 2;

    /// <summary>The product of no variables.</summary>
    public static Monomial One => new("");

    /// <summary>A variable.</summary>
    public static Monomial Of(int variable) => Product([variable]);

    /// <summary>The total degree.</summary>
    public int Degree => Key.Length / Letters;

    /// <summary>The variables, each as often as its exponent says, ascending.</summary>
    public IEnumerable<int> Variables
    {
        get
        {
            for (var at = 0; at < Key.Length; at += Letters)
            {
                yield return (Key[at] << 16) | Key[at + 1];
            }
        }
    }

    /// <summary>The exponent of a variable.</summary>
    public int ExponentOf(int variable) => Variables.Count(factor => factor == variable);

    /// <summary>The product with another one.</summary>
    public Monomial Times(Monomial other)
    {
        if (Key.Length == 0 || other.Key.Length == 0)
        {
            return Key.Length == 0 ? other : this;
        }

        int[] factors = [.. Variables, .. other.Variables];
        Array.Sort(factors);
        return Product(factors);
    }

    /// <summary>The quotient by one factor of a variable that occurs.</summary>
    public Monomial Without(int variable)
    {
        var factors = Variables.ToList();
        factors.Remove(variable);
        return Product(factors);
    }

    /// <summary>The quotient by the highest power of a variable.</summary>
    public Monomial WithoutAll(int variable) => Product([.. Variables.Where(factor => factor != variable)]);

    /// <inheritdoc/>
    public int CompareTo(Monomial other) => string.CompareOrdinal(Key, other.Key);

    private static Monomial Product(IReadOnlyList<int> factors)
    {
        var letters = new char[Letters * factors.Count];
        for (var index = 0; index < factors.Count; index++)
        {
            letters[Letters * index] = (char)(factors[index] >> 16);
            letters[(Letters * index) + 1] = (char)(factors[index] & char.MaxValue);
        }

        return new(new string(letters));
    }
}
