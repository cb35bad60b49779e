using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Problems;

/// <summary>What is known about the agents' types.</summary>
public enum Information
{
    /// <summary>Nothing: the mechanism must work for every profile.</summary>
    Unknown,

    /// <summary>Types are independent and every agent's prior is common knowledge.</summary>
    IndependentPriors,

    /// <summary>One joint distribution over all profiles, common knowledge.</summary>
    JointPrior,

    /// <summary>Each agent has beliefs of its own; no common prior.</summary>
    PersonalBeliefs,
}

/// <summary>At which stage an agent may still refuse, with its outside option as the alternative.</summary>
public enum Participation
{
    /// <summary>Nothing is promised.</summary>
    Unspecified,

    /// <summary>Before it knows its type.</summary>
    ExAnte,

    /// <summary>Knowing its own type.</summary>
    Interim,

    /// <summary>Knowing the outcome.</summary>
    ExPost,
}

/// <summary>What the allocation maximises over the feasible set.</summary>
public enum Objective
{
    /// <summary>Σ types − social cost.</summary>
    Efficient,

    /// <summary>Expected payments − social cost: Σ ironed virtual types − social cost, pointwise (Myerson 1981).</summary>
    RevenueOptimal,

    /// <summary>The most welfare that balances in expectation, pointwise with a share of the information rents as a cost (Myerson and Satterthwaite 1983).</summary>
    SecondBest,

    /// <summary>Whatever <see cref="Problem.Optimum"/> says, over all mechanisms with the promised guarantees.</summary>
    Optimum,

    /// <summary>Nothing is optimised: the best report wins.</summary>
    BestReport,

    /// <summary>Nothing is optimised: the first agent (by the tie rule) whose report meets the fixed price is served.</summary>
    FirstToAccept,

    /// <summary>Σ types − social cost, of which the least valuable trade is given up where its own reports have to be the prices (McAfee 1992).</summary>
    ReducedTrade,

    /// <summary>Nothing is optimised: the user's own score ranks the agents, and one below zero is not served.</summary>
    UserScore,

    /// <summary>Nothing is optimised: the user's own rule says from all reports who is served.</summary>
    UserAllocation,
}

/// <summary>Who pays what, given the allocation.</summary>
public abstract record PaymentRule
{
    private PaymentRule() { }

    /// <summary>What every agent pays for being in the room, served or not (0: nothing).</summary>
    public double EntryFee { get; init; }

    /// <summary>A served agent pays inf{report : it would still be served}; the others pay nothing. Single-item Clarke payments are the same.</summary>
    public sealed record Threshold : PaymentRule;

    /// <summary>Every agent pays what its presence costs the others: max W₋ᵢ − W₋ᵢ(chosen), divided by its weight (Clarke 1971).</summary>
    public sealed record Clarke : PaymentRule;

    /// <summary>
    /// Every agent pays as much as its participation allows, whatever the others report: min over its types of (W − outside option), less the others' welfare of
    /// the chosen outcome (Krishna and Perry 1998). Types are finitely many.
    /// </summary>
    public sealed record IndividuallyRational : PaymentRule
    {
        /// <summary>
        /// Whether participation is decided by agents who know their own type only: then an agent is charged the same at every profile, min over its types of
        /// (E[W | type] − outside option), which needs independent priors.
        /// </summary>
        public bool IsInterim { get; init; }
    }

    /// <summary>
    /// Payments that sum to the cost at every profile, made of what each type expects under independent priors (Arrow 1979; d'Aspremont and Gérard-Varet 1979).
    /// Types are finitely many, and so are the agents.
    /// </summary>
    /// <param name="Method">How.</param>
    /// <param name="Base">The payments that are balanced; those of Clarke, except for <see cref="BalancingMethod.Rebalanced"/>.</param>
    public sealed record Balanced(BalancingMethod Method, PaymentRule Base) : PaymentRule;

    /// <summary>
    /// Groves payments that sum to the cost at every profile, where they exist (Green and Laffont 1979); Clarke payments where they do not. Types are finitely many,
    /// and so are the agents.
    /// </summary>
    public sealed record BalancedGroves : PaymentRule;

    /// <summary>
    /// Every agent pays a term that depends on the types of the others alone, less the others' welfare of the chosen outcome, divided by its weight
    /// (Groves 1973). Types are finitely many, and so are the agents.
    /// </summary>
    /// <param name="Terms">
    /// For each agent (one row for alike agents) its term at every profile of the others' types: agents in order, the last one's type running fastest.
    /// </param>
    public sealed record Groves(EquatableArray<EquatableArray<double>> Terms) : PaymentRule;

    /// <summary>Those who get a product share its cost equally, the largest group to each of whom it is worth a share (Moulin 1994; Moulin and Shenker 2001).</summary>
    public sealed record CostSharing : PaymentRule;

    /// <summary>What the linear program finds.</summary>
    public sealed record Optimised : PaymentRule;

    /// <summary>A served agent pays its own report.</summary>
    public sealed record PayAsBid : PaymentRule;

    /// <summary>Every agent pays its own report, served or not.</summary>
    public sealed record AllPay : PaymentRule;

    /// <summary>Every served agent pays the worst report that is served: the lowest winning bid. Not the threshold, which is the best report that is not served.</summary>
    public sealed record UniformPrice : PaymentRule;

    /// <summary>The agent of a slot pays for each of its clicks the next agent's report, or the reserve where nobody comes next.</summary>
    public sealed record GeneralizedSecondPrice : PaymentRule;

    /// <summary>
    /// Every agent pays what a seller that knew its belief would charge it, and a bet on the others' types that makes the truth about its belief its best
    /// report (Crémer and McLean 1988). Types are finitely many, with a joint distribution.
    /// </summary>
    public sealed record BeliefElicitation : PaymentRule;

    /// <summary>Payments in the core: the lowest sum, and of these the nearest to Clarke's (Day and Cramton 2012).</summary>
    public sealed record CoreSelecting : PaymentRule;

    /// <summary>A served agent pays <paramref name="Price"/>.</summary>
    public sealed record Posted(double Price) : PaymentRule;

    /// <summary>
    /// Every partner pays the expected externality of its report and receives an equal part of what each other pays, with side payments that sum to zero
    /// (d'Aspremont and Gérard-Varet 1979; Cramton, Gibbons and Klemperer 1987).
    /// </summary>
    public sealed record Dissolution : PaymentRule;

    /// <summary>The user's own rule says from all reports what each agent pays.</summary>
    public sealed record Own : PaymentRule;
}

/// <summary>How payments are balanced in expectation of the others' types.</summary>
public enum BalancingMethod
{
    /// <summary>Every agent pays the one before it what its own type is expected to cost the others.</summary>
    ExpectedExternality,

    /// <summary>Every agent receives what the others are expected to have of its report; all others pay that alike (d'AGVA).</summary>
    DAgva,

    /// <summary>Any incentive-compatible payments keep their interim values, less the expected surplus that all share alike.</summary>
    Rebalanced,
}

/// <summary>Who wins among equal scores.</summary>
public enum TieBreaking
{
    /// <summary>The lowest index.</summary>
    LowestIndex,

    /// <summary>All of them with equal probability; outcomes are probabilities and expected payments.</summary>
    Shared,

    /// <summary>The highest declared priority, then the lowest index.</summary>
    Priority,
}

/// <summary>The numbers in which reports and payments are made.</summary>
/// <param name="Kind">The C# type.</param>
/// <param name="Decimals">Digits after the decimal point of the grid (decimal money only).</param>
public sealed record Money(MoneyKind Kind, int Decimals = 0)
{
    /// <summary>The highest amount of which the grid is looked at: the upper end of the report domain.</summary>
    private const double Highest = 1e15;

    /// <summary>True if reports lie on a grid, so that a price is the smallest grid report that still wins.</summary>
    public bool IsGrid => Kind != MoneyKind.Double;

    /// <summary>The number of grid steps that make one unit of money; 1 where there is no grid.</summary>
    public double StepsPerUnit => (double)Steps;

    /// <summary>The smallest grid amount that is at least the given one; without a grid, and outside [−1e15, 1e15], the amount itself.</summary>
    public double RoundUp(double amount) => Round(amount, decimal.Ceiling);

    /// <summary>The greatest grid amount that is at most the given one; without a grid, and outside [−1e15, 1e15], the amount itself.</summary>
    public double RoundDown(double amount) => Round(amount, decimal.Floor);

    private decimal Steps
    {
        get
        {
            var steps = 1m;
            for (var digit = 0; Kind == MoneyKind.Decimal && digit < Decimals; digit++)
            {
                steps *= 10;
            }

            return steps;
        }
    }

    private double Round(double amount, Func<decimal, decimal> toInteger) =>
        !IsGrid || !(Math.Abs(amount) <= Highest) ? amount : (double)(toInteger((decimal)amount * Steps) / Steps);
}

/// <summary>The C# type of reports and payments.</summary>
public enum MoneyKind
{
    /// <summary><c>double</c>.</summary>
    Double,

    /// <summary><c>decimal</c> on a grid of 10^−Decimals.</summary>
    Decimal,

    /// <summary><c>long</c> on a grid of one unit.</summary>
    Int64,
}

/// <summary>What a mechanism can promise. The public enum of the same name in the package has the same members in the same order.</summary>
public enum Guarantee
{
    /// <summary>Truth is a best reply to every profile of the others' reports.</summary>
    DominantStrategyIncentiveCompatible,

    /// <summary>Truth is a best reply in expectation if the others are truthful.</summary>
    BayesianIncentiveCompatible,

    /// <summary>No truthful agent ends below its outside option.</summary>
    ExPostIndividuallyRational,

    /// <summary>No type expects to end below its outside option.</summary>
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
