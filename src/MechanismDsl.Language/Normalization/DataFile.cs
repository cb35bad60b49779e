namespace MechanismDsl.Language.Normalization;

/// <summary>An additional file of the project.</summary>
/// <param name="Path">The path that the compiler knows it by.</param>
/// <param name="Text">Its content.</param>
public sealed record DataFile(string Path, string Text);
