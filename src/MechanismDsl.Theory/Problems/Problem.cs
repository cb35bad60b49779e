using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Problems;

/// <summary>
/// One declared design problem in normal form: environment × information × participation × objective × payments → guarantees.
/// The declaration's words are gone; what is left is what a solver needs, and two declarations that mean the same are equal.
/// </summary>
/// <remarks>
/// Sign conventions: a positive payment is paid by the agent, utility = value − payment. An agent's <em>type</em> is its value if it
/// is a buyer and minus its cost if it is a supplier, so that a higher type is always better to serve and one theory covers both sides.
/// </remarks>
public sealed record Problem
{
    /// <summary>What can be decided: kernel, feasible set, the feasible set without one agent, ownership, cost.</summary>
    public required Environment Environment { get; init; }

    /// <summary>Who takes part, with priors, reserves and outside options.</summary>
    public required Population Population { get; init; }

    /// <summary>What is known about the types.</summary>
    public required Information Information { get; init; }

    /// <summary>At which stage agents may still walk away.</summary>
    public required Participation Participation { get; init; }

    /// <summary>What the allocation maximises.</summary>
    public required Objective Objective { get; init; }

    /// <summary>Who pays what, given the allocation.</summary>
    public required PaymentRule Payments { get; init; }

    /// <summary>Who wins among equals.</summary>
    public required TieBreaking Ties { get; init; }

    /// <summary>The numbers in which reports and payments are made.</summary>
    public required Money Money { get; init; }

    /// <summary>The guarantees that the declaration promises.</summary>
    public required EquatableArray<Guarantee> Claims { get; init; }

    /// <summary>The guarantees that the user answers for, each once, in the order of the enum.</summary>
    public EquatableArray<Assumption> Assumptions { get; init; }

    /// <summary>What methods of the user's own decide; null where none does.</summary>
    public OwnRules? Own { get; init; }

    /// <summary>How agents value the outcomes, where one of finitely many is chosen; null elsewhere.</summary>
    public OutcomeChoice? Choice { get; init; }

    /// <summary>The joint distribution of finitely many types, in the order of the agents; null where types are independent or nothing is known.</summary>
    public Finite.JointDistribution? Joint { get; init; }

    /// <summary>What is optimised over all mechanisms with the promised guarantees; null where the goal is solved in another way.</summary>
    public Optimum? Optimum { get; init; }

    /// <summary>
    /// For each profile of types, the last agent's running fastest, the outcome that a rule of the author's own decides for; null where the program decides.
    /// </summary>
    public EquatableArray<int>? Decision { get; init; }

    /// <summary>The strategy that turns an indirect mechanism into its direct form; null for a direct mechanism.</summary>
    public Priors.Formula? Strategy { get; init; }

    /// <summary>The bids that an indirect mechanism allows; null where every legal report is a bid.</summary>
    public MessageInterval? Messages { get; init; }

    /// <summary>The lowest bid of a buyer that can be served: its reserve or the seller's own value, whichever is higher; at least 0.</summary>
    /// <param name="buyer">A buyer whose reserve, if it has one, is not left to the run.</param>
    public double LowestBid(Agent buyer)
    {
        // A fixed price is not compared with the cost of serving.
        var cost = Objective != Objective.FirstToAccept && Environment.Cost is SocialCost.PerServed(var amount) ? amount : 0;
        return Math.Max(Math.Max(0, cost), buyer.Reserve?.Amount ?? 0);
    }
}

/// <summary>The bids in [Low, High].</summary>
public sealed record MessageInterval(double Low, double High);
