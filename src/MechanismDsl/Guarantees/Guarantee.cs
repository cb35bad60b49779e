namespace MechanismDsl;

/// <summary>
/// What a mechanism can promise, for quasi-linear agents without budgets who hold one identity each. Member N is the interface I + N, which the generated
/// part of a mechanism implements if N holds for it.
/// </summary>
/// <remarks>Payments count from the agent's side: a positive payment is paid by the agent, utility = value − payment.</remarks>
public enum Guarantee
{
    /// <summary>Truth is a best reply to every profile of the others' reports.</summary>
    DominantStrategyIncentiveCompatible,

    /// <summary>Truth is a best reply in expectation if the others are truthful and the prior is common knowledge.</summary>
    BayesianIncentiveCompatible,

    /// <summary>No truthful agent ends below its outside option, whatever the others report.</summary>
    ExPostIndividuallyRational,

    /// <summary>No type of an agent expects to end below its outside option.</summary>
    InterimIndividuallyRational,

    /// <summary>No agent expects, before it knows its type, to end below its outside option.</summary>
    ExAnteIndividuallyRational,

    /// <summary>Payments sum to the cost at every profile.</summary>
    ExPostBudgetBalanced,

    /// <summary>Payments sum to the cost in expectation.</summary>
    ExAnteBudgetBalanced,

    /// <summary>Payments cover the cost at every profile.</summary>
    NoDeficit,

    /// <summary>No agent is ever paid: every payment is at least zero.</summary>
    NoSubsidy,

    /// <summary>The allocation maximises the sum of values minus social cost at every profile.</summary>
    AllocativelyEfficient,
}
