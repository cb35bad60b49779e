using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Claims;

/// <summary>What is known of a claimed guarantee.</summary>
public abstract record ClaimVerdict
{
    private ClaimVerdict() { }

    /// <summary>It holds by theorem.</summary>
    public sealed record Established(Evidence Evidence) : ClaimVerdict;

    /// <summary>It fails: at a profile at which the mechanism was run.</summary>
    /// <param name="Words">The profile with the focal report in brackets, what happens there, and the gain or loss.</param>
    public sealed record Refuted(string Words) : ClaimVerdict;

    /// <summary>No theorem gives it, and the profiles that were tried do not refute it.</summary>
    /// <param name="Words">What a proof would need.</param>
    public sealed record Open(string Words) : ClaimVerdict;
}
