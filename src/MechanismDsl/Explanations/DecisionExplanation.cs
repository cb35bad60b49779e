using System.Numerics;

namespace MechanismDsl.Explanations;

/// <summary>Why one of finitely many outcomes is chosen, and why every agent pays what it pays: what would be chosen without it.</summary>
public static class DecisionExplanation
{
    /// <summary>Explains a decision.</summary>
    /// <typeparam name="TOutcome">The enumeration of the outcomes.</typeparam>
    /// <typeparam name="TMoney">The numbers of payments.</typeparam>
    /// <param name="decision">What was decided.</param>
    /// <param name="agent">The agent that asks; null for all, a line each.</param>
    /// <param name="names">The names of the agents; empty where they are told apart by their index.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such agent.</exception>
    public static string Of<TOutcome, TMoney>(Decision<TOutcome, TMoney> decision, int? agent, IReadOnlyList<string> names)
        where TOutcome : struct, Enum
        where TMoney : struct, INumber<TMoney>
    {
        var lines = new List<string> { $"{decision.Outcome} is chosen." };
        foreach (var asked in Participants<TMoney>.Asked(agent, decision.Agents))
        {
            var payment = decision.Payments[asked];
            var pays = payment == TMoney.Zero ? "pays nothing" : payment < TMoney.Zero ? $"receives {ExplainedNumber.Of(-payment)}" : $"pays {ExplainedNumber.Of(payment)}";
            lines.Add($"{(names.Count > 0 ? names[asked] : ExplainedNumber.Format($"Agent {asked}"))} {pays}; "
                + (decision.IsPivotal(asked) ? $"without it {decision.Without(asked)} would be chosen." : "without it the same would be chosen."));
        }

        return string.Join('\n', lines);
    }
}
