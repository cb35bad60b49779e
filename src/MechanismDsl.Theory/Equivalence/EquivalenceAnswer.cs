using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Equivalence;

/// <summary>
/// Whether two direct mechanisms are equivalent: they decide the same at every profile of reports, and each agent, of whatever type, expects to pay the same for each
/// report while the others are truthful (Börgers 2015, definition 7.2).
/// </summary>
public abstract record EquivalenceAnswer
{
    private EquivalenceAnswer() { }

    /// <summary>They are.</summary>
    /// <param name="Because">Why, as a clause.</param>
    public sealed record Same(string Because) : EquivalenceAnswer;

    /// <summary>They decide otherwise at a profile.</summary>
    /// <param name="Reports">The profile, one report an agent.</param>
    /// <param name="One">What the first one decides there, in words.</param>
    /// <param name="Other">What the second one decides there.</param>
    public sealed record OutcomesDiffer(EquatableArray<double> Reports, string One, string Other) : EquivalenceAnswer;

    /// <summary>They decide alike as far as was looked, and an agent does not expect to pay the same.</summary>
    /// <param name="Who">The agent.</param>
    /// <param name="Type">Its type.</param>
    /// <param name="Report">What it reports: its type, unless another report is needed to tell them apart.</param>
    /// <param name="One">What it expects to pay under the first one; negative: to be paid.</param>
    /// <param name="Other">What it expects to pay under the second one.</param>
    public sealed record PaymentsDiffer(string Who, double Type, double Report, Amount One, Amount Other) : EquivalenceAnswer;

    /// <summary>They cannot be compared: other agents, types or outcomes.</summary>
    /// <param name="Reason">Why, as a clause.</param>
    public sealed record Incomparable(string Reason) : EquivalenceAnswer;

    /// <summary>Not known: no difference was found, and no theorem says that there is none.</summary>
    /// <param name="Reason">What is missing, as a clause.</param>
    public sealed record Open(string Reason) : EquivalenceAnswer;
}
