using Fractions;

namespace MechanismDsl.Auditing.Declarations;

/// <summary>The types of an agent that values several goods: every value of one with every value of the others, the last good's running fastest.</summary>
/// <param name="Types">The values of the goods, type by type.</param>
/// <param name="Masses">The probability of each type.</param>
internal sealed record DeclaredGoods(IReadOnlyList<double[]> Types, IReadOnlyList<Fraction> Masses)
{
    /// <summary>The types by declaration; null if the values of some good are not finitely many.</summary>
    /// <param name="mechanism">The declaration.</param>
    /// <param name="agent">The agent.</param>
    /// <param name="goods">The number of goods.</param>
    public static DeclaredGoods? Of(DeclaredMechanism mechanism, DeclaredAgent agent, int goods)
    {
        var (types, masses) = (new List<double[]> { Array.Empty<double>() }, new List<Fraction> { Fraction.One });
        for (var good = 0; good < goods; good++)
        {
            if (DeclaredTypes.Atoms(DeclaredPriors.OfGood(mechanism, agent, good)) is not var (values, chances))
            {
                return null;
            }

            types = [.. types.SelectMany(type => values.Select(value => (double[])[.. type, value]))];
            masses = [.. masses.SelectMany(mass => chances.Select(chance => (mass * chance).Reduce()))];
        }

        return new DeclaredGoods(types, masses);
    }
}
