namespace MechanismDsl.Generators.Explaining;

/// <summary>One line of the explanation.</summary>
/// <param name="Depth">0 for the sentence on top, then the depth in the tree.</param>
/// <param name="Text">Plain text.</param>
internal readonly record struct ExplanationLine(int Depth, string Text)
{
    /// <summary>Whether it states a guarantee that holds only where the analyzers run.</summary>
    public bool NeedsAnalyzers { get; init; }
}
