namespace MechanismDsl.Auditing;

/// <summary>What an audit looks at, for quasi-linear agents: utility is value − payment. The names are those of <see cref="Guarantee"/> where that has them.</summary>
public enum Law
{
    /// <summary>Truth is a best reply to every profile of the others' reports.</summary>
    DominantStrategyIncentiveCompatible,

    /// <summary>Truth is a best reply in expectation if the others are truthful.</summary>
    BayesianIncentiveCompatible,

    /// <summary>No truthful agent ends below its outside option, whatever the others report.</summary>
    ExPostIndividuallyRational,

    /// <summary>No type of an agent expects to end below its outside option.</summary>
    InterimIndividuallyRational,

    /// <summary>No agent expects, before it knows its type, to end below its outside option.</summary>
    ExAnteIndividuallyRational,

    /// <summary>Payments cover the cost at every profile.</summary>
    NoDeficit,

    /// <summary>Payments cover the cost in expectation.</summary>
    ExAnteNoDeficit,

    /// <summary>Payments sum to the cost at every profile.</summary>
    ExPostBudgetBalanced,

    /// <summary>Payments sum to the cost in expectation.</summary>
    ExAnteBudgetBalanced,

    /// <summary>No agent is ever paid.</summary>
    NoSubsidy,

    /// <summary>What is chosen is worth most at every profile, its cost deducted.</summary>
    AllocativelyEfficient,

    /// <summary>
    /// At no profile would another outcome, with payments that bring in as much after its cost, leave everybody at least as well off and somebody better. With
    /// money to hand around that is so exactly if the outcome is efficient.
    /// </summary>
    ParetoOptimal,
}
