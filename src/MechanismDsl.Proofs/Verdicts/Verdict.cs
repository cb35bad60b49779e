using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Proofs.Verdicts;

/// <summary>The answer to a question.</summary>
public abstract record Verdict
{
    private Verdict() { }

    /// <summary>The law holds.</summary>
    /// <param name="Scope">For which numbers of agents.</param>
    /// <param name="Arithmetic">In which arithmetic.</param>
    /// <param name="Certificate">What an independent checker needs in order to agree.</param>
    public sealed record Proved(Scope Scope, Arithmetic Arithmetic, Certificate Certificate) : Verdict
    {
        /// <summary>
        /// Of a law that holds in real arithmetic: a profile, executed again, at which doubles break it nevertheless, because rounding carries the rule across
        /// a jump; null if none was met. The program does what it does there, so nothing that is promised of the program may rest on such a proof.
        /// </summary>
        public Witness? Breach { get; init; }
    }

    /// <summary>The law is broken; the witness was executed again after it was found.</summary>
    public sealed record Refuted(Witness Witness) : Verdict;

    /// <summary>Neither.</summary>
    /// <param name="Reason">The first obligation that stayed open, in words of the field, as a clause.</param>
    /// <param name="Site">The place in the source, −1 if none.</param>
    public sealed record Undecided(string Reason, int Site) : Verdict;
}

/// <summary>For which numbers of agents a proof holds. A proof for some numbers says nothing about others.</summary>
public abstract record Scope
{
    private Scope() { }

    /// <summary>For every number of agents, or for rules that are about one agent.</summary>
    public sealed record EveryNumber : Scope;

    /// <summary>For every number of agents from <paramref name="Count"/> on.</summary>
    public sealed record AtLeast(int Count) : Scope;

    /// <summary>For these numbers of agents, ascending.</summary>
    public sealed record Numbers(EquatableArray<int> Counts) : Scope;

    /// <summary>Whether every number of agents that can take part is covered.</summary>
    public bool Covers(Questions.AgentRange agents)
    {
        if (this is AtLeast(var fewest))
        {
            return agents.Min >= fewest;
        }

        if (this is not Numbers(var counts))
        {
            return true;
        }

        // A proof for finitely many numbers never covers an open range.
        for (var number = agents.Min; number <= (agents.Max ?? int.MaxValue); number++)
        {
            if (!counts.Contains(number))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>The arithmetic in which a proof holds.</summary>
public enum Arithmetic
{
    /// <summary>True of the program as it runs: IEEE 754 doubles, integers, decimals, to the last bit.</summary>
    Exact,

    /// <summary>
    /// True in real arithmetic, literals read as the decimals written. Rounding can move a comparison that is nearly a tie; where the rule jumps there,
    /// an outcome can differ from the one in real numbers.
    /// </summary>
    Real,
}

/// <summary>A profile that breaks a law, with everything that is needed to check it by hand.</summary>
public sealed record Witness
{
    /// <summary>The number of agents.</summary>
    public required int Agents { get; init; }

    /// <summary>The agent whose report is marked.</summary>
    public required int Agent { get; init; }

    /// <summary>The values of the inputs, in their order: one value for a scalar, n values for an input of every agent. The focal agent is truthful.</summary>
    public required EquatableArray<EquatableArray<Scalar>> Inputs { get; init; }

    /// <summary>The focal agent's other report (or the other value of the focal input); null for laws about one profile.</summary>
    public Scalar? Other { get; init; }

    /// <summary>The agent's quantity, or its score, at the profile.</summary>
    public double Quantity { get; init; }

    /// <summary>The agent's quantity, or its score, after the other report.</summary>
    public double OtherQuantity { get; init; }

    /// <summary>The agent's payment at the profile.</summary>
    public double Payment { get; init; }

    /// <summary>The agent's payment after the other report.</summary>
    public double OtherPayment { get; init; }

    /// <summary>By how much the law is broken: the fall of the quantity or score, the loss, the gain of the lie, the amount paid out.</summary>
    public required double Violation { get; init; }

    /// <summary>What the rule threw, for <see cref="Questions.Property.Total"/>; otherwise null.</summary>
    public string? Failure { get; init; }

    /// <summary>The branches in the source that decided the two runs differently; at most two.</summary>
    public EquatableArray<int> Sites { get; init; }
}

/// <summary>What proves a verdict, as text that an independent checker reads; its first word names the technique.</summary>
/// <param name="Technique">The techniques used, in the order of the prover's stages, e.g. "order, linear".</param>
/// <param name="Text">The certificate.</param>
public sealed record Certificate(string Technique, string Text);
