using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language;

/// <summary>What a declaration means.</summary>
/// <param name="Problem">The problem in normal form; null if a finding is an error, because then there is nothing to solve.</param>
/// <param name="Findings">What is wrong or worth knowing about the declaration itself (rules 0xxx, 2xxx and 4xxx); theorems about the solution come later.</param>
public sealed record Reading(Problem? Problem, EquatableArray<Finding> Findings);
