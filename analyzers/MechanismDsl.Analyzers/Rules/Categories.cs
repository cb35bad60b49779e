namespace MechanismDsl.Analyzers.Rules;

/// <summary>The categories of the rules, by what they judge.</summary>
internal static class Categories
{
    /// <summary>The declaration itself: shape, missing or contradictory answers (0xxx).</summary>
    public const string Declaration = "MechanismDsl.Declaration";

    /// <summary>Rules that the user wrote (1xxx).</summary>
    public const string OwnRules = "MechanismDsl.OwnRules";

    /// <summary>Claimed guarantees (2xxx).</summary>
    public const string Claims = "MechanismDsl.Claims";

    /// <summary>What the theory says about the declared mechanism (3xxx).</summary>
    public const string Theorems = "MechanismDsl.Theorems";

    /// <summary>Priors and the data they are made from (4xxx).</summary>
    public const string Priors = "MechanismDsl.Priors";

    /// <summary>Limits of the analysis (5xxx).</summary>
    public const string Limits = "MechanismDsl.Limits";

    /// <summary>Faults of the analyzers themselves (9xxx).</summary>
    public const string Internal = "MechanismDsl.Internal";
}
