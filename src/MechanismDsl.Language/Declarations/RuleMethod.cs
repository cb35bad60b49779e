using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Declarations;

/// <summary>The signature of a method that is a rule of the user's own. Its body is no part of the declaration unless its results are: only proofs read it, and prose quotes it.</summary>
/// <param name="Attribute">The attribute that marks it, without the suffix: <c>Score</c>, <c>Allocation</c>, <c>Payment</c>, <c>Value</c>, <c>Cost</c>, <c>Boost</c>, <c>Groves</c>, <c>Feasible</c>, <c>Decision</c>, <c>Goal</c>.</param>
/// <param name="Ordinal">Position among the methods that this attribute marks, from 0.</param>
/// <param name="Name">The method's name.</param>
/// <param name="Parameters">Its parameters in order.</param>
/// <param name="Returns">What it returns.</param>
public sealed record RuleMethod(string Attribute, int Ordinal, string Name, EquatableArray<RuleInput> Parameters, RuleType Returns)
{
    /// <summary>Whether it says <c>static</c>.</summary>
    public bool IsStatic { get; init; } = true;

    /// <summary>What else keeps it from being a rule (<c>it is generic</c>), in words; null if nothing does.</summary>
    public string? Obstacle { get; init; }

    /// <summary>Its body as the source writes it, for prose, where that is one short expression; null otherwise.</summary>
    public string? Formula { get; init; }

    /// <summary>Its body, where its results enter the problem as numbers (<c>[Value]</c>, <c>[Cost]</c>, <c>[Boost]</c>, <c>[Groves]</c>, <c>[Feasible]</c>, <c>[Decision]</c>, <c>[Goal]</c>); null for other rules, and where it lies outside the verifiable subset.</summary>
    public Proofs.Rules.Rule? Body { get; init; }

    /// <summary>Why there is no body although there should be one, in words; null otherwise.</summary>
    public string? NotUnderstood { get; init; }

    /// <summary>True if the compiler itself reports an error in the signature: it has no meaning yet.</summary>
    public bool HasErrors { get; init; }
}

/// <summary>A parameter of a rule, or a member of a record that it takes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
public sealed record RuleInput(string Name, RuleType Type)
{
    /// <summary>The domain that <c>[Between]</c> states; null without one.</summary>
    public RuleBounds? Between { get; init; }

    /// <summary>Whether it is marked <c>[Report]</c>.</summary>
    public bool IsReport { get; init; }

    /// <summary>Whether it is marked <c>[Verified]</c>.</summary>
    public bool IsVerified { get; init; }

    /// <summary>For a member of a record: whether a copy with another value can be made (<c>with { Amount = 5 }</c>).</summary>
    public bool IsSettable { get; init; } = true;
}

/// <summary>The arguments of <c>[Between(low, high)]</c>.</summary>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
/// <param name="Division">A division of whole numbers in it that lost digits; null if there is none.</param>
public sealed record RuleBounds(double Low, double High, LostDivision? Division);

/// <summary>A type in the signature of a rule, as far as rules know types.</summary>
public abstract record RuleType
{
    private RuleType() { }

    /// <summary>A number, or a Boolean.</summary>
    public sealed record Number(NumberKind Kind) : RuleType;

    /// <summary>Several of a kind: <c>ReadOnlySpan&lt;double&gt;</c>, <c>bool[]</c>.</summary>
    public sealed record Sequence(SequenceKind Kind, RuleType Element) : RuleType;

    /// <summary>A record or struct with public members.</summary>
    /// <param name="FullName">Name with namespace and containing types, without <c>global::</c>.</param>
    /// <param name="Members">Its settable public members, and those that carry an attribute of the language, in source order.</param>
    /// <param name="IsVisible">Whether code that sees the mechanism's type can name it.</param>
    public sealed record Record(string FullName, EquatableArray<RuleInput> Members, bool IsVisible) : RuleType;

    /// <summary>An enum.</summary>
    /// <param name="FullName">Name with namespace and containing types, without <c>global::</c>.</param>
    public sealed record Enumeration(string FullName) : RuleType
    {
        /// <summary>The values of its members, ascending, each once; empty if they do not fit a <c>long</c>.</summary>
        public EquatableArray<long> Values { get; init; } = [];

        /// <summary>Whether they are longs, and not ints.</summary>
        public bool IsLong { get; init; }

        /// <summary>Whether code that sees the mechanism's type can name it.</summary>
        public bool IsVisible { get; init; } = true;
    }

    /// <summary><c>void</c>.</summary>
    public sealed record Nothing : RuleType;

    /// <summary>A type that rules do not know, as the source would write it.</summary>
    public sealed record Other(string Text) : RuleType;
}

/// <summary>How several reports or answers are held.</summary>
public enum SequenceKind
{
    /// <summary><c>ReadOnlySpan&lt;T&gt;</c>.</summary>
    ReadOnlySpan,

    /// <summary><c>Span&lt;T&gt;</c>.</summary>
    Span,

    /// <summary><c>T[]</c>.</summary>
    Array,

    /// <summary><c>IReadOnlyList&lt;T&gt;</c>.</summary>
    List,
}
