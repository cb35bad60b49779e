using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.SingleParameter.Claims;

/// <summary>What is known of a claimed guarantee.</summary>
public abstract record ClaimVerdict
{
    private ClaimVerdict() { }

    /// <summary>It holds by theorem.</summary>
    public sealed record Established(Evidence Evidence) : ClaimVerdict;

    /// <summary>It fails at a profile of reports.</summary>
    public sealed record Refuted(Counterexample Counterexample) : ClaimVerdict;

    /// <summary>No theorem gives it, and the profiles that were tried do not refute it.</summary>
    public sealed record Open : ClaimVerdict;
}

/// <summary>A profile at which a guarantee fails; re-running the mechanism there shows it.</summary>
/// <param name="Guarantee">The guarantee.</param>
/// <param name="Types">True values (buyers) or costs (suppliers), one an agent.</param>
/// <param name="Agent">The agent that gains or loses; −1 where the guarantee is about all of them together.</param>
/// <param name="Lie">The report by which that agent gains; null where no deviation is involved.</param>
/// <param name="Truthful">What happens if everybody is truthful.</param>
/// <param name="Deviating">What happens if that agent reports <paramref name="Lie"/>; null without one.</param>
/// <param name="Amount">The gain of the lie, or by how much the guarantee is missed; positive, in units of money.</param>
/// <param name="Reserve">The run-time reserve that was assumed; null where the mechanism has none.</param>
public sealed record Counterexample(
    Guarantee Guarantee,
    EquatableArray<double> Types,
    int Agent,
    double? Lie,
    AuctionOutcome Truthful,
    AuctionOutcome? Deviating,
    double Amount,
    double? Reserve);
