using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Problems;

/// <summary>A solved problem: what writers of code and of prose need, computed. Every family of mechanisms has its own.</summary>
/// <param name="Problem">What was solved.</param>
/// <param name="Evidence">Every guarantee that holds, with its theorem.</param>
public abstract record Solution(Problem Problem, EquatableArray<Evidence> Evidence);
