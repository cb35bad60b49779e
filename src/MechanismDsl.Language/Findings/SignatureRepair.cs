namespace MechanismDsl.Language.Findings;

/// <summary>What a code fix for MECH1012 can do: the values of <see cref="FixData.Signature"/>.</summary>
public static class SignatureRepair
{
    /// <summary>Make the method static.</summary>
    public const string Static = nameof(Static);

    /// <summary>State a domain on the marked parameter or member.</summary>
    public const string Between = nameof(Between);

    /// <summary>Mark the member as the report.</summary>
    public const string Report = nameof(Report);
}
