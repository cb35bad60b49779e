using Fractions;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Problems;

/// <summary>What a mechanism that is found by a linear program makes as great as it can be.</summary>
public enum OptimumGoal
{
    /// <summary>Expected payments less expected cost.</summary>
    Revenue,

    /// <summary>Expected values less expected cost, whoever pays.</summary>
    Welfare,

    /// <summary>What a rule of the author's own says of outcome and types, and a multiple of the payments.</summary>
    Own,
}

/// <summary>An optimal mechanism is sought among all that have the guarantees.</summary>
/// <param name="Goal">What is maximised.</param>
/// <param name="IsDeterministic">Whether every profile has one outcome; otherwise outcomes may be drawn.</param>
public sealed record Optimum(OptimumGoal Goal, bool IsDeterministic)
{
    /// <summary>What a unit of payments counts under <see cref="OptimumGoal.Own"/>.</summary>
    public Fraction PaymentWeight { get; init; }

    /// <summary>For each profile of types and each outcome what it counts under <see cref="OptimumGoal.Own"/>; empty under another goal.</summary>
    public EquatableArray<EquatableArray<Fraction>> Worth { get; init; }
}
