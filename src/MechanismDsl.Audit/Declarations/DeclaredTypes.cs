using System.Globalization;
using Fractions;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Auditing.Declarations;

/// <summary>The finitely many types that a declaration states, and the weights of a joint prior.</summary>
internal static class DeclaredTypes
{
    /// <summary>The types of an agent; null if they are not finitely many by declaration.</summary>
    /// <param name="mechanism">The declaration.</param>
    /// <param name="agent">The agent's name; null: all agents'.</param>
    public static IReadOnlyList<double>? Of(DeclaredMechanism mechanism, string? agent)
    {
        foreach (var use in mechanism.Uses.OrderByDescending(use => use.Get<string>("Agent") is not null))
        {
            if (use.Get<string>("Agent") is { } name && name != agent)
            {
                continue;
            }

            switch (use.Attribute)
            {
                case TypesAttribute types:
                    return types.Values;
                case TypeRangeAttribute range:
                    return [.. Enumerable.Range(range.Low, range.High - range.Low + 1).Select(type => (double)type)];
            }
        }

        return null;
    }

    /// <summary>The types and probabilities of a prior with finitely many values; null for another one.</summary>
    public static (IReadOnlyList<double> Values, IReadOnlyList<Fraction> Masses)? Atoms(Prior? prior) =>
        prior is AtomicPrior atoms ? ([.. atoms.Values], [.. atoms.ExactMasses]) : null;

    /// <summary>The weights of a joint prior, as the decimals or fractions that they are written as.</summary>
    public static IReadOnlyList<Fraction> JointWeights(DeclaredUse joint) => joint.Attribute is JointPriorAttribute { Table: { } table }
        ? [.. table.Split([' ', ',', ';', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(text => Fraction.FromString(text, CultureInfo.InvariantCulture))]
        : [.. ((JointPriorAttribute)joint.Attribute).Weights.Select(RationalText.FromDecimal)];
}
