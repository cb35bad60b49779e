using Fractions;

namespace MechanismDsl.Theory.Bayesian;

/// <summary>The greatest interim payments that an agent with finitely many types makes of its own accord, in rational numbers.</summary>
/// <remarks>
/// Truth and participation bound payments by differences: m(t) ≤ m(r) + V(t, t) − V(t, r), and m(t) ≤ V(t, t) − o(t). The shortest paths from "outside" are the
/// greatest payments that obey all bounds, for every type at once, so that no linear program is needed; a negative cycle means that none do (Rochet 1987;
/// shortest paths by Bellman 1958).
/// </remarks>
internal static class FiniteTransfers
{
    /// <summary>The greatest payment of each type; null if truth cannot be made a best reply.</summary>
    /// <param name="values">V(t, r): what the decision is expected to be worth to type t (row) if it reports r (column).</param>
    /// <param name="options">What staying away is worth to each type.</param>
    public static Fraction[]? Greatest(Fraction[][] values, Fraction[] options)
    {
        var payments = options.Select((option, type) => values[type][type] - option).ToArray();
        for (var round = 0; round <= payments.Length; round++)
        {
            var changed = false;
            for (var type = 0; type < payments.Length; type++)
            {
                for (var report = 0; report < payments.Length; report++)
                {
                    var bound = payments[report] + values[type][type] - values[type][report];
                    if (bound < payments[type])
                    {
                        payments[type] = bound;
                        changed = true;
                    }
                }
            }

            if (!changed)
            {
                return payments;
            }
        }

        return null;
    }
}
