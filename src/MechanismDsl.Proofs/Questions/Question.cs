using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Proofs.Questions;

/// <summary>A law that a rule can obey or break. Utility is value · quantity − payment; a supplier's value is minus its cost.</summary>
public enum Property
{
    /// <summary>A buyer's score never falls as its report rises (a supplier's never rises as its cost does), everything public held fixed.</summary>
    MonotoneScore,

    /// <summary>An agent's quantity never falls as its report rises (a supplier's never rises as its cost does), whatever the others report.</summary>
    MonotoneAllocation,

    /// <summary>The quantities never exceed what there is.</summary>
    Feasible,

    /// <summary>A truthful agent never ends below its outside option (ex post).</summary>
    IndividuallyRational,

    /// <summary>No agent gains by a false report, whatever the others report (dominant strategies).</summary>
    Truthful,

    /// <summary>No agent is ever paid: every payment is at least zero.</summary>
    NoSubsidy,

    /// <summary>The payments cover the cost at every profile.</summary>
    NoDeficit,

    /// <summary>The payments equal the cost at every profile.</summary>
    BudgetBalanced,

    /// <summary>The payment is the threshold payment of the allocation plus a term that does not depend on the agent's own report.</summary>
    PaymentIdentity,

    /// <summary>The allocation maximises the sum of the values of those served, less the cost, over what is feasible.</summary>
    Efficient,

    /// <summary>The score does not depend on the input <see cref="Question.Focus"/>, which the agent could misreport.</summary>
    UnaffectedByInput,

    /// <summary>The rule has a finite result on all legal reports: no exception, no NaN, no index outside an array.</summary>
    Total,
}

/// <summary>An input of the mechanism: one number, or one number for every agent.</summary>
/// <param name="Name">The name in the source, for messages.</param>
/// <param name="Role"><see cref="ParameterRole.Report"/>, <see cref="ParameterRole.Reports"/>, <see cref="ParameterRole.Public"/> or <see cref="ParameterRole.PublicOfAgents"/>.</param>
/// <param name="Domains">One domain that holds for all agents, or one for every agent.</param>
public sealed record Input(string Name, ParameterRole Role, EquatableArray<Domain> Domains)
{
    /// <summary>The values that agent <paramref name="agent"/>, or the scalar, can have.</summary>
    public Domain DomainOf(int agent) => Domains.Count == 1 ? Domains[0] : Domains[agent];
}

/// <summary>How many agents can take part.</summary>
/// <param name="Min">The fewest, at least 1.</param>
/// <param name="Max">The most; null for no limit.</param>
public sealed record AgentRange(int Min, int? Max);

/// <summary>The user's rules of one mechanism, and what they are applied to.</summary>
/// <remarks>
/// The parameters of every rule other than <see cref="ParameterRole.Agent"/> and <see cref="ParameterRole.Output"/> are, in order, the
/// <see cref="Inputs"/>. Exactly one input is the report.
/// </remarks>
public sealed record RuleSystem
{
    /// <summary>What the rules take.</summary>
    public required EquatableArray<Input> Inputs { get; init; }

    /// <summary>Whether reports are values or costs.</summary>
    public required Side Side { get; init; }

    /// <summary>How many agents can take part; irrelevant for a score.</summary>
    public required AgentRange Agents { get; init; }

    /// <summary>The score of one agent; null if the mechanism has an allocation of its own.</summary>
    public Rule? Score { get; init; }

    /// <summary>Who gets what; null if the highest non-negative score wins.</summary>
    public Rule? Allocation { get; init; }

    /// <summary>How the allocation states its result.</summary>
    public AllocationForm Form { get; init; }

    /// <summary>What an agent pays, by its index; null for derived threshold payments.</summary>
    public Rule? Payment { get; init; }

    /// <summary>How many units, or how much probability, there is.</summary>
    public double Supply { get; init; } = 1;

    /// <summary>What an agent has if it does not take part.</summary>
    public double OutsideOption { get; init; }

    /// <summary>What serving one unit costs the platform.</summary>
    public double UnitCost { get; init; }
}

/// <summary>A law and the rules that it is asked of; equal questions have equal answers, on every machine and in every run.</summary>
/// <param name="Property">The law.</param>
/// <param name="System">The rules.</param>
/// <param name="Focus">For <see cref="Property.UnaffectedByInput"/>: the number of the input; otherwise 0.</param>
public sealed record Question(Property Property, RuleSystem System, int Focus = 0);
