using MechanismDsl.Generators.Explaining;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Theory.Exchange;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Planning;

/// <summary>What is written for an exchange of single units.</summary>
/// <param name="Type">The type to extend.</param>
/// <param name="Evidence">Every guarantee that holds, with its theorem.</param>
/// <param name="Currency">The type of reports and payments.</param>
/// <param name="Rule">Who trades at which prices.</param>
/// <param name="IsPair">Whether exactly one seller meets one buyer.</param>
/// <param name="Agents">The named agents in the order of their reports; empty for alike ones.</param>
/// <param name="Numbers">What can be expected of one seller and one buyer; null where it is not known.</param>
/// <param name="Explanation">The mechanism in English; its first line is the summary.</param>
internal sealed record ExchangePlan(
    TypeIdentity Type,
    EquatableArray<Evidence> Evidence,
    Currency Currency,
    ExchangeRule Rule,
    bool IsPair,
    EquatableArray<Trader> Agents,
    TradeNumbers? Numbers,
    EquatableArray<ExplanationLine> Explanation)
    : FilePlan(Type, Evidence)
{
    /// <summary>What is decided, in a few words.</summary>
    public string Environment => IsPair ? "bilateral trade" : "double auction";

    /// <summary>Whether the agents of a double auction have names.</summary>
    public bool IsNamed => !IsPair && Agents.Count > 0;

    /// <summary>The number of alike buyers that every run has; null where it is known when the mechanism runs, and where agents have names.</summary>
    public int? Buyers { get; init; }

    /// <summary>The number of alike sellers that every run has; null where it is known when the mechanism runs, and where agents have names.</summary>
    public int? Sellers { get; init; }

    /// <summary>The numbers of buyers and sellers of every run; null where they are known when the mechanism runs.</summary>
    public (int Buyers, int Sellers)? Counts => IsNamed ? (Agents.Count(agent => agent.IsBuyer), Agents.Count(agent => !agent.IsBuyer))
        : this is { Buyers: { } buyers, Sellers: { } sellers } ? (buyers, sellers)
        : null;

    /// <inheritdoc/>
    public override FilePlan Unjudged() => this;
}

/// <summary>A named agent of an exchange.</summary>
/// <param name="Name">The declared name.</param>
/// <param name="IsBuyer">Whether it is a buyer; otherwise a seller.</param>
internal sealed record Trader(string Name, bool IsBuyer)
{
    /// <summary>The member of the result that says whether it trades.</summary>
    public string Member => Writing.Identifier.Member(Name) + (IsBuyer ? "Buys" : "Sells");
}

/// <summary>Who trades at which prices.</summary>
internal abstract record ExchangeRule
{
    private ExchangeRule() { }

    /// <summary>All pairs whose bid is at least the cost, with Clarke payments.</summary>
    internal sealed record Clarke : ExchangeRule;

    /// <summary>McAfee's trade reduction.</summary>
    internal sealed record Reduction : ExchangeRule;

    /// <summary>The pair, if its scores sum to enough; thresholds are the prices.</summary>
    internal sealed record Scores(ScoreCode Code) : ExchangeRule;

    /// <summary>All pairs whose bid is at least the cost; each is paid what the other is expected to have of its report.</summary>
    /// <param name="Costs">The distribution of costs, as an expression.</param>
    /// <param name="Values">The distribution of values, as an expression.</param>
    /// <param name="Constant">What the buyer pays, and the seller receives, besides.</param>
    internal sealed record Agva(string Costs, string Values, double Constant) : ExchangeRule
    {
        private const string Library = "global::MechanismDsl.Kernels.TailMean.";

        /// <summary>The rule for two priors, uniform or finite.</summary>
        public static Agva Of(Prior costs, Prior values, Fractions.Fraction constant) => new(Text(costs), Text(values), RationalText.ToDouble(constant));

        private static string Text(Prior prior)
        {
            if (prior is not AtomicPrior atoms)
            {
                return $"{Library}Uniform({NumberText.Exact(prior.Lower)}, {NumberText.Exact(prior.Upper)})";
            }

            var tails = atoms.ExactValues.Select((_, first) => RationalText.ToDouble(Enumerable.Range(first, atoms.ExactValues.Count - first)
                .Select(atom => atoms.ExactValues[atom] * atoms.ExactMasses[atom])
                .Aggregate(Fractions.Fraction.Zero, (sum, term) => sum + term)));
            return $"{Library}Finite([{string.Join(", ", atoms.Values.Select(value => NumberText.Exact(value)))}], [{string.Join(", ", tails.Select(tail => NumberText.Exact(tail)))}, 0])";
        }
    }

    /// <summary>Who accepts a fixed price.</summary>
    internal sealed record AtPrice(double Amount) : ExchangeRule;
}
