using Fractions;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Bayesian;

/// <summary>A box of profiles at which no terms of the others' types add up to the welfare.</summary>
/// <param name="Base">The place of each agent's one type.</param>
/// <param name="Other">The place of each agent's other type.</param>
/// <param name="Value">The alternating sum of the welfare over the 2ⁿ corners: plus where an even number of agents has the other type. Not zero.</param>
public sealed record Box(EquatableArray<int> Base, EquatableArray<int> Other, Fraction Value);

/// <summary>
/// Lemma 7.5: truthful, efficient payments that balance at every profile exist in dominant strategies if and only if the welfare is a sum of terms that each
/// leave out one agent's type, W(t) = Σ Hᵢ(t₋ᵢ), that is, if all its n-th mixed differences vanish (Green and Laffont 1979). The payments are then
/// those of Groves with hᵢ = (n − 1) Hᵢ. The lemma says nothing about payments that are truthful in expectation only.
/// </summary>
/// <param name="types">The profiles of types.</param>
/// <param name="welfare">The highest welfare at each profile, social cost deducted.</param>
public sealed class MixedDifferences(TypeSpace types, EquatableArray<Fraction> welfare)
{
    /// <summary>The first box, from the lowest types, whose difference is not zero; null if there is none, and balancing terms exist.</summary>
    public Box? First() => Boxes().FirstOrDefault();

    /// <summary>The box with the largest difference from the first type of every agent; null if all are zero.</summary>
    public Box? Largest() => Boxes().Aggregate((Box?)null, (best, box) => best is null || box.Value.Abs() > best.Value.Abs() ? box : best);

    /// <summary>The terms Hᵢ(t₋ᵢ) that sum to the welfare, one row an agent, profiles of the others as numbered by <see cref="TypeSpace.OthersOf"/>.</summary>
    /// <param name="factor">By what they are multiplied: n − 1 for the charges of Groves.</param>
    /// <param name="grid">The grid on which every term lies; the sum is exact where the welfare lies on it. Null: rational numbers.</param>
    /// <exception cref="InvalidOperationException">A difference is not zero.</exception>
    /// <remarks>
    /// With the first types as base, W(t) is the alternating sum, over sets S of agents, of the welfare where those of S have their first types; each term
    /// leaves out the types of S and is divided among them alike.
    /// </remarks>
    public EquatableArray<EquatableArray<Fraction>> Terms(int factor, PaymentGrid? grid)
    {
        if (First() is not null)
        {
            throw new InvalidOperationException("The welfare is no sum of terms that each leave out one type.");
        }

        var rows = Enumerable.Range(0, types.Agents).Select(agent => new Fraction[types.Others(agent)]).ToArray();
        for (var agent = 0; agent < rows.Length; agent++)
        {
            for (var others = 0; others < rows[agent].Length; others++)
            {
                rows[agent][others] = Term(agent, types.Join(agent, 0, others), factor, grid);
            }
        }

        return rows.Select(row => row.ToEquatableArray()).ToEquatableArray();
    }

    private Fraction Term(int agent, int profile, int factor, PaymentGrid? grid)
    {
        var term = Fraction.Zero;
        for (var set = 1; set < 1 << types.Agents; set++)
        {
            if (((set >> agent) & 1) == 0)
            {
                continue;
            }

            var (members, before, at) = (0, 0, profile);
            for (var other = 0; other < types.Agents; other++)
            {
                if (((set >> other) & 1) == 1)
                {
                    members++;
                    before += other < agent ? 1 : 0;
                    at = types.With(at, other, 0);
                }
            }

            // On a grid the shares are the steps between rounded multiples, so that they sum to the whole.
            var whole = factor * welfare[at];
            var share = grid is null ? whole / members : grid.Down(whole * (before + 1) / members) - grid.Down(whole * before / members);
            term += members % 2 == 1 ? share : -share;
        }

        return term;
    }

    private IEnumerable<Box> Boxes()
    {
        // All boxes are sums of those that start at the first types, so these decide.
        var zeros = new int[types.Agents].ToEquatableArray();
        for (var corner = 0; corner < types.Profiles; corner++)
        {
            var other = types.TypesAt(corner);
            if (other.All(type => type > 0) && Difference(other) is { IsZero: false } value)
            {
                yield return new Box(zeros, other, value);
            }
        }
    }

    private Fraction Difference(EquatableArray<int> other)
    {
        var sum = Fraction.Zero;
        for (var set = 0; set < 1 << other.Count; set++)
        {
            var (at, members) = (0, 0);
            for (var agent = 0; agent < other.Count; agent++)
            {
                if (((set >> agent) & 1) == 1)
                {
                    at = types.With(at, agent, other[agent]);
                    members++;
                }
            }

            sum += members % 2 == 0 ? welfare[at] : -welfare[at];
        }

        return sum;
    }
}
