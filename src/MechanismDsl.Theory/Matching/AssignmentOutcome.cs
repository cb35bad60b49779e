using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Matching;

/// <summary>What an assignment decides at one profile of values.</summary>
/// <param name="Items">For each agent the index of its item; −1: none.</param>
/// <param name="Payments">What each agent pays.</param>
/// <param name="Welfare">The sum of the values of what is assigned.</param>
public sealed record AssignmentOutcome(EquatableArray<int> Items, EquatableArray<decimal> Payments, decimal Welfare);
