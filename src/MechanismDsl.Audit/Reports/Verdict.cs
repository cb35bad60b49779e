namespace MechanismDsl.Auditing;

/// <summary>What an audit says of a law.</summary>
public enum Verdict
{
    /// <summary>It holds for all types of the audit: every case was looked at.</summary>
    Holds,

    /// <summary>It is broken: there is a counterexample that was executed.</summary>
    Broken,

    /// <summary>A search found nothing against it. That proves nothing.</summary>
    NothingFound,

    /// <summary>It was not judged; the words say why.</summary>
    NotApplicable,
}
