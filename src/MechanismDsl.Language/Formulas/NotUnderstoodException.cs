namespace MechanismDsl.Language.Formulas;

/// <summary>Ends the lowering of a body at the first construct outside the formula language. Never leaves <see cref="FormulaReader"/>.</summary>
internal sealed class NotUnderstoodException(string words) : Exception(words);
