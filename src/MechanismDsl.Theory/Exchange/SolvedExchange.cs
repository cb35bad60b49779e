using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Exchange;

/// <summary>A solved exchange of single units.</summary>
/// <param name="Problem">What was solved.</param>
/// <param name="Evidence">Every guarantee that holds, with its theorem.</param>
public sealed record SolvedExchange(Problem Problem, EquatableArray<Evidence> Evidence) : Solution(Problem, Evidence)
{
    /// <summary>What one seller and one buyer can expect; null for more agents, without priors of both, or where the expectation is not known.</summary>
    public TradeNumbers? Numbers { get; init; }
}

/// <summary>Expectations of trade between one seller and one buyer with independent types.</summary>
/// <param name="FirstBest">Expected gains of efficient trade, E[max(value − cost, 0)].</param>
/// <param name="Gains">Expected gains of the trades that the mechanism makes.</param>
/// <param name="Subsidy">What the market maker is expected to add.</param>
public sealed record TradeNumbers(double FirstBest, double Gains, double Subsidy);
