using Fractions;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.Bayesian;

/// <summary>The sum X of independent types of which there are finitely many, in rational numbers: equal sums are one, so that there are few where agents are alike.</summary>
internal sealed class FiniteSum
{
    private readonly List<(Fraction Sum, Fraction Mass)> _sums;

    /// <summary>P(X ≥ x) and E[X; X ≥ x] at each of the sums.</summary>
    private readonly (Fraction Mass, Fraction Mean)[] _above;

    private FiniteSum(IEnumerable<KeyValuePair<Fraction, Fraction>> masses)
    {
        _sums = [.. masses.OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value))];
        _above = new (Fraction, Fraction)[_sums.Count + 1];
        _above[_sums.Count] = (Fraction.Zero, Fraction.Zero);
        for (var place = _sums.Count - 1; place >= 0; place--)
        {
            var (mass, mean) = _above[place + 1];
            _above[place] = ((mass + _sums[place].Mass).Reduce(), (mean + (_sums[place].Mass * _sums[place].Sum)).Reduce());
        }
    }

    /// <summary>The sums, ascending, and their probabilities.</summary>
    public IReadOnlyList<(Fraction Sum, Fraction Mass)> Sums => _sums;

    /// <summary>The sum of types; null if there are more than so many different sums. Without types it is 0.</summary>
    public static FiniteSum? Of(IReadOnlyList<AtomicPrior> types, int most, CancellationToken cancellation)
    {
        Dictionary<Fraction, Fraction> sums = new() { [Fraction.Zero] = Fraction.One };
        foreach (var prior in types)
        {
            cancellation.ThrowIfCancellationRequested();
            Dictionary<Fraction, Fraction> next = [];
            foreach (var before in sums)
            {
                for (var type = 0; type < prior.Values.Count; type++)
                {
                    var sum = (before.Key + prior.ExactValues[type]).Reduce();
                    next[sum] = ((next.TryGetValue(sum, out var mass) ? mass : Fraction.Zero) + (before.Value * prior.ExactMasses[type])).Reduce();
                }

                if (next.Count > most)
                {
                    return null;
                }
            }

            sums = next;
        }

        return new FiniteSum(sums);
    }

    /// <summary>P(X > bound).</summary>
    public Fraction Above(Fraction bound) => _above[PlaceAbove(bound)].Mass;

    /// <summary>E[(X − bound)⁺].</summary>
    public Fraction ExcessOver(Fraction bound) => _above[PlaceAbove(bound)] is var (mass, mean) ? mean - (bound * mass) : Fraction.Zero;

    /// <summary>The first sum above the bound.</summary>
    private int PlaceAbove(Fraction bound)
    {
        var (low, high) = (0, _sums.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _sums[middle].Sum > bound ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
