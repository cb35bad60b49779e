using System.Collections.Immutable;
using Fractions;

namespace MechanismDsl.Auditing;

/// <summary>What an audit says of one law.</summary>
/// <param name="Law">The law.</param>
/// <param name="Verdict">Whether it holds.</param>
/// <param name="Words">Why, in a sentence: the counterexample, what was looked at, or why it was not judged.</param>
/// <param name="Counterexample">Where it is broken; null if it is not.</param>
public sealed record LawFinding(Law Law, Verdict Verdict, string Words, Counterexample? Counterexample = null)
{
    /// <summary>Law, verdict and why.</summary>
    public override string ToString() => $"{Law}: {Verdict switch { Verdict.Holds => "holds", Verdict.Broken => "broken", Verdict.NothingFound => "nothing found", _ => "not judged" }}. {Words}";
}

/// <summary>A case in which a law is broken, as it was executed.</summary>
/// <param name="Types">The true types of all agents in words; empty where the law speaks of expectations.</param>
/// <param name="Agent">Index of the agent whose law it is; −1 for budgets and efficiency.</param>
/// <param name="TrueType">The agent's type in words; empty without an agent or before it knows its type.</param>
/// <param name="Lie">What the agent reports instead, in words; null without a lie.</param>
/// <param name="Truth">The outcome if all report the truth; null where the law speaks of expectations.</param>
/// <param name="Lied">The outcome of the lie; for efficiency the better one; null without one.</param>
/// <param name="Gain">
/// By how much, exactly: the lie's gain, the shortfall from the outside option, the deficit (negative for a surplus where the budget is to balance), the
/// welfare forgone.
/// </param>
public sealed record Counterexample(ImmutableArray<string> Types, int Agent, string TrueType, string? Lie, Settlement? Truth, Settlement? Lied, Fraction Gain);
