using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.MultiParameter;

/// <summary>A solved problem over finitely many outcomes.</summary>
/// <param name="Problem">What was solved.</param>
/// <param name="Evidence">Every guarantee that holds, with its theorem or the enumeration that shows it.</param>
/// <param name="Survey">What was found by running it at every profile, or at a sample where types are not finitely many; null where neither is possible.</param>
public sealed record SolvedChoice(Problem Problem, EquatableArray<Evidence> Evidence, ChoiceSurvey? Survey) : Solution(Problem, Evidence)
{
    /// <summary>Exact expectations; null where <see cref="NoNumbersBecause"/> says why.</summary>
    public ChoiceNumbers? Expected => Survey?.Expected;

    /// <summary>The tables from which payments are made; null where they follow from values.</summary>
    public DerivedPayments? Derived { get; init; }

    /// <summary>Why there are no expectations, as a clause; null where there are, and where nobody asked for them.</summary>
    public string? NoNumbersBecause { get; init; }
}
