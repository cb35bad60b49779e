using MechanismDsl.Language.Declarations;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language;

/// <summary>
/// A choice among finitely many outcomes, as C# knows it: the names of types and methods, so that renaming them changes no problem.
/// </summary>
/// <param name="OutcomeType">Full name of the enum of the outcomes, without <c>global::</c>.</param>
/// <param name="Members">Its members in order, without aliases.</param>
public sealed record UserChoice(string OutcomeType, EquatableArray<string> Members)
{
    /// <summary>The method that says what an outcome is worth to a type; null where values are reported.</summary>
    public RuleMethod? Value { get; init; }

    /// <summary>The method that says from the others' types what an agent is charged; null where payments are derived.</summary>
    public RuleMethod? Groves { get; init; }

    /// <summary>The C# type of a type.</summary>
    public NumberKind TypeKind { get; init; }
}
