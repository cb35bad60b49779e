namespace MechanismDsl.Generators;

/// <summary>Names of the pipeline's steps, by which tests ask why a step ran.</summary>
internal static class StepNames
{
    /// <summary>Attributes and members of a type as plain values.</summary>
    public const string Declaration = nameof(Declaration);

    /// <summary>The additional files as path and content.</summary>
    public const string Files = nameof(Files);

    /// <summary>A declaration with the files it names, in normal form.</summary>
    public const string Reading = nameof(Reading);

    /// <summary>The solved problem.</summary>
    public const string Solution = nameof(Solution);

    /// <summary>What to write.</summary>
    public const string Plan = nameof(Plan);

    /// <summary>Whether claims are watched: the two or three facts taken from compilation and build.</summary>
    public const string Gate = nameof(Gate);
}
