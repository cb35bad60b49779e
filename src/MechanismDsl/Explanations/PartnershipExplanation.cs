using System.Numerics;

namespace MechanismDsl.Explanations;

/// <summary>Why a partner gets everything or leaves, and what its payment is made of: what its report costs the others in expectation, and its part of what theirs cost.</summary>
public static class PartnershipExplanation
{
    /// <summary>Explains the dissolution of a partnership.</summary>
    /// <typeparam name="TMoney">The numbers of reports and payments.</typeparam>
    /// <param name="reports">What the whole firm is worth to every partner.</param>
    /// <param name="agent">The partner that asks; null for all, a line each.</param>
    /// <param name="names">The names of the partners; empty where they are told apart by their index.</param>
    /// <param name="charges">What every partner is charged for its report.</param>
    /// <param name="sides">What every partner pays besides.</param>
    /// <param name="run">The mechanism.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such partner, or a report lies outside its domain.</exception>
    /// <exception cref="ArgumentException">There is not one report a partner.</exception>
    public static string Of<TMoney>(ReadOnlySpan<TMoney> reports, int? agent, IReadOnlyList<string> names, Func<TMoney[], double[]> charges, IReadOnlyList<double> sides, Func<TMoney[], Dissolution<TMoney>> run)
        where TMoney : struct, INumber<TMoney>
    {
        ArgumentNullException.ThrowIfNull(charges);
        var all = reports.ToArray();
        var outcome = run(all);
        var payments = outcome.Payments.ToArray();
        var charged = charges(all);
        return string.Join('\n', Participants<TMoney>.Asked(agent, all.Length).Select(Explain));

        string Explain(int asked)
        {
            var others = charged.Where((_, partner) => partner != asked).Sum() / (all.Length - 1);
            var why = asked == outcome.Owner
                ? "gets everything, because nobody reports more"
                : $"leaves, because {Name(outcome.Owner, isFirst: false)} reports {ExplainedNumber.Of(all[outcome.Owner])}{(all[outcome.Owner] == all[asked] ? " as well and comes first" : string.Empty)}";
            var payment = payments[asked];
            var pays = payment == TMoney.Zero ? "pays nothing" : payment < TMoney.Zero ? $"receives {ExplainedNumber.Rounded(-payment)}" : $"pays {ExplainedNumber.Rounded(payment)}";
            var side = sides[asked] == 0 ? string.Empty : $", and {(sides[asked] < 0 ? "receives" : "pays")} {ExplainedNumber.Rounded(Math.Abs(sides[asked]))} whatever is reported, so that all agree";
            var grid = typeof(TMoney) == typeof(double) ? string.Empty : " All of that is rounded to the grid of the money, so that payments sum to zero.";
            return $"{Name(asked, isFirst: true)} reports {ExplainedNumber.Of(all[asked])} and {why}; it {pays}. It is charged {ExplainedNumber.Rounded(charged[asked])}, what its report takes from the others in expectation, "
                + $"receives {ExplainedNumber.Rounded(others)}, its part of what the others are charged{side}.{grid}";
        }

        string Name(int partner, bool isFirst) => names.Count > 0 ? names[partner] : ExplainedNumber.Format($"{(isFirst ? "Partner" : "partner")} {partner}");
    }
}
