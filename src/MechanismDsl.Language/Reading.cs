using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language;

/// <summary>What a declaration means.</summary>
/// <param name="Problem">The problem in normal form; null if a finding is an error, because then there is nothing to solve.</param>
/// <param name="Findings">What is wrong or worth knowing about the declaration itself (rules 0xxx, 2xxx and 4xxx); theorems about the solution come later.</param>
public sealed record Reading(Problem? Problem, EquatableArray<Finding> Findings)
{
    /// <summary>Where the declaration states the prior of each agent, in order (one entry for alike agents): the type itself where it states none. Empty without a problem.</summary>
    public EquatableArray<Place> PriorPlaces { get; init; }

    /// <summary>The user's own rules, understood; null where there is none, and without a problem.</summary>
    public UserRules? Rules { get; init; }

    /// <summary>The outcomes to choose from, as C# knows them; null elsewhere, and without a problem.</summary>
    public UserChoice? Choice { get; init; }
}
