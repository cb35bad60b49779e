using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Proofs.Rules;

/// <summary>
/// A user's method in the language that the provers understand: pure, without calls, with constants and tables inlined. Two methods that differ
/// in names, comments and layout only are equal; <see cref="Text"/> is their identity in caches and certificates.
/// </summary>
public sealed class Rule : IEquatable<Rule>
{
    private string? _text;

    /// <summary>A rule.</summary>
    /// <param name="name">The method's name, for messages; not part of the identity.</param>
    /// <param name="parameters">The parameters, in the order of the method.</param>
    /// <param name="body">The statements; they end by running out or by leaving the outermost block.</param>
    /// <param name="result">The variable that holds the result when they have ended.</param>
    public Rule(string name, EquatableArray<RuleParameter> parameters, EquatableArray<Statement> body, Variable result)
    {
        Name = name;
        Parameters = parameters;
        Body = body;
        Result = result;
    }

    /// <summary>The method's name, for messages; not part of the identity.</summary>
    public string Name { get; }

    /// <summary>The parameters, in the order of the method.</summary>
    public EquatableArray<RuleParameter> Parameters { get; }

    /// <summary>The statements.</summary>
    public EquatableArray<Statement> Body { get; }

    /// <summary>The variable that holds the result: a score, a payment, a winner's index, or an array with a quantity for every agent.</summary>
    public Variable Result { get; }

    /// <summary>The canonical text: everything that decides the rule's results, and nothing else. Deterministic.</summary>
    public string Text => _text ??= RuleText.Of(this);

    /// <inheritdoc/>
    public bool Equals(Rule? other) => ReferenceEquals(this, other) || (other is not null && string.Equals(Text, other.Text, StringComparison.Ordinal));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Rule);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
