using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Matching;

/// <summary>A solved assignment of items to agents who want at most one each.</summary>
/// <param name="Problem">What was solved.</param>
/// <param name="Items">The items.</param>
/// <param name="Evidence">Every guarantee that holds, with its theorem.</param>
public sealed record SolvedAssignment(Problem Problem, UnitDemandItems Items, EquatableArray<Evidence> Evidence) : Solution(Problem, Evidence);
