using Fractions;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Equivalence;

/// <summary>What a mechanism decides and charges at one profile of reports.</summary>
/// <param name="Decision">The chance of each outcome; where agents are served or trade, the chance of each of them.</param>
/// <param name="Payments">What each agent pays; negative: it is paid.</param>
internal sealed record Ruling(EquatableArray<Fraction> Decision, EquatableArray<Fraction> Payments);

/// <summary>How a mechanism decides at any profile, by running its definition.</summary>
/// <param name="Agents">The agents, in the order of their reports.</param>
/// <param name="Labels">What the entries of a decision are the chances of: outcomes, or agents.</param>
/// <param name="AreOutcomes">Whether they are outcomes, one of which is chosen; otherwise agents.</param>
/// <param name="IsExact">Whether payments are rational numbers; otherwise they carry the rounding of doubles.</param>
/// <param name="Steps">About how many steps one profile takes.</param>
/// <param name="At">The ruling at a profile of legal reports.</param>
internal sealed record Court(EquatableArray<Agent> Agents, EquatableArray<string> Labels, bool AreOutcomes, bool IsExact, long Steps, Func<IReadOnlyList<double>, Ruling> At)
{
    /// <summary>A decision in words.</summary>
    public string Words(EquatableArray<Fraction> decision)
    {
        var sure = Enumerable.Range(0, decision.Count).Where(entry => decision[entry] == Fraction.One).Select(entry => Labels[entry]).ToList();
        var possible = Enumerable.Range(0, decision.Count).Where(entry => decision[entry].IsPositive && decision[entry] != Fraction.One)
            .Select(entry => $"{Labels[entry]} with probability {RationalText.Of(decision[entry])}")
            .ToList();
        return AreOutcomes ? $"decides {string.Join(", ", sure.Concat(possible))}"
            : sure.Count + possible.Count == 0 ? "serves nobody"
            : $"serves {string.Join(" and ", sure.Concat(possible))}";
    }
}
