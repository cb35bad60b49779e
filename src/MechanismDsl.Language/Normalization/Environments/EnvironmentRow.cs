using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Language.Normalization.Environments;

/// <summary>An environment of the language: what goes with it, and how its attribute becomes a feasible set.</summary>
/// <param name="Attribute">The attribute's name without the suffix.</param>
/// <param name="Words">What is decided, in a few words: <c>one item</c>.</param>
/// <param name="Read">
/// The environment as the theory knows it, with findings for what is wrong with the attribute's own arguments. Called once for a declaration, after the
/// agents have been read.
/// </param>
internal sealed record EnvironmentRow(string Attribute, string Words, Func<Draft, Roster, Theory.Problems.Environment> Read)
{
    /// <summary>Goals and payment rules of which a declaration states at least one, unless a rule of the user's own stands for it.</summary>
    public required EquatableArray<string> Deciding { get; init; }

    /// <summary>
    /// The attributes that go with it, besides <see cref="Deciding"/> and <see cref="EnvironmentTable.Common"/>; null where the checks of the single item
    /// say it pair by pair.
    /// </summary>
    public EquatableArray<string>? Companions { get; init; }

    /// <summary>The attributes that mean something in this environment only: beside another one they are refused.</summary>
    public EquatableArray<string> Own { get; init; } = [];

    /// <summary>Attributes of <see cref="EnvironmentTable.Common"/> that do not go with it.</summary>
    public EquatableArray<string> Without { get; init; } = [];

    /// <summary>The methods of the user's own that go with it.</summary>
    public required EquatableArray<string> Methods { get; init; }

    /// <summary>Why an attribute or a method does not go with it; null for the general reason.</summary>
    public Func<string, string?> WhyNot { get; init; } = static _ => null;
}
