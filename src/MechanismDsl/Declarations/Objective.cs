namespace MechanismDsl;

/// <summary>What <see cref="OptimalAttribute"/> makes as great as it can be.</summary>
public enum Objective
{
    /// <summary>Expected payments less expected cost.</summary>
    Revenue,

    /// <summary>Expected values less expected cost, whoever pays.</summary>
    Welfare,

    /// <summary>What a method marked <see cref="GoalAttribute"/> says of outcome and types, plus <see cref="OptimalAttribute.PaymentWeight"/> times the payments.</summary>
    Own,
}
