using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Language;

/// <summary>
/// A choice among finitely many outcomes, as C# knows it: the names of types and methods, so that renaming them changes no problem.
/// </summary>
/// <param name="OutcomeType">Full name of the enum of the outcomes, without <c>global::</c>.</param>
/// <param name="Members">Its members in order, without aliases.</param>
public sealed record UserChoice(string OutcomeType, EquatableArray<string> Members);
