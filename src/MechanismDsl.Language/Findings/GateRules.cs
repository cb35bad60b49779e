namespace MechanismDsl.Language.Findings;

/// <summary>
/// The rules of the gate: what they refuse would carry a guarantee that nobody has established. No attribute, directive, option or
/// configuration file turns one of them off, and the generator stops the build where somebody tries.
/// </summary>
public static class GateRules
{
    /// <summary>A rule under derived threshold payments is not monotone.</summary>
    public const string RuleNotMonotone = "MECH1001";

    /// <summary>It is not decided whether a rule under derived threshold payments is monotone.</summary>
    public const string MonotonicityOpen = "MECH1002";

    /// <summary>A rule is outside the verifiable subset.</summary>
    public const string OutsideSubset = "MECH1011";

    /// <summary>An allocation gives away more than there is.</summary>
    public const string Infeasible = "MECH1013";

    /// <summary>A rule has no result on a legal report.</summary>
    public const string NoResult = "MECH1014";

    /// <summary>A guarantee is implemented by hand, derived, inherited, or demanded of a type that the compiler did not write.</summary>
    public const string CounterfeitGuarantee = "MECH2003";

    /// <summary>A rule of the gate is suppressed.</summary>
    public const string GateSuppressed = "MECH2005";

    /// <summary>A fault of an analyzer: what it would have refused is unknown.</summary>
    public const string InternalError = "MECH9001";

    /// <summary>The ids, ascending.</summary>
    public static IReadOnlyList<string> Ids { get; } =
    [
        RuleNotMonotone, MonotonicityOpen, OutsideSubset, Infeasible, NoResult,
        Rule.ClaimRefuted, Rule.ClaimNotEstablished, CounterfeitGuarantee, GateSuppressed, Rule.Impossible, InternalError,
    ];

    /// <summary>The rule of the gate that a check id names, as suppressions write it (<c>MECH2001:Why</c>, in any case); null if it names none.</summary>
    public static string? Named(string? checkId)
    {
        var id = (checkId ?? string.Empty).Split(':')[0].Trim();
        return Ids.FirstOrDefault(gate => gate.Equals(id, StringComparison.OrdinalIgnoreCase));
    }
}
